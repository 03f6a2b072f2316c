"""Who reads the library: anybody, or one person with their answers."""

from dataclasses import dataclass
from uuid import UUID

from spinewise.records.interviews import latest_interview
from spinewise.records.people import StoredPerson
from spinewise.web.account import Account, account_of
from spinewise.web.knowledge import knowledge
from spinewise.web.views.common import person_or_404


@dataclass(frozen=True, slots=True)
class Reader:
    """``person`` is set on the pages of a person, ``account`` once they have answered anything."""

    person: StoredPerson | None
    account: Account | None


def reader_of(person: UUID | None) -> Reader:
    """The person with their account."""
    if person is None:
        return Reader(None, None)
    who = person_or_404(person)
    interview = latest_interview(person, knowledge()).interview
    return Reader(who, account_of(interview, knowledge()) if interview.answered else None)
