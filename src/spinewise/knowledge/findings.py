"""What is known of one person: finding ids and their values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from spinewise.knowledge.conditions import Value

NOTHING_HURTS = "none"
"""The answer to ``complaint`` of somebody who is here to stay well."""
_NOTHING: Mapping[str, Value] = MappingProxyType({})


def _nothing() -> Mapping[str, Value]:
    return _NOTHING


@dataclass(frozen=True, slots=True)
class Findings:
    """Values by finding id. An id that is missing is unknown.

    ``unsure`` were asked and answered with "not sure": they stay unknown, but are not asked again.
    ``assumed`` were not said by anybody: they come from the closed reading of a written story.
    """

    values: Mapping[str, Value] = field(default_factory=_nothing)
    unsure: frozenset[str] = frozenset()
    assumed: frozenset[str] = frozenset()

    def get(self, finding: str) -> Value | None:
        """The value, or ``None`` when it is unknown."""
        return self.values.get(finding)

    def known(self, finding: str) -> bool:
        """Has it a value?"""
        return finding in self.values

    def settled(self, finding: str) -> bool:
        """Is there nothing more to ask: a value, or an honest "not sure"?"""
        return finding in self.values or finding in self.unsure

    @property
    def nothing_hurts(self) -> bool:
        """Did the person say that nothing troubles them now?"""
        return self.values.get("complaint") == NOTHING_HURTS

    def with_values(self, values: Mapping[str, Value]) -> "Findings":
        """The same person with these values said; what was assumed or unsure about them gives way."""
        said = frozenset(values)
        return Findings(MappingProxyType({**self.values, **values}), self.unsure - said, self.assumed - said)

    def with_assumed(self, values: Mapping[str, Value]) -> "Findings":
        """The same person with these values assumed where nothing was said."""
        new = {key: value for key, value in values.items() if key not in self.values}
        return Findings(MappingProxyType({**self.values, **new}), self.unsure, self.assumed | frozenset(new))

    def with_unsure(self, findings: Iterable[str]) -> "Findings":
        """The same person who could not say about these."""
        doubtful = frozenset(findings)
        kept = {key: value for key, value in self.values.items() if key not in doubtful}
        return Findings(MappingProxyType(kept), self.unsure | doubtful, self.assumed - doubtful)

    def without(self, findings: Iterable[str]) -> "Findings":
        """The same person before these were asked."""
        gone = frozenset(findings)
        kept = {key: value for key, value in self.values.items() if key not in gone}
        return Findings(MappingProxyType(kept), self.unsure - gone, self.assumed - gone)
