"""Reading an inventory and telling what is served."""

from pathlib import Path

import pytest

from spinewise.interop.inventory import read_inventory
from spinewise.knowledge import BadInput
from spinewise.knowledge.coverage import coverage
from tests.knowledge.small import base_with, good_base, put


def test_ids_come_in_the_order_of_the_files_each_once(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("- {id: s2.x, says: more}\n- {id: s1.a}\n")
    (tmp_path / "a.yaml").write_text("- id: s1.a\n- id: s1.b\n")
    assert read_inventory(tmp_path) == ("s1.a", "s1.b", "s2.x")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("id: s1\n", "is not a list"),
        ("- {name: no id}\n", "entry 1, id: has no id"),
        ("- s1\n", "entry 1, id: has no id"),
        ("- {id: 3}\n", "has no id"),
        ("- [", "line"),
    ],
)
def test_a_file_that_is_no_inventory_is_refused(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "a.yaml").write_text(text)
    with pytest.raises(BadInput, match=says):
        read_inventory(tmp_path)


def test_a_missing_or_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="holds no YAML file"):
        read_inventory(tmp_path)
    with pytest.raises(BadInput, match="is no folder"):
        read_inventory(tmp_path / "missing")


def test_coverage_names_what_is_served_missing_and_unknown() -> None:
    found = coverage(good_base(), ["s1.walk", "s1.left"])
    assert (found.total, found.covered, found.missing) == (2, 1, ("s1.left",))
    assert found.items == {"s1.walk": ("walk",), "s1.left": ()}
    assert found.unknown == {"s1.ordinary": ("ordinary",)}


def test_a_statement_may_be_served_by_several_items() -> None:
    base = base_with(put("condition", "ordinary", covers=["s1.walk", "s1.walk"]))
    assert coverage(base, ["s1.walk"]).items["s1.walk"] == ("ordinary", "walk")
