"""People and histories for the tests of doses, over the real knowledge base."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from spinewise.knowledge import Findings, findings_from_facts, load_knowledge, read_closed
from spinewise.planning import Happened, Outcome

BASE = load_knowledge()
DAY_ONE = date(2026, 1, 5)
ACTIVE: dict[str, Any] = {
    "age": 40,
    "sex": "female",
    "complaint": "pain",
    "regions": ["low-back"],
    "pain_nrs": 4,
    "duration_days": 60,
    "exercise_now": "some",
}
GOOD = Happened(DAY_ONE, "walking", Outcome.DONE, effort=4, pain_during=2)
NAMES = ("walking", "bridge", "sit-to-stand", "calf-stretch-wall", "knee-rolls", "gentle-yoga")


def person(**facts: Any) -> Findings:
    """Somebody of whom everything else is answered with no."""
    return read_closed(findings_from_facts({**ACTIVE, **facts}, BASE), BASE)


def day(number: int) -> date:
    return DAY_ONE + timedelta(days=number)


def good(*days: int, name: str = "walking") -> tuple[Happened, ...]:
    return tuple(replace(GOOD, on=day(number), intervention=name) for number in days)


def weeks(count: int, name: str = "walking") -> tuple[Happened, ...]:
    """So many good weeks, three days each."""
    return good(*(7 * week + one for week in range(count) for one in (0, 2, 4)), name=name)


def _scale() -> st.SearchStrategy[int | None]:
    return st.one_of(st.none(), st.integers(0, 10))


def happenings(names: Iterable[str] = NAMES, days: int = 90) -> st.SearchStrategy[Happened]:
    return st.builds(
        Happened,
        on=st.integers(0, days).map(day),
        intervention=st.sampled_from(tuple(names)),
        outcome=st.sampled_from((Outcome.DONE, Outcome.DONE, Outcome.DONE, *Outcome)),
        level=st.one_of(st.none(), st.integers(0, 12)),
        effort=_scale(),
        pain_before=_scale(),
        pain_during=st.one_of(st.none(), st.integers(0, 4), st.integers(0, 10)),
        pain_next_day=_scale(),
        too_much=st.sampled_from((False, False, False, True)),
        why=st.sampled_from(("", "no-time", "pain", "tired")),
    )


def histories(most: int = 60) -> st.SearchStrategy[tuple[Happened, ...]]:
    """What happened in three months: single days, and good weeks between them."""
    single = st.lists(happenings(), max_size=most)
    whole = st.lists(st.tuples(st.integers(0, 12), st.sampled_from(NAMES)), max_size=12)
    return st.builds(lambda days, full: (*days, *(one for pair in full for one in _week(*pair))), single, whole)


def flares() -> st.SearchStrategy[tuple[Happened, ...]]:
    """Walks of many good weeks with bad and sore ones between them, and single days of any kind: down and back again."""
    kinds = st.lists(st.sampled_from(("good", "good", "good", "bad", "sore")), min_size=16, max_size=16)
    single = st.lists(happenings(("walking",), 110), max_size=3)
    return st.builds(lambda kinds, days: (*_waves(kinds), *days), kinds, single)


def _waves(kinds: list[str]) -> Iterable[Happened]:
    pains: dict[str, dict[str, int]] = {
        "good": {},
        "bad": {"pain_before": 3, "pain_during": 8},
        "sore": {"pain_before": 7, "pain_during": 7, "pain_next_day": 7},
    }
    for one in weeks(len(kinds)):
        yield replace(one, **pains[kinds[(one.on - DAY_ONE).days // 7]])  # type: ignore[arg-type]


def _week(week: int, name: str) -> tuple[Happened, ...]:
    return good(*(7 * week + one for one in (0, 2, 4)), name=name)


GROUPS: tuple[dict[str, Any], ...] = (
    {},
    {"exercise_now": "regular", "bridge_hold_s": 100},
    {"exercise_now": "none", "pain_nrs": 8},
    {"age": 72, "falls": True},
    {"pregnant_weeks": 30},
    {"postpartum_weeks": 5, "birth_type": "vaginal"},
    {"age": 66, "osteoporosis": True},
    {"heart_disease": True},
    {"age": 13},
)
