"""The safety net: what to watch for."""

from dataclasses import dataclass

from spinewise.interop.watch import Signs, watch_for
from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.triage import safety_nets
from spinewise.web.presenters.words import SourceView, sources


@dataclass(frozen=True, slots=True)
class NetsView:
    """``now`` applies to everybody or to this person; ``perhaps`` is what we cannot rule out."""

    now: tuple[Signs, ...]
    perhaps: tuple[Signs, ...]
    sources: tuple[SourceView, ...]


def nets_for(findings: Findings, base: KnowledgeBase) -> NetsView:
    """What to watch for, and where it comes from, general nets first."""
    watch = watch_for(findings, base)
    nets = sorted(safety_nets(findings, base), key=lambda net: net.when is not None)
    return NetsView(watch.now, watch.perhaps, sources([source for net in nets for source in net.sources], base))
