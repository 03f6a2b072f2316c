"""Doses in words: the usual one of an intervention, and the one of a person with its reasons."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spinewise.knowledge import Dose
from spinewise.knowledge.records import Dosage
from spinewise.planning import Plan, PlannedItem
from spinewise.records.plans import DAYS
from spinewise.web.presenters.words import capital


def dose_words(dosage: Dosage) -> tuple[str, ...]:
    """How much is usual, in short lines."""
    lines = [_counted(dosage), _minutes(dosage.minutes, dosage.frequency_per_week.usual), capital(dosage.intensity)]
    return tuple(line for line in lines if line)


def planned_dose_words(item: PlannedItem, plan: Plan) -> tuple[str, ...]:
    """How much this person does in this week, in short lines."""
    dose = item.dose
    days = len({one.day for one in plan.items if one.intervention == item.intervention})
    lines = [_counted(dose), _minutes(dose.minutes, days), capital(dose.intensity), _step(dose)]
    return tuple(line for line in lines if line)


def level_words(dose: Dose, usual: str) -> str:
    """One level of a ladder in a line; how hard it is only where that differs from what is usual."""
    minutes = _("%(minutes)s min") % {"minutes": dose.minutes}
    lines = [_counted(dose), minutes, capital(dose.intensity) if dose.intensity != usual else ""]
    return ", ".join(line for line in lines if line)


def dose_reasons(item: PlannedItem) -> str:
    """Why it is so much, in sentences."""
    return " ".join(why.says for why in item.dose_why)


def _minutes(minutes: int, days: int) -> str:
    times = _("every day") if days == DAYS else ngettext("%(n)s day a week", "%(n)s days a week", days) % {"n": days}
    return _("%(minutes)s min, %(times)s") % {"minutes": minutes, "times": times}


def _step(dose: Dose) -> str:
    if dose.levels == 1:
        return ""
    return _("Step %(step)s of %(steps)s, from easy to hard") % {"step": dose.level + 1, "steps": dose.levels}


def _counted(dose: Dosage | Dose) -> str:
    parts: list[str] = []
    if dose.sets and dose.repetitions:
        parts.append(
            ngettext("%(n)s set", "%(n)s sets", dose.sets) % {"n": dose.sets}
            + " "
            + ngettext("of %(n)s repetition", "of %(n)s repetitions", dose.repetitions) % {"n": dose.repetitions}
        )
    elif dose.repetitions:
        parts.append(ngettext("%(n)s repetition", "%(n)s repetitions", dose.repetitions) % {"n": dose.repetitions})
    elif dose.sets:
        parts.append(ngettext("once", "%(n)s times", dose.sets) % {"n": dose.sets})
    if dose.hold_s:
        parts.append(_("hold %(seconds)s seconds") % {"seconds": f"{dose.hold_s:g}"})
    return capital(", ".join(parts))
