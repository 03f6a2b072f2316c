"""The safety net: what to watch for."""

from dataclasses import dataclass

from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.knowledge.records import SafetyNet
from spinewise.web.presenters.words import SourceView, sources


@dataclass(frozen=True, slots=True)
class NetView:
    """What to watch for, under one heading; what is for everybody needs none."""

    name: str
    emergency: tuple[str, ...]
    doctor: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NetsView:
    """``now`` applies to everybody or to this person; ``perhaps`` is what we cannot rule out."""

    now: tuple[NetView, ...]
    perhaps: tuple[NetView, ...]
    sources: tuple[SourceView, ...]


def nets_for(findings: Findings, base: KnowledgeBase) -> NetsView:
    """What to watch for, each line once, general lines first. What is certainly not for this person is left out."""
    truths = {net.id: True if net.when is None else net.when.evaluate(findings) for net in base.safety_nets.values()}
    general_first = sorted(base.safety_nets.values(), key=lambda net: net.when is not None)
    seen: set[str] = set()
    now = _views([net for net in general_first if truths[net.id] is True], seen)
    perhaps = _views([net for net in general_first if truths[net.id] is None], seen)
    behind = [source for net in general_first if truths[net.id] is not False for source in net.sources]
    return NetsView(now, perhaps, sources(behind, base))


def _views(nets: list[SafetyNet], seen: set[str]) -> tuple[NetView, ...]:
    views = []
    for net in nets:
        emergency = tuple(text for text in net.emergency if text not in seen)
        doctor = tuple(text for text in net.doctor if text not in seen)
        seen |= {*emergency, *doctor}
        if emergency or doctor:
            views.append(NetView(net.name if net.when else "", emergency, doctor))
    return tuple(views)
