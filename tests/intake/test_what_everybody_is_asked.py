"""Nobody ends a calm interview before the signs that matter most were answered, and no answer on the way lowers anything."""

from collections.abc import Mapping
from random import Random
from typing import Any

import pytest

from spinewise.intake import Interview, next_step, play
from spinewise.knowledge import (
    Disposition,
    Findings,
    KnowledgeBase,
    complete,
    findings_from_facts,
    load_knowledge,
    read_closed,
)
from spinewise.triage import disposition_of
from tests.people import random_value

BASE = load_knowledge()
ORDINARY: Mapping[str, Any] = {
    "complaint": "pain",
    "onset": "gradual",
    "duration_days": 20,
    "pain_nrs": 4,
    "minutes_per_day": 15,
}
PEOPLE: list[tuple[str, Mapping[str, Any]]] = [
    ("woman of 30, low back", {"age": 30, "sex": "female", "regions": ["low-back"]}),
    ("man of 45, low back", {"age": 45, "sex": "male", "regions": ["low-back"]}),
    ("woman of 72, upper back", {"age": 72, "sex": "female", "regions": ["upper-back"]}),
    ("man of 38, neck", {"age": 38, "sex": "male", "regions": ["neck"]}),
    ("woman of 52, flank", {"age": 52, "sex": "female", "regions": ["flank"]}),
]
FOR_EVERYBODY = ("fever", "cancer_history", "leg_weakness", "leg_trouble", "self_harm_thoughts", "trauma", "iv_drugs")
FOR_THE_BACK = ("saddle_numbness", "urinary_retention", "bowel_incontinence")


def _finished(facts: Mapping[str, Any], base: KnowledgeBase) -> Findings:
    person = read_closed(findings_from_facts({**ORDINARY, **facts}, base), base)
    return complete(play(person, base).findings, base)


@pytest.mark.parametrize(("who", "facts"), PEOPLE, ids=[one[0] for one in PEOPLE])
def test_the_great_dangers_are_answered_before_self_care_is_said(who: str, facts: Mapping[str, Any]) -> None:
    known = _finished(facts, BASE)
    assert disposition_of(known, BASE) <= Disposition.ROUTINE
    wanted = FOR_EVERYBODY + (FOR_THE_BACK if "neck" not in facts["regions"] else ("hand_clumsiness", "gait_trouble"))
    assert [finding for finding in wanted if not known.known(finding)] == []


def test_a_woman_who_may_be_pregnant_is_asked() -> None:
    assert _finished(PEOPLE[0][1], BASE).known("pregnant_weeks")


@pytest.mark.parametrize("seed", range(12))
def test_no_answer_on_the_way_lowers_the_disposition(seed: int) -> None:
    random, interview, reached = Random(seed), Interview(), Disposition.SELF_CARE
    while step := next_step(interview, BASE):
        values = {
            name: random.random() < 0.15 if BASE.findings[name].type == "bool" else random_value(BASE.findings[name], random)
            for name in step.findings
        }
        interview = interview.answer(step, values)
        now = disposition_of(complete(interview.findings, BASE), BASE)
        assert now >= reached
        reached = now
