"""The pages over the knowledge base that is really served."""

from collections.abc import Iterator

import pytest
from django.test import override_settings

from spinewise.knowledge import CONTENT, load_knowledge
from spinewise.web.presenters.bodymap import FIGURES, GROUPS
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


def test_every_item_of_the_library_has_a_page(alice: Visitor) -> None:
    base = load_knowledge()
    for shelf, items in (("do", base.interventions), ("claims", base.claims), ("conditions", base.conditions)):
        for item in list(items)[:: max(1, len(items) // 12)]:
            assert alice.open(f"/library/{shelf}/{item}/").status_code == 200


def test_every_place_of_the_body_that_is_drawn_can_be_chosen() -> None:
    places = set(load_knowledge().findings["regions"].option_values)
    assert {shape.place for figure in FIGURES for shape in figure.shapes} <= places
    assert {place for _name, group in GROUPS for place in group} == places
