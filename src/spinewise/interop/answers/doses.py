"""What ``dose`` answers."""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from spinewise.interop.answers.words import Json
from spinewise.knowledge import Dose, KnowledgeBase
from spinewise.planning import PlannedDose, Why


def doses_document(doses: Mapping[str, PlannedDose], names: Iterable[str], today: date, base: KnowledgeBase) -> dict[str, Json]:
    """The doses of some interventions on a day, each with its level, reasons and the way there."""
    return {"today": today.isoformat(), "doses": [_planned(doses[name], base) for name in names]}


def dose_document(dose: Dose) -> Json:
    """One dose as JSON; what it does not count is null."""
    amount: Json = msgspec.to_builtins(dose)
    return amount


def why_document(reasons: Iterable[Why]) -> Json:
    """Reasons with their findings and sources."""
    return [{"says": why.says, "findings": list(why.findings), "sources": list(why.sources)} for why in reasons]


def _planned(planned: PlannedDose, base: KnowledgeBase) -> Json:
    changes: list[Json] = [
        {"on": one.on.isoformat(), "rule": one.rule.value, "from": one.from_level, "to": one.to_level}
        for one in planned.changes
    ]
    return {
        "intervention": planned.dose.intervention,
        "name": base.interventions[planned.dose.intervention].name,
        "dose": dose_document(planned.dose),
        "rule": planned.rule.value,
        "first": planned.first,
        "most": planned.most,
        "why": why_document(planned.why),
        "changes": changes,
        "easier": planned.easier or None,
        "harder": planned.harder or None,
    }
