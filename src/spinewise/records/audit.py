"""The audit trail: no write without somebody who did it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from spinewise.records.models import AuditEntry


@dataclass(frozen=True, slots=True)
class Audit:
    """Who writes. Every writing function of the repositories asks for one."""

    actor: str

    def __post_init__(self) -> None:
        if not self.actor.strip():
            raise ValueError("an audit needs an actor: say who writes")


@dataclass(frozen=True, slots=True)
class Trace:
    """One entry of the trail."""

    at: datetime
    actor: str
    action: str
    person: UUID | None


def note(audit: Audit, action: str, person: UUID | None) -> None:
    """Add an entry to the trail."""
    AuditEntry(actor=audit.actor, action=action, person=person).save()


def trail_of(person: UUID) -> tuple[Trace, ...]:
    """All entries about a person, oldest first."""
    return tuple(Trace(one.at, one.actor, one.action, one.person) for one in AuditEntry.objects.filter(person=person))
