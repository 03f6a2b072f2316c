"""What this person should watch for, the same in every format: what is for everybody, what is for them, what may be."""

from collections.abc import Iterable
from dataclasses import dataclass

from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.knowledge.records import SafetyNet
from spinewise.triage import safety_nets


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs under one heading. What is for everybody needs none."""

    name: str
    emergency: tuple[str, ...]
    doctor: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """``now`` is for everybody or applies to this person; ``perhaps`` is what is not ruled out."""

    now: tuple[Signs, ...] = ()
    perhaps: tuple[Signs, ...] = ()

    @property
    def emergency(self) -> tuple[str, ...]:
        """All emergency signs that apply, the general ones first."""
        return tuple(line for signs in self.now for line in signs.emergency)

    @property
    def doctor(self) -> tuple[str, ...]:
        """All other signs that apply, the general ones first."""
        return tuple(line for signs in self.now for line in signs.doctor)


def watch_for(findings: Findings, base: KnowledgeBase) -> Watch:
    """What to watch for, each line once; what is certainly not for this person is left out."""
    nets = sorted(safety_nets(findings, base), key=lambda net: net.when is not None)
    seen: set[str] = set()
    now = _signs([net for net in nets if net.when is None or net.when.evaluate(findings)], seen)
    perhaps = _signs([net for net in nets if net.when is not None and net.when.evaluate(findings) is None], seen)
    return Watch(now, perhaps)


def _signs(nets: Iterable[SafetyNet], seen: set[str]) -> tuple[Signs, ...]:
    found = []
    for net in nets:
        emergency = tuple(line for line in net.emergency if line not in seen)
        doctor = tuple(line for line in net.doctor if line not in seen)
        seen |= {*emergency, *doctor}
        if emergency or doctor:
            found.append(Signs(net.name if net.when else "", emergency, doctor))
    return tuple(found)
