"""Who reads the library: anybody, or one person with their answers."""

from dataclasses import dataclass
from uuid import UUID

from spinewise.intake import Due
from spinewise.records.people import StoredPerson
from spinewise.web.account import Account
from spinewise.web.views.common import present_or_404


@dataclass(frozen=True, slots=True)
class Reader:
    """``person`` is set on the pages of a person, ``account`` once they have answered anything."""

    person: StoredPerson | None
    account: Account | None
    looked: bool = True
    """Has danger been asked for today? Before that, nothing is said about the week."""


def reader_of(person: UUID | None) -> Reader:
    """The person with their account."""
    if person is None:
        return Reader(None, None)
    now = present_or_404(person)
    return Reader(now.person, now.account if now.begun else None, looked=now.due is Due.NOTHING)
