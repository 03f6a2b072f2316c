"""A sheet of exercises on paper, with their still pictures, set with typst. The same exercises give the same bytes."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

import typst

from spinewise.interop.answers.words import Json
from spinewise.interop.dose_words import dose_in_words
from spinewise.interop.pdf.pictures import steps_picture
from spinewise.knowledge import Dose, KnowledgeBase
from spinewise.movement import described, movement_of

_TEMPLATE = Path(__file__).with_name("sheet.typ")
_ALWAYS = "A mild pull or effort is fine. Sharp or growing pain is not: stop there. Breathe all the time."


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One exercise of a sheet with its dose, and what to do differently."""

    intervention: str
    dose: Dose
    changes: tuple[str, ...] = ()


def sheet_pdf(items: Sequence[SheetItem], base: KnowledgeBase, on: date, note: str = "") -> bytes:
    """The exercises as a PDF on A4; ``note`` says for whom they are, ``on`` is the day in the file's own data."""
    page = typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(sheet_content(items, base, note), ensure_ascii=False)},
        timestamp=int(datetime.combine(on, time(), UTC).timestamp()),
    )
    return bytes(page)


def sheet_content(items: Sequence[SheetItem], base: KnowledgeBase, note: str = "") -> dict[str, Json]:
    """What is on the page."""
    shared = shared_stops([one.intervention for one in items], base)
    rows: list[Json] = [_item(one, base, shared) for one in items]
    return {"note": note, "always": _ALWAYS, "stop": list(shared), "items": rows}


def shared_stops(names: Sequence[str], base: KnowledgeBase) -> tuple[str, ...]:
    """When to stop that holds for several of the exercises, so that it is told once."""
    counted = Counter(text for name in names for text in base.interventions[name].stop_signals)
    return tuple(text for text, count in counted.items() if count > 1)


def _item(one: SheetItem, base: KnowledgeBase, shared: tuple[str, ...]) -> Json:
    item = base.interventions[one.intervention]
    movement = movement_of(base, item.id)
    return {
        "name": item.name,
        "steps": list(item.steps),
        "dose": f"{one.dose.minutes} minutes each time; {dose_in_words(one.dose)}",
        "changes": list(one.changes),
        "stop": [text for text in item.stop_signals if text not in shared],
        "picture": steps_picture(item.id, base),
        "shows": described(movement) if movement else "",
    }
