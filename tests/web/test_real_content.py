"""The pages over the knowledge base that is really served."""

from collections.abc import Iterator

import pytest
from django.test import override_settings

from spinewise.knowledge import CONTENT, load_knowledge
from spinewise.records.search.documents import KINDS
from spinewise.web.presenters.bodymap import FIGURES, GROUPS
from spinewise.web.presenters.reference.kinds import heading_of, heading_order
from spinewise.web.presenters.reference.pages import item_page
from tests.web.visitor import Visitor

KNOWN = {
    "age": "42",
    "sex": "female",
    "complaint": "pain",
    "regions": ["low-back"],
    "duration_days": "10",
    "duration_days.unit": "days",
    "pain_nrs": "4",
    "pregnant_weeks": "0",
    "trauma": "none",
    "onset": "gradual",
}
MOST_SCREENS = 60


@pytest.fixture(autouse=True)
def _real_knowledge(_small_knowledge: None) -> Iterator[None]:
    with override_settings(SPINEWISE_CONTENT=CONTENT):
        yield


def _finish(visitor: Visitor) -> int:
    """Answer as somebody with an ordinary backache: what is not known is no, none or the first choice."""
    base = load_knowledge()
    for count in range(MOST_SCREENS):
        if not visitor.at_check():
            return count
        fields: dict[str, object] = {key: value for key, value in KNOWN.items() if key in visitor.html}
        for name in base.questions[visitor.hidden("question")].findings:
            finding = base.findings[name]
            if name in KNOWN or f'name="{name}"' not in visitor.html:
                continue
            if finding.type == "bool":
                fields[name] = "no"
            elif finding.type == "choice":
                fields[name] = finding.option_values[0]
            elif finding.type == "list":
                fields["none"] = "1"
            else:
                fields[name] = f"{finding.min or 0:g}"
        visitor.give(fields)
    raise AssertionError("the interview does not end")


def test_an_ordinary_backache_gets_to_a_week(alice: Visitor) -> None:
    assert 5 < _finish(alice) <= 40
    assert "What may be behind it" in alice.text
    alice.mine("week/")
    assert "All seven days" in alice.text
    name = alice.hidden("intervention")
    alice.change_week("refuse", intervention=name)
    assert "What you left out" in alice.text


def test_items_of_every_kind_have_a_page(alice: Visitor) -> None:
    base = load_knowledge()
    for kind in KINDS:
        alice.open(f"/reference/{kind}/")
        assert f"/reference/{kind}/{next(iter(base.items[kind]))}/" in alice.reader.links
        for item in list(base.items[kind])[:: max(1, len(base.items[kind]) // 6)]:
            assert alice.open(f"/reference/{kind}/{item}/").status_code == 200
            alice.has_one_of_each_id()


def test_every_item_can_be_told() -> None:
    base = load_knowledge()
    for kind in KINDS:
        for item in base.items[kind]:
            page = item_page(kind, item, base)
            assert kind == "intervention" or (page is not None and page.title)


def test_every_group_of_items_has_a_name_of_its_own() -> None:
    base = load_knowledge()
    nameless = {
        (kind, name) for kind in KINDS for item in base.items[kind].values() if (name := _heading_without_name(kind, item))
    }
    assert nameless == set()


def _heading_without_name(kind: str, item: object) -> str:
    heading = heading_of(kind, item)
    return "" if heading == "" or heading in heading_order(kind) else heading


def test_every_place_of_the_body_that_is_drawn_can_be_chosen() -> None:
    places = set(load_knowledge().findings["regions"].option_values)
    assert {shape.place for figure in FIGURES for shape in figure.shapes} <= places
    assert {place for _name, group in GROUPS for place in group} == places
