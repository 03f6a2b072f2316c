"""Answers on harm and on being safe: they count like all others, and stand nowhere unless somebody opens them on purpose."""

import json

import pytest

from spinewise.interop.private import PRIVATE
from spinewise.knowledge import Value
from tests.web.real import told, volunteered
from tests.web.visitor import Visitor

pytestmark = pytest.mark.usefixtures("real_knowledge")
AFRAID: dict[str, Value] = {
    "mood_or_safety_trouble": True,
    "unsafe_at_home": True,
    "harm_immediate": False,
    "self_harm_thoughts": False,
    "safeguarding_concern": False,
    "low_mood": False,
}
DARK: dict[str, Value] = {"mood_or_safety_trouble": True, "self_harm_thoughts": True, "self_harm_plan": True}
PAGES = ("answers/", "result/summary/", "export/", "week/", "", "settings/", "tests/")
TELLING = (
    "safe at home",
    "self-harm",
    "want to live",
    "domestic abuse",
    "suicid",
    "end your life",
    "end how",
    "danger right now",
)


@pytest.mark.parametrize("said", [AFRAID, DARK])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_lists_them(alice: Visitor, said: dict[str, Value], path: str) -> None:
    volunteered(alice, said)
    _record_what_stands(alice)
    alice.mine(path)
    page = alice.html.lower()
    assert not any(word in page for word in TELLING)
    assert not any(f'"{finding}"' in page or f"{finding}&" in page for finding in PRIVATE)


@pytest.mark.parametrize("said", [AFRAID, DARK])
def test_they_count_all_the_same(alice: Visitor, said: dict[str, Value]) -> None:
    volunteered(alice, said)
    alice.mine("result/")
    assert "You can begin with self-care" not in alice.text
    assert ("See a doctor today" in alice.text) == (said is AFRAID)
    assert ("Get emergency help now" in alice.text) == (said is DARK)


def test_the_answer_folds_the_advice_and_does_not_name_what_was_said(alice: Visitor) -> None:
    volunteered(alice, AFRAID)
    alice.mine("result/")
    assert "There is advice for you alone." in alice.text
    before, _fold, _after = alice.html.partition('<details class="private">')
    assert "You deserve to be safe" not in before
    assert "Not being safe at home" not in alice.html
    assert "not being safe at home: yes" not in alice.text.lower()


def test_somebody_can_open_them_on_purpose(alice: Visitor) -> None:
    volunteered(alice, AFRAID)
    alice.mine("answers/")
    assert f"/p/{alice.person}/answers/?private=1" in alice.reader.links
    alice.mine("answers/?private=1")
    assert "Not being safe at home" in alice.text
    alice.mine("result/summary/?private=1")
    assert "domestic abuse support" in alice.text
    assert f"/p/{alice.person}/result/letter.pdf?private=1" in alice.reader.links


def test_the_summary_says_that_something_is_not_shown(alice: Visitor) -> None:
    volunteered(alice, AFRAID)
    alice.mine("result/summary/")
    assert "More counts here that is private and not shown." in alice.text


def test_the_letter_is_without_them_unless_wished(alice: Visitor) -> None:
    said = volunteered(alice, AFRAID).findings
    address = f"/p/{alice.person}/result/letter.pdf"
    plain, private = alice.client.get(address), alice.client.get(f"{address}?private=1")
    assert plain["Content-Type"] == private["Content-Type"] == "application/pdf"
    assert plain["Cache-Control"] == "no-store"
    assert plain.content != private.content
    assert alice.client.get(address).content == plain.content
    assert said.get("unsafe_at_home") is True


def test_the_file_to_take_along_is_without_them_unless_wished(alice: Visitor) -> None:
    volunteered(alice, AFRAID)
    _record_what_stands(alice)
    plain = alice.mine("export.json").content.decode()
    whole = alice.mine("export.json?private=1").content.decode()
    assert not any(finding in plain for finding in PRIVATE)
    assert "safe-at-home" not in plain
    assert "You deserve to be safe" in whole
    assert "You deserve to be safe" not in plain
    assert '"unsafe_at_home": true' in whole
    assert json.loads(plain).keys() == json.loads(whole).keys()


def test_a_no_leaves_the_same_gap_as_a_yes(alice: Visitor) -> None:
    told(alice)
    alice.mine("answers/")
    assert "Some answers are private and are not shown here." in alice.text
    assert not any(word in alice.html.lower() for word in TELLING)


def test_not_sure_about_them_is_not_told_either(alice: Visitor) -> None:
    interview = told(alice)
    assert "self_harm_plan" in PRIVATE
    assert interview.findings.get("mood_or_safety_trouble") is False
    for path in ("result/", "result/summary/"):
        alice.mine(path)
        assert "thoughts of self-harm" not in alice.html.lower()


def _record_what_stands(visitor: Visitor) -> None:
    """Change the age, so that what stands is recorded with its reasons."""
    assert visitor.person is not None
    visitor.mine("check/1/")
    visitor.answer(age="63", sex="female")
