"""A broader question names all that it stands for, so that a "no" really covers it."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.test import RequestFactory

from spinewise.intake import Purpose, Step
from spinewise.knowledge import Findings, KnowledgeBase, harmless, load_knowledge
from spinewise.knowledge.records import Finding
from spinewise.records.people import StoredPerson
from spinewise.web.conversation import Place
from spinewise.web.presenters.members import members_of
from spinewise.web.presenters.screen import Sent, screen_view
from spinewise.web.presenters.words import capital
from spinewise.web.reading import Reading
from spinewise.web.views.common import page
from tests.web.visitor import Reader

BROADER = sorted(finding.id for finding in load_knowledge().findings.values() if finding.members)


def _screen(finding: Finding, base: KnowledgeBase) -> str:
    """The page that asks a finding, as it is sent."""
    place = Place(Step(base.question_of[finding.id], (finding.id,), Purpose.DANGER), 1)
    view = screen_view(place, 0, Sent({}, Reading()), Findings(), base)
    request = RequestFactory().get("/")
    shown = page(
        request, "screen", _SOMEBODY, view=view, version=0, back=2, so_far=None, clashes=(), own_words=False, bare=True
    )
    return shown.content.decode()


_SOMEBODY = StoredPerson(UUID(int=1), "", "", datetime(2025, 1, 6, tzinfo=UTC))


def _everything_under(finding: Finding, base: KnowledgeBase) -> list[Finding]:
    members = [base.findings[name] for name in finding.members]
    return members + [one for member in members for one in _everything_under(member, base)]


@pytest.mark.parametrize("name", BROADER)
def test_the_screen_names_every_member(name: str) -> None:
    base = load_knowledge()
    finding = base.findings[name]
    reader = Reader()
    reader.feed(_screen(finding, base))
    words = " ".join(reader.words)
    assert "What counts here?" in words
    for member in _everything_under(finding, base):
        assert capital(member.name) in words


@pytest.mark.parametrize("name", BROADER)
def test_members_stand_under_what_a_no_says_of_them(name: str) -> None:
    base = load_knowledge()
    members = members_of(base.findings[name], base)
    for member in _everything_under(base.findings[name], base):
        side = members.taken_as_true if harmless(member) is True else members.ruled_out
        assert capital(member.name) in side


def test_a_single_question_has_no_such_list(base: KnowledgeBase) -> None:
    assert not members_of(base.findings["fever"], base)
    assert "What counts here?" not in _screen(base.findings["fever"], base)
