"""What somebody typed or tapped on a screen of the interview becomes values, or a kind word about what is missing.

The fields of a form: ``<finding>`` holds the answer (``yes``, ``no``, ``unsure``, a number, an option or several),
``<finding>.unit`` the unit of a duration; ``none``, ``unsure`` and ``na`` name the findings that are answered so (``none``
may be ``1`` for the whole screen); ``helped`` names the findings for which "not sure" has been explained once already.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite

from django.utils.translation import gettext as _

from spinewise.intake import Step, applying
from spinewise.knowledge import NOT_APPLICABLE, KnowledgeBase, Value, read_value
from spinewise.knowledge.records import Finding

Typed = Mapping[str, Sequence[str]]
DURATION = "duration_days"
DAYS_IN = {"hours": 1 / 24, "days": 1.0, "weeks": 7.0, "months": 30.4375, "years": 365.25}
LONGEST_NUMBER = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """A screen as it was read. ``ask_again`` holds the findings to explain and ask once more."""

    values: Mapping[str, Value] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    ask_again: tuple[str, ...] = ()

    @property
    def done(self) -> bool:
        """May the conversation go on?"""
        return not self.errors and not self.ask_again


class _Missing(ValueError):
    """An answer that cannot be used; the message is for the person."""


class _Unsure(Exception):
    """The answer was "not sure"."""


def read_screen(step: Step, typed: Typed, base: KnowledgeBase) -> Reading:
    """Read every finding of a screen. Findings without value and error were answered with "not sure"."""
    values: dict[str, Value] = {}
    errors: dict[str, str] = {}
    ask_again: list[str] = []
    for finding in (base.findings[name] for name in step.findings):
        try:
            values[finding.id] = _read(finding, typed)
        except _Missing as missing:
            errors[finding.id] = str(missing)
        except _Unsure:
            if explains(finding) and finding.id not in typed.get("helped", ()):
                ask_again.append(finding.id)
    asked = applying(step.findings, values, base)
    to_mend = {name: message for name, message in errors.items() if name in asked}
    return Reading(values, to_mend, tuple(name for name in ask_again if name in asked))


def explains(finding: Finding) -> bool:
    """Is there an explanation for somebody who is not sure?"""
    return bool(finding.help)


def one(typed: Typed, key: str) -> str:
    """The last value of a field, or an empty text."""
    given = typed.get(key) or ("",)
    return given[-1].strip()


def _read(finding: Finding, typed: Typed) -> Value:
    if finding.id in typed.get("unsure", ()):
        raise _Unsure
    if finding.id in typed.get("na", ()) and finding.unstated == NOT_APPLICABLE:
        return NOT_APPLICABLE
    readers = {"bool": _yes_or_no, "number": _number, "choice": _choice, "list": _list}
    return readers[finding.type](finding, typed)


def _none(finding: Finding, typed: Typed) -> bool:
    return not {finding.id, "1"}.isdisjoint(typed.get("none", ()))


def _yes_or_no(finding: Finding, typed: Typed) -> Value:
    given = one(typed, finding.id)
    if given == "unsure":
        raise _Unsure
    if _none(finding, typed):
        if given == "yes":
            raise _Missing(_("You chose Yes here, and also “None of these”. Which one is right?"))
        return False
    if given not in ("yes", "no"):
        raise _Missing(_("Choose Yes, No or Not sure."))
    return given == "yes"


def _choice(finding: Finding, typed: Typed) -> Value:
    given = one(typed, finding.id)
    if given == "unsure" and given not in finding.option_values:
        raise _Unsure
    if given not in finding.option_values:
        raise _Missing(_("Choose one answer."))
    return given


def _list(finding: Finding, typed: Typed) -> Value:
    given = [value for value in typed.get(finding.id, ()) if value]
    if _none(finding, typed):
        if given:
            raise _Missing(_("You chose something here, and also “None of these”. Which one is right?"))
        return frozenset()
    if not given:
        raise _Missing(_("Choose at least one, or use one of the other buttons."))
    if not set(given) <= set(finding.option_values):
        raise _Missing(_("Choose from the list."))
    return frozenset(given)


def _number(finding: Finding, typed: Typed) -> Value:
    amount = _amount(one(typed, finding.id))
    if finding.id == DURATION:
        unit = one(typed, f"{finding.id}.unit")
        if unit not in DAYS_IN:
            raise _Missing(_("Choose hours, days, weeks, months or years."))
        amount = round(amount * DAYS_IN[unit], 3)
    elif finding.step is not None and finding.step >= 1 and amount != int(amount):
        raise _Missing(_("Write a whole number, such as %(example)s.") % {"example": f"{round(amount)}"})
    try:
        return read_value(finding, amount)
    except ValueError:
        raise _Missing(_limits(finding)) from None


def _amount(text: str) -> float:
    if not text:
        raise _Missing(_("Write a number, or use one of the other buttons."))
    try:
        amount = float(text.replace(",", ".")) if len(text) <= LONGEST_NUMBER else None
    except ValueError:
        amount = None
    if amount is None or not isfinite(amount):
        raise _Missing(_("Write it in figures, such as 3."))
    return amount


def _limits(finding: Finding) -> str:
    words = {"min": f"{finding.min or 0:g}", "max": f"{finding.max or 0:g}", "unit": finding.unit}
    if finding.max is None:
        return _("The number must be %(min)s or more.") % words
    if finding.id == DURATION:
        return _("That is longer than we can count. Write at most %(years)s years.") % {"years": int(finding.max // 365)}
    return _("The number must be from %(min)s to %(max)s.") % words
