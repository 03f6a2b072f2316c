"""The safety net: what to watch for."""

from dataclasses import dataclass

from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.knowledge.records import SafetyNet
from spinewise.web.presenters.words import SourceView, sources


@dataclass(frozen=True, slots=True)
class NetView:
    """What to watch for, under one heading."""

    id: str
    name: str
    emergency: tuple[str, ...]
    doctor: tuple[str, ...]
    sources: tuple[SourceView, ...]


def nets_for(findings: Findings, base: KnowledgeBase) -> tuple[NetView, ...]:
    """What applies or may apply to this person, each line once, general lines first."""
    return _views([net for net in base.safety_nets.values() if net.when is None or net.when.evaluate(findings) is not False], base)


def all_nets(base: KnowledgeBase) -> tuple[NetView, ...]:
    """What to watch for in anybody."""
    return _views(list(base.safety_nets.values()), base)


def _views(nets: list[SafetyNet], base: KnowledgeBase) -> tuple[NetView, ...]:
    seen: set[str] = set()
    views = []
    for net in sorted(nets, key=lambda one: one.when is not None):
        emergency = tuple(text for text in net.emergency if text not in seen)
        doctor = tuple(text for text in net.doctor if text not in seen)
        seen |= {*emergency, *doctor}
        if emergency or doctor:
            views.append(NetView(net.id, net.name, emergency, doctor, sources(net.sources, base)))
    return tuple(views)
