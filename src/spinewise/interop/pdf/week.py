"""A week on paper, set with typst. The same week gives the same bytes."""

import json
from datetime import UTC, datetime, time
from pathlib import Path

import typst

from spinewise.interop.answers.words import Json
from spinewise.interop.dose_words import dose_in_words, for_everybody, planned, sources_of
from spinewise.interop.files import write_whole
from spinewise.interop.times import DAYS, SLOT_BEGINS, SLOT_NAMES, long_date
from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.describe.words import address_of
from spinewise.knowledge.records import Intervention
from spinewise.planning import Plan

_TEMPLATE = Path(__file__).with_name("week.typ")


def write_week(plan: Plan, base: KnowledgeBase, path: Path) -> None:
    """Write a week as a PDF. Raises ``BadInput`` when the path cannot be written."""
    write_whole(path, week_pdf(plan, base))


def week_pdf(plan: Plan, base: KnowledgeBase) -> bytes:
    """A week as a PDF on A4: the seven days, how to do each thing, when to stop, what to watch for, the sources."""
    page = typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"week": json.dumps(week_content(plan, base), ensure_ascii=False)},
        timestamp=int(datetime.combine(plan.week, time(), UTC).timestamp()),
    )
    return bytes(page)


def week_content(plan: Plan, base: KnowledgeBase) -> dict[str, Json]:
    """The words on the page."""
    nets = for_everybody(base)
    return {
        "begins": long_date(plan.week),
        "days": [_day(plan, day, base) for day in range(DAYS)],
        "things": [_thing(item, plan) for item in planned(plan, base)],
        "emergency": [line for net in nets for line in net.emergency],
        "doctor": [line for net in nets for line in net.doctor],
        "sources": [_source(name, base) for name in sources_of(plan, base)],
    }


def _day(plan: Plan, day: int, base: KnowledgeBase) -> Json:
    items: list[Json] = [
        {"slot": SLOT_NAMES[slot], "name": base.interventions[item.intervention].name, "minutes": item.minutes}
        for slot in SLOT_BEGINS
        for item in plan.on(day)
        if item.slot == slot
    ]
    return {"date": long_date(plan.date_of(day)), "items": items}


def _thing(item: Intervention, plan: Plan) -> Json:
    return {
        "name": item.name,
        "summary": item.summary,
        "steps": list(item.steps),
        "dose": f"{item.dosage.minutes} minutes each time; {dose_in_words(item.dosage)}",
        "changes": list(plan.changes.get(item.id, ())),
        "stop": list(item.stop_signals),
    }


def _source(name: str, base: KnowledgeBase) -> Json:
    source = base.sources[name]
    return {"title": f"{source.title}. {source.publisher}, {source.year}.", "address": address_of(source)}
