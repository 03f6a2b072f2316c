"""One screen of the interview as the page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from spinewise.intake import Answered, self_test_for
from spinewise.knowledge import NOT_APPLICABLE, Findings, KnowledgeBase, Value
from spinewise.knowledge.records import Finding, SelfTest
from spinewise.web.conversation import Place
from spinewise.web.presenters.bodymap import FIGURES, GROUPS, Figure
from spinewise.web.presenters.members import Members, members_of
from spinewise.web.presenters.pictures import Picture, picture_of
from spinewise.web.presenters.words import capital
from spinewise.web.reading import DAYS_IN, DURATION, Reading, Typed, one

SHARE_LEFT_PER_SCREEN = 0.94
"""Each answer takes this share of the way that is still left, so that the line only ever grows."""
LONGEST_SCALE = 11


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One answer to tap."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class GroupView:
    """Answers under a common heading."""

    name: str
    choices: tuple[ChoiceView, ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """One finding to answer. ``kind``: yesno, choice, list, body, scale, duration, number."""

    id: str
    kind: str
    label: str
    why: str
    help: str
    show_help: bool
    helped: bool
    error: str
    choices: tuple[ChoiceView, ...]
    groups: tuple[GroupView, ...]
    typed: str
    unit: str
    whole: bool
    can_be_none: bool
    unsure_label: str
    not_applicable: bool
    marked: frozenset[str]
    """Which of ``none``, ``na`` and ``unsure`` was ticked."""
    members: Members
    picture: Picture | None
    self_test: SelfTest | None
    """How to find it out, after a "not sure" of somebody for whom trying is safe."""


@dataclass(frozen=True, slots=True)
class ScreenView:
    """A whole screen."""

    question: str
    title: str
    why: str
    fields: tuple[FieldView, ...]
    number: int
    progress: int
    several: bool
    errors: tuple[tuple[str, str], ...]
    figures: tuple[Figure, ...]

    @property
    def one_tap(self) -> bool:
        """Are these several yes/no questions, so that one button can say "none of these" to all?"""
        return self.several and all(field.kind == "yesno" for field in self.fields)

    @property
    def title_is_label(self) -> bool:
        """Does the one question say just what the title says?"""
        return not self.several and self.fields[0].label == self.title


def progress(furthest: int) -> int:
    """How far along, from 2 to 98 of 100, from the most screens that were ever answered."""
    return round(2 + 96 * (1 - SHARE_LEFT_PER_SCREEN**furthest))


@dataclass(frozen=True, slots=True)
class Sent:
    """What was typed into a screen, and what of it can be read."""

    typed: Typed
    reading: Reading


def screen_view(place: Place, furthest: int, sent: Sent, known: Findings, base: KnowledgeBase) -> ScreenView:
    """The page for a screen: fresh, or with what was typed and what is to be mended. ``known`` was said before it."""
    person = known.with_values(sent.reading.values)
    fields = tuple(_field(base.findings[name], sent, person, base) for name in place.step.findings)
    question = place.step.question
    return ScreenView(
        question=question.id,
        title=question.title,
        why=question.why,
        fields=fields,
        number=place.number,
        progress=progress(furthest),
        several=len(fields) > 1,
        errors=tuple((field.id, _summary(field, len(fields), base)) for field in fields if field.error),
        figures=FIGURES if any(field.kind == "body" for field in fields) else (),
    )


def _summary(field: FieldView, fields: int, base: KnowledgeBase) -> str:
    """One line of the error summary; among several questions it says which one."""
    return f"{capital(base.name_of(field.id))}: {field.error}" if fields > 1 else field.error


def typed_of(answered: Answered, base: KnowledgeBase) -> dict[str, list[str]]:
    """An earlier answer as it would be typed, to be shown on the way back."""
    typed: dict[str, list[str]] = {"helped": [], "unsure": [], "none": [], "na": []}
    for finding in answered.findings:
        value = answered.values.get(finding)
        if value is None:
            typed["helped"].append(finding)
            typed[finding] = ["unsure"] if base.findings[finding].type == "bool" else []
        else:
            typed |= _as_typed(base.findings[finding], value)
        mark = _mark(value, base.findings[finding])
        if mark:
            typed[mark].append(finding)
    return typed


def _mark(value: Value | None, finding: Finding) -> str:
    """The box beside the answers that says it, if any: ``unsure``, ``none`` or ``na``."""
    if value is None:
        return "" if finding.type == "bool" else "unsure"
    if value == NOT_APPLICABLE and value not in finding.option_values:
        return "na"
    return "none" if value == frozenset() else ""


def _as_typed(record: Finding, value: Value) -> dict[str, list[str]]:
    finding = record.id
    if isinstance(value, bool):
        return {finding: ["yes" if value else "no"]}
    if isinstance(value, frozenset):
        return {finding: sorted(value)}
    if isinstance(value, str):
        return {finding: [value]} if value in record.option_values else {}
    if finding == DURATION:
        unit = _natural_unit(value)
        return {finding: [f"{round(value / DAYS_IN[unit], 1):g}"], f"{finding}.unit": [unit]}
    return {finding: [f"{value:g}"]}


def _natural_unit(days: float) -> str:
    """The largest unit in which the number is nearly whole; days when none is."""
    for unit in ("years", "months", "weeks"):
        amount = days / DAYS_IN[unit]
        if amount >= 1 and abs(amount - round(amount)) < 0.005:
            return unit
    return "hours" if days < 1 else "days"


def _field(finding: Finding, sent: Sent, person: Findings, base: KnowledgeBase) -> FieldView:
    kind, typed, reading = _kind(finding), sent.typed, sent.reading
    again = finding.id in reading.ask_again
    given = set(typed.get(finding.id, ()))
    choices = _choices(finding, kind, given | set(typed.get(f"{finding.id}.unit", ())))
    return FieldView(
        id=finding.id,
        kind=kind,
        label=finding.question,
        why=finding.why,
        help=finding.help,
        show_help=again,
        helped=again or finding.id in typed.get("helped", ()),
        error=reading.errors.get(finding.id, ""),
        choices=choices,
        groups=_groups(choices) if kind == "body" else (),
        typed=one(typed, finding.id),
        unit=finding.unit,
        whole=(finding.step or 0) >= 1,
        can_be_none=finding.type == "list" and kind != "body",
        unsure_label=_unsure_label(finding),
        not_applicable=finding.unstated == NOT_APPLICABLE and finding.type == "number",
        marked=frozenset(mark for mark in ("none", "na", "unsure") if finding.id in typed.get(mark, ())),
        members=members_of(finding, base),
        picture=picture_of(finding.id),
        self_test=self_test_for(finding.id, person, base) if again else None,
    )


def _kind(finding: Finding) -> str:
    if finding.type == "bool":
        return "yesno"
    if finding.type == "list":
        return "body" if finding.id == "regions" else "list"
    if finding.type == "choice":
        return "choice"
    if finding.id == DURATION:
        return "duration"
    return "scale" if finding.min == 0 and finding.max == LONGEST_SCALE - 1 and finding.step == 1 else "number"


def _choices(finding: Finding, kind: str, given: set[str]) -> tuple[ChoiceView, ...]:
    if kind == "yesno":
        pairs: Sequence[tuple[str, str]] = (("yes", _("Yes")), ("no", _("No")), ("unsure", _("Not sure")))
    elif kind == "scale":
        pairs = [(str(step), str(step)) for step in range(LONGEST_SCALE)]
    elif kind == "duration":
        names = (_("hours"), _("days"), _("weeks"), _("months"), _("years"))
        pairs = list(zip(DAYS_IN, names, strict=True))
    else:
        pairs = [(option.value, option.name) for option in finding.options]
    return tuple(ChoiceView(value, name, value in given) for value, name in pairs)


def _groups(choices: tuple[ChoiceView, ...]) -> tuple[GroupView, ...]:
    """Places of the body by part; a place that no part names comes under the last heading."""
    named = {place for _name, places in GROUPS for place in places}
    rest = tuple(choice.value for choice in choices if choice.value not in named)
    by_value = {choice.value: choice for choice in choices}
    parts = [*GROUPS[:-1], (GROUPS[-1][0], (*GROUPS[-1][1], *rest))]
    found = ((str(name), tuple(by_value[place] for place in places if place in by_value)) for name, places in parts)
    return tuple(GroupView(name, inside) for name, inside in found if inside)


def _unsure_label(finding: Finding) -> str:
    return _("I would rather not say") if finding.id in ("age", "sex") else _("I am not sure")
