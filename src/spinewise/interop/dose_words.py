"""A dose and what goes with it in words, the same for every format."""

from collections.abc import Iterable

from spinewise.knowledge import Dose, KnowledgeBase
from spinewise.knowledge.records import Intervention
from spinewise.planning import Plan


def dose_in_words(dose: Dose) -> str:
    """Such as "2 sets, 8 repetitions, hold 5 seconds; light effort"."""
    parts = [
        _counted(dose.sets, "set"),
        _counted(dose.repetitions, "repetition"),
        f"hold {dose.hold_s:g} seconds" if dose.hold_s else "",
    ]
    amount = ", ".join(part for part in parts if part)
    return "; ".join(part for part in (amount, dose.intensity) if part)


def planned(plan: Plan, base: KnowledgeBase) -> tuple[Intervention, ...]:
    """The interventions of a week, each once, in the order in which they come."""
    return tuple(base.interventions[name] for name in dict.fromkeys(item.intervention for item in plan.items))


def doses(plan: Plan) -> dict[str, Dose]:
    """The dose of each thing of a week."""
    return {item.intervention: item.dose for item in plan.items}


def dose_reasons(plan: Plan) -> dict[str, str]:
    """Why so much of each thing of a week, in sentences."""
    return {item.intervention: " ".join(why.says for why in item.dose_why) for item in plan.items}


def sources_of(plan: Plan, base: KnowledgeBase) -> tuple[str, ...]:
    """The sources behind a week, each once: of its interventions, doses, reasons and changes."""
    named: list[str] = []
    for item in plan.items:
        intervention = base.interventions[item.intervention]
        named += [*intervention.sources, *intervention.evidence.sources]
        named += [source for why in item.why for source in why.sources]
    return tuple(dict.fromkeys(name for name in named if name in base.sources))


def as_list(texts: Iterable[str]) -> str:
    """Texts as lines of a list."""
    return "\n".join(f"- {text}" for text in texts)


def _counted(number: int | None, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}" if number else ""
