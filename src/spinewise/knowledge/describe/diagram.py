"""A programme as a picture: its phases from top to bottom, and on the ways between them the conditions in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from xml.sax.saxutils import escape

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.records import Leave, Phase, Programme, StepBack

WIDTH = 720
_LEFT, _BOX, _PAD, _LINE = 16, 500, 14, 21
_IN_BOX, _ON_WAY, _AT_SIDE = 60, 56, 21
"""Letters in a line: in a box, beside an arrow, beside a way back."""
_STYLE = (
    "text{font:15px system-ui,sans-serif;fill:#22201c}.head{font-weight:700}.small{font-size:13px;fill:#5d564a}"
    ".box{fill:#fffdf8;stroke:#857b69;stroke-width:1.5}.end{fill:#dcebe6;stroke:#0b5750}"
    ".way{fill:none;stroke:#0b5750;stroke-width:2}.back{fill:none;stroke:#a4552f;stroke-width:2;stroke-dasharray:6 4}"
    ".tip{fill:#0b5750}.tip-back{fill:#a4552f}.page{fill:#f6f1e7}"
    "@media (prefers-color-scheme:dark){text{fill:#f1ece2}.small{fill:#c3baab}.box{fill:#2a2723;stroke:#9a907f}"
    ".end{fill:#1f3a36;stroke:#7cc4b8}.way{stroke:#7cc4b8}.tip{fill:#7cc4b8}.back{stroke:#e0a283}.tip-back{fill:#e0a283}"
    ".page{fill:#1b1916}}"
)


@dataclass(slots=True)
class _Sheet:
    """What is drawn so far, and how far down it goes."""

    y: int = _PAD
    parts: list[str] = field(default_factory=list)
    tops: dict[str, int] = field(default_factory=dict)
    bottoms: dict[str, int] = field(default_factory=dict)

    def lines(self, texts: Sequence[str], x: int, letters: int, style: str = "") -> None:
        """Texts one below the other, wrapped."""
        for line in (line for text in texts for line in wrap(text, letters)):
            self.y += _LINE
            named = f' class="{style}"' if style else ""
            self.parts.append(f'<text x="{x}" y="{self.y - 6}"{named}>{escape(line)}</text>')


def programme_svg(programme: Programme, base: KnowledgeBase) -> str:
    """The programme as SVG, for light and dark screens, with a title and a description for those who hear it."""
    sheet = _Sheet()
    sheet.lines([programme.name], _LEFT, _IN_BOX, "head")
    sheet.lines([_for_whom(programme, base)], _LEFT, _IN_BOX + 20, "small")
    sheet.y += _PAD
    for number, phase in enumerate(programme.phases):
        _box(sheet, phase)
        _ways(sheet, programme, number, base)
    for number, phase in enumerate(programme.phases):
        for place, step in enumerate(phase.back):
            _way_back(sheet, phase, step, _LEFT + _BOX + 14 * (number % 2) + 10 * place)
    return _document(programme, base, sheet)


def programme_in_words(programme: Programme, base: KnowledgeBase) -> Iterator[str]:
    """What the picture shows, one sentence for each box and way."""
    yield _for_whom(programme, base)
    for number, phase in enumerate(programme.phases):
        yield f"{phase.name}: {phase.says} {_end_of(phase)}"
        for way in phase.leave:
            yield f"On to {_name(programme, way.to)}: {way.says} {_condition(way, base)}"
        for step in phase.back:
            yield f"Back to {_name(programme, step.to)}: {step.says} Rule: {step.when.describe(base)}."
        yield from (f"Then {name}" for name in _hand_overs(programme, number, base))


def _for_whom(programme: Programme, base: KnowledgeBase) -> str:
    gate = f" Rule: {programme.gate.describe(base)}." if programme.gate else ""
    unless = f" Not for: {programme.unless.describe(base)}." if programme.unless else ""
    return f"{programme.whom}{gate}{unless}"


def _name(programme: Programme, phase: str) -> str:
    return next(one.name for one in programme.phases if one.id == phase)


def _end_of(phase: Phase) -> str:
    longest = phase.longest
    if longest is None:
        return "For as long as you like."
    end = "At most" if longest.then == "next" else "A new look after"
    return f"{end} {longest.days} days. {longest.says}"


def _condition(way: Leave, base: KnowledgeBase) -> str:
    days = [f"after {way.after_days} days"] if way.after_days else []
    when = [way.when.describe(base)] if way.when else []
    return f"Rule: {' and '.join([*days, *when])}." if days or when else ""


def _hand_overs(programme: Programme, number: int, base: KnowledgeBase) -> list[str]:
    last = number + 1 == len(programme.phases)
    return [f"{base.programmes[one.programme].name}: {one.says}" for one in programme.then] if last else []


def _box(sheet: _Sheet, phase: Phase) -> None:
    top = sheet.y
    place = len(sheet.parts)
    sheet.y += 8
    sheet.lines([phase.name], _LEFT + _PAD, _IN_BOX, "head")
    sheet.lines([phase.says], _LEFT + _PAD, _IN_BOX)
    sheet.lines([_end_of(phase)], _LEFT + _PAD, _IN_BOX + 8, "small")
    sheet.y += 8
    style = "box end" if phase.lasting else "box"
    shape = f'<rect class="{style}" x="{_LEFT}" y="{top}" width="{_BOX}" height="{sheet.y - top}" rx="10"/>'
    sheet.parts.insert(place, shape)
    sheet.tops[phase.id], sheet.bottoms[phase.id] = top, sheet.y


def _ways(sheet: _Sheet, programme: Programme, number: int, base: KnowledgeBase) -> None:
    """The arrow to what comes after, with every way on beside it."""
    phase, top = programme.phases[number], sheet.y
    hand_overs = _hand_overs(programme, number, base)
    if not phase.leave and not hand_overs and number + 1 == len(programme.phases):
        sheet.y += _PAD
        return
    sheet.y += 6
    for way in phase.leave:
        sheet.lines([f"{_name(programme, way.to)}: {way.says}"], _LEFT + 56, _ON_WAY)
        sheet.lines([_condition(way, base)], _LEFT + 56, _ON_WAY + 8, "small")
    sheet.lines([f"Then: {text}" for text in hand_overs], _LEFT + 56, _ON_WAY)
    sheet.y = max(sheet.y + 12, top + 40)
    x = _LEFT + 34
    sheet.parts.append(f'<path class="way" d="M{x} {top}V{sheet.y - 8}"/>')
    sheet.parts.append(f'<path class="tip" d="M{x - 6} {sheet.y - 10}h12l-6 10z"/>')


def _way_back(sheet: _Sheet, phase: Phase, step: StepBack, x: int) -> None:
    """A dashed way up at the right, with what leads back beside it."""
    start = (sheet.tops[phase.id] + sheet.bottoms[phase.id]) // 2
    end = (sheet.tops[step.to] + sheet.bottoms[step.to]) // 2 + 12
    edge, out = _LEFT + _BOX, x + 22
    sheet.parts.append(f'<path class="back" d="M{edge} {start}H{out}V{end}H{edge + 8}"/>')
    sheet.parts.append(f'<path class="tip-back" d="M{edge + 10} {end - 6}v12l-10-6z"/>')
    after, sheet.y = sheet.y, max(end + 8, start - 8 * _LINE)
    sheet.lines([step.says], _LEFT + _BOX + 44, _AT_SIDE, "small")
    sheet.y = max(after, sheet.y)


def _document(programme: Programme, base: KnowledgeBase, sheet: _Sheet) -> str:
    height = sheet.y + _PAD
    words = escape(" ".join(programme_in_words(programme, base)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" '
        f'aria-labelledby="t d"><title id="t">{escape(programme.name)}</title><desc id="d">{words}</desc>'
        f'<style>{_STYLE}</style><rect class="page" width="{WIDTH}" height="{height}"/>{"".join(sheet.parts)}</svg>'
    )
