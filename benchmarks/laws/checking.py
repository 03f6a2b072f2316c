"""The safety laws, each checked on one random person after the other. A person is replayed from seed and number."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

from benchmarks.people import random_person, random_value
from benchmarks.planning.people import person as person_with_wishes
from spinewise.assessment import interview_from_facts
from spinewise.knowledge import Findings, KnowledgeBase, complete, read_closed
from spinewise.planning import Plan, plan_week
from spinewise.safety import Clearance, clear
from spinewise.triage import Reason, disposition_of, triage

SHARES_OF_YES = (None, 0.05, 0.2)
"""How often people answer yes, in turn; ``None`` is as often as no."""
SHARE_OF_NOT_SURE = 0.2
ANSWERS_CHANGED = 8
ANSWERS_FORGOTTEN = 5
WEEK = date(2026, 1, 5)


@dataclass(slots=True)
class Tally:
    """How often each law was checked, and where it was broken."""

    checked: Counter[str] = field(default_factory=Counter)
    breaches: list[str] = field(default_factory=list)

    def note(self, law: str, number: int, wrong: Iterator[str]) -> None:
        """One check of a law for one person, with what was wrong."""
        self.checked[law] += 1
        self.breaches += [f"{law}, person {number}: {what}" for what in wrong]

    def add(self, other: "Tally") -> None:
        """The sum of two tallies."""
        self.checked.update(other.checked)
        self.breaches += other.breaches


def check_people(base: KnowledgeBase, numbers: range, *, seed: int, every: int) -> Tally:
    """Check the laws for the people with these numbers; the slow laws for one in ``every`` of them."""
    tally = Tally()
    for number in numbers:
        random = Random(f"{seed}:{number}")
        person = random_person(base, random, yes=SHARES_OF_YES[number % len(SHARES_OF_YES)])
        tally.note("an answer never lowers the disposition", number, _lowered(person, base, random))
        tally.note("every reason has words, findings and sources", number, _unexplained(person, base))
        if number % every == 0:
            tally.note("the interview ends no lower than knowing everything", number, _interview_lower(person, base))
            tally.note("nothing blocked or ask-first is planned", number, _unsafe_week(number, base, random, tally))
    return tally


def _lowered(person: Findings, base: KnowledgeBase, random: Random) -> Iterator[str]:
    """One open question is answered, or answered with "not sure"."""
    before = triage(complete(person, base), base)
    if not before.undecided:
        return
    asked = random.choice(before.undecided).finding
    if random.random() < SHARE_OF_NOT_SURE:
        after = person.with_unsure([asked])
    else:
        after = person.with_values({asked: random_value(base.findings[asked], random)})
    reached = disposition_of(complete(after, base), base)
    if reached < before.disposition:
        yield f"{before.disposition.word} became {reached.word} when {asked} was answered with {after.get(asked)!r}"


def _unexplained(person: Findings, base: KnowledgeBase) -> Iterator[str]:
    known = read_closed(person, base)
    for reason in triage(known, base).reasons:
        if not _complete_reason(reason, base):
            yield f"the reason {reason.rule} lacks words, findings or sources"
    for clearance in clear(known, base).values():
        yield from _grounds_without_sources(clearance, base)


def _complete_reason(reason: Reason, base: KnowledgeBase) -> bool:
    return bool(reason.says and reason.because and reason.sources) and all(one in base.sources for one in reason.sources)


def _grounds_without_sources(clearance: Clearance, base: KnowledgeBase) -> Iterator[str]:
    if not clearance.offered and not clearance.grounds:
        yield f"{clearance.intervention} is {clearance.verdict.value} without a reason"
    for ground in clearance.grounds:
        if not (ground.because and ground.sources) or any(one not in base.sources for one in ground.sources):
            yield f"{ground.rule} for {clearance.intervention} lacks words or sources"


def _interview_lower(person: Findings, base: KnowledgeBase) -> Iterator[str]:
    everything = disposition_of(read_closed(person, base), base)
    _, after = interview_from_facts(person, base, closed=True)
    if after.triage.disposition < everything:
        yield f"{after.triage.disposition.word} by asking, {everything.word} by knowing"


def _unsafe_week(number: int, base: KnowledgeBase, random: Random, tally: Tally) -> Iterator[str]:
    """A week for somebody whose other answers were shuffled a little and of whom some things are not known."""
    ordinary, wishes = person_with_wishes(number, base)
    findings = _shuffled(ordinary, base, random)
    made = plan_week(findings, base, disposition=disposition_of(findings, base), week=WEEK, wishes=wishes)
    if not isinstance(made, Plan):
        return
    tally.checked["weeks made"] += 1
    clearances = clear(findings, base)
    tally.checked["weeks made while something was to be asked first"] += any(one.needs for one in clearances.values())
    for name in sorted({item.intervention for item in made.items if not clearances[item.intervention].offered}):
        yield f"{name} is planned and {clearances[name].verdict.value}"


def _shuffled(person: Findings, base: KnowledgeBase, random: Random) -> Findings:
    changed = random.sample(sorted(name for name in base.findings if base.findings[name].type == "bool"), ANSWERS_CHANGED)
    said = person.with_values({name: random.random() < 0.5 for name in changed if base.findings[name].purpose != "danger"})
    return said.without(random.sample(sorted(said.values), ANSWERS_FORGOTTEN))
