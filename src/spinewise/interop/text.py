"""A week as plain text: for a message, a note on the fridge, or a reader that speaks."""

from collections.abc import Iterator
from pathlib import Path

from spinewise.interop.dose_words import as_list, dose_in_words, dose_reasons, doses, planned
from spinewise.interop.files import write_whole
from spinewise.interop.times import DAYS, SLOT_BEGINS, SLOT_NAMES, long_date
from spinewise.interop.watch import Signs, Watch
from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.records import Intervention
from spinewise.planning import Plan


def write_text(plan: Plan, base: KnowledgeBase, watch: Watch, path: Path) -> None:
    """Write a week as plain text. Raises ``BadInput`` when the path cannot be written."""
    write_whole(path, week_text(plan, base, watch).encode())


def week_text(plan: Plan, base: KnowledgeBase, watch: Watch) -> str:
    """The seven days, how to do each thing, when to stop, and what to watch for."""
    parts = [
        f"Your week from {long_date(plan.week)}",
        *(_day(plan, day, base) for day in range(DAYS)),
        "HOW TO DO IT",
        *(_thing(item, plan) for item in planned(plan, base)),
        *_signs(watch),
        "This is self-care, no diagnosis. Spinewise is no doctor.",
    ]
    return "\n\n".join(parts) + "\n"


def _day(plan: Plan, day: int, base: KnowledgeBase) -> str:
    lines = [
        f"  {SLOT_NAMES[slot]}: {base.interventions[item.intervention].name}, {item.minutes} min"
        for slot in SLOT_BEGINS
        for item in plan.on(day)
        if item.slot == slot
    ]
    return "\n".join([long_date(plan.date_of(day)), *(lines or ["  Nothing is planned. Rest belongs to it."])])


def _thing(item: Intervention, plan: Plan) -> str:
    steps = "\n".join(f"  {number}. {step}" for number, step in enumerate(item.steps, start=1))
    changes, dose, why = plan.changes.get(item.id, ()), doses(plan)[item.id], dose_reasons(plan)[item.id]
    lines = [
        item.name,
        steps,
        f"  How much: {dose.minutes} minutes each time; {dose_in_words(dose)}",
        *([f"  Why so much: {why}"] if why else []),
        *(f"  For you with a change: {change}" for change in changes),
        *(f"  Stop if: {sign}" for sign in item.stop_signals),
    ]
    return "\n".join(lines)


def _signs(watch: Watch) -> Iterator[str]:
    yield "WHAT TO WATCH FOR"
    for signs in watch.now:
        yield from _one(signs)
    if watch.perhaps:
        yield "MORE SIGNS, IF OTHER TROUBLE COMES ALONG"
        for signs in watch.perhaps:
            yield from _one(signs)


def _one(signs: Signs) -> Iterator[str]:
    head = f"{signs.name}: " if signs.name else ""
    if signs.emergency:
        yield f"{head}Get emergency help if you notice\n{as_list(signs.emergency)}"
    if signs.doctor:
        yield f"{head}See a doctor if you notice\n{as_list(signs.doctor)}"
