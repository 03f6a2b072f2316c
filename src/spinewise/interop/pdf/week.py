"""A week on paper, set with typst. The same week gives the same bytes."""

import json
from datetime import UTC, datetime, time
from pathlib import Path

import typst

from spinewise.interop.answers.words import Json
from spinewise.interop.dose_words import dose_in_words, dose_reasons, doses, planned, sources_of
from spinewise.interop.files import write_whole
from spinewise.interop.pdf.pictures import qr_picture, steps_picture
from spinewise.interop.times import DAYS, SLOT_BEGINS, SLOT_NAMES, long_date
from spinewise.interop.watch import Signs, Watch
from spinewise.knowledge import Dose, KnowledgeBase
from spinewise.knowledge.describe.words import address_of
from spinewise.knowledge.records import Intervention
from spinewise.planning import Plan

_TEMPLATE = Path(__file__).with_name("week.typ")


def write_week(plan: Plan, base: KnowledgeBase, watch: Watch, path: Path) -> None:
    """Write a week as a PDF. Raises ``BadInput`` when the path cannot be written."""
    write_whole(path, week_pdf(plan, base, watch))


def week_pdf(plan: Plan, base: KnowledgeBase, watch: Watch, address: str = "") -> bytes:
    """A week as a PDF on A4: the seven days, what to watch for, how to do each thing with its picture, the sources.

    ``address`` is that of the week on the person's own Spinewise; it becomes a QR code, and without it there is none.
    """
    page = typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"week": json.dumps(week_content(plan, base, watch, address), ensure_ascii=False)},
        timestamp=int(datetime.combine(plan.week, time(), UTC).timestamp()),
    )
    return bytes(page)


def week_content(plan: Plan, base: KnowledgeBase, watch: Watch, address: str = "") -> dict[str, Json]:
    """The words and pictures on the page."""
    amounts = doses(plan)
    return {
        "begins": long_date(plan.week),
        "days": [_day(plan, day, base) for day in range(DAYS)],
        "things": [_thing(item, amounts[item.id], plan, base) for item in planned(plan, base)],
        "watch": [_signs(one) for one in watch.now],
        "perhaps": [_signs(one) for one in watch.perhaps],
        "address": address,
        "qr": qr_picture(address) if address else "",
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


def _signs(signs: Signs) -> Json:
    return {"name": signs.name, "emergency": list(signs.emergency), "doctor": list(signs.doctor)}


def _thing(item: Intervention, dose: Dose, plan: Plan, base: KnowledgeBase) -> Json:
    return {
        "name": item.name,
        "summary": item.summary,
        "steps": list(item.steps),
        "dose": f"{dose.minutes} minutes each time; {dose_in_words(dose)}",
        "dose_why": dose_reasons(plan)[item.id],
        "changes": list(plan.changes.get(item.id, ())),
        "stop": list(item.stop_signals),
        "picture": steps_picture(item.id, base),
    }


def _source(name: str, base: KnowledgeBase) -> Json:
    source = base.sources[name]
    return {"title": f"{source.title}. {source.publisher}, {source.year}.", "address": address_of(source)}
