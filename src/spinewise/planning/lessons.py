"""Which lessons a week leaves out because they were read not long ago. The week prefers what is new."""

from collections.abc import Iterable
from datetime import date

from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.knowledge.records import Intervention
from spinewise.planning.dosing import Happened, Outcome

READ_AGAIN_AFTER_DAYS = 90
_READ = (Outcome.DONE, Outcome.PARTLY)


def read_lately(happened: Iterable[Happened], findings: Findings, base: KnowledgeBase, week: date) -> frozenset[str]:
    """The lessons read in the time before this week. What is read in the week itself stays where it stands.

    When all that fits this person was read, the one read longest ago may come again.
    """
    lessons = {item.id for item in base.interventions.values() if item.family == "education" and _meant(item, findings)}
    last = {
        one.intervention: one.on
        for one in sorted(happened, key=lambda one: one.on)
        if one.outcome in _READ and one.intervention in lessons and one.on < week
    }
    recent = {name: on for name, on in last.items() if (week - on).days <= READ_AGAIN_AFTER_DAYS}
    if lessons and recent.keys() == lessons:
        recent.pop(min(recent, key=lambda name: (recent[name], name)))
    return frozenset(recent)


def _meant(item: Intervention, findings: Findings) -> bool:
    return any(line.when.evaluate(findings) is True for line in item.helps)
