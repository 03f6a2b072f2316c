"""One made-up life of a year: what somebody tells each week, and what happens with what was planned."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from benchmarks.year.groups import Told, told
from spinewise.intake.ageing import aged
from spinewise.knowledge import Findings
from spinewise.planning import Happened, Outcome, Plan

DAYS_PER_WEEK = 7
WORST_PAIN = 8.0
FLARE_CHANCE = 0.04
CLEARLY = 0.7
"""A change of pain from week to week that somebody calls better or worse."""
MISSED_WEEK_CHANCE = 0.05
BREAK_CHANCE = 0.015
WHYS = ("no-time", "no-time", "pain", "tired", "forgot", "other")


@dataclass
class Life:
    """Somebody, week after week. All chance comes from ``draw``."""

    draw: Random
    first_told: Told
    adherence: float
    pain: float
    before: float
    born_in: int | None = None
    away_until: int = -1
    leaks_until: int = -1
    changes: Told = field(default_factory=dict)

    def answers(self, week: int) -> Findings:
        """What is known in a week: old answers grown older, and how it is going now."""
        findings = aged(Findings(self.first_told), DAYS_PER_WEEK * week)
        now: Told = {"improving": self.pain < self.before - CLEARLY, "worsening": self.pain > self.before + CLEARLY}
        if "pain_nrs" in self.first_told:
            now["pain_nrs"] = float(round(self.pain))
        if self.born_in is not None and week >= self.born_in:
            weeks = float(week - self.born_in)
            now |= {
                "pregnant_weeks": 0.0,
                "postpartum_weeks": weeks,
                "birth_type": "vaginal" if self.adherence > 0.6 else "caesarean",
            }
        if week < self.leaks_until:
            now["urinary_incontinence"] = True
        return findings.with_values(now | self.changes)

    def live(self, week: int, monday: date, plan: Plan | None) -> list[Happened]:
        """What happens in a week with what was planned; then pain goes its way."""
        happened = [] if plan is None or self._does_nothing(week) else self._sessions(plan, monday)
        self._pain_goes_on()
        if "balance_trouble" in self.first_told and week > 20 and self.draw.random() < 0.05:
            self.changes["balance_trouble"] = False
        return happened

    def _does_nothing(self, week: int) -> bool:
        if self.draw.random() < BREAK_CHANCE:
            self.away_until = week + self.draw.randint(2, 5)
        return week < self.away_until or self.draw.random() < MISSED_WEEK_CHANCE

    def _sessions(self, plan: Plan, monday: date) -> list[Happened]:
        once = dict.fromkeys((item.day, item.intervention, item.dose.level) for item in plan.items)
        return [self._session(monday + timedelta(days=day), name, level) for day, name, level in once]

    def _session(self, on: date, name: str, level: int) -> Happened:
        if self.draw.random() > self.adherence:
            why = self.draw.choice(WHYS)
            return Happened(on, name, Outcome.SKIPPED, level=level, pain_before=self._scale(0.0), why=why)
        chance = self.draw.random()
        if chance < 0.01:
            return Happened(on, name, Outcome.STOPPED, level=level, pain_during=self._scale(2.0), why="pain")
        outcome = Outcome.PARTLY if chance < 0.06 else Outcome.DONE
        told_all = self.draw.random() < 0.9
        return Happened(
            on,
            name,
            outcome,
            level=level,
            effort=min(10, max(0, round(self.draw.gauss(4.5, 1.5)))) if told_all else None,
            pain_before=self._scale(0.0),
            pain_during=self._scale(0.8) if told_all else None,
            pain_next_day=self._scale(0.3),
            too_much=self.draw.random() < 0.01,
        )

    def _scale(self, spread: float) -> int:
        return min(10, max(0, round(self.draw.gauss(self.pain, spread) if spread else self.pain)))

    def _pain_goes_on(self) -> None:
        self.before = self.pain
        flare = 2.5 if self.draw.random() < FLARE_CHANCE else 0.0
        step = self.draw.gauss(-0.08, 0.5) + flare
        self.pain = min(WORST_PAIN, max(0.0, self.pain + step))


def life_of(group: str, number: int, seed: int) -> Life:
    """The life of one made-up person. The same arguments, the same life."""
    draw = Random(f"{seed}/{group}/{number}")
    first = told(group, draw)
    pain = first.get("pain_nrs", 2.0)
    level = pain if isinstance(pain, float) else 2.0
    life = Life(draw, first, draw.uniform(0.35, 0.98), level, level)
    weeks = first.get("pregnant_weeks")
    if isinstance(weeks, float):
        life.born_in = draw.randint(38, 41) - int(weeks)
    if "postpartum_weeks" in first and draw.random() < 0.2:
        life.leaks_until = draw.randint(4, 30)
    return life
