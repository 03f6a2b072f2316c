"""The three laws of safety, over random people."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinewise.assessment import assess
from spinewise.knowledge import Disposition, Findings, KnowledgeBase, complete, load_knowledge
from spinewise.triage import danger_levels, disposition_of, triage
from tests.people import people, random_person, random_value

BASE = load_knowledge()


@given(people(BASE))
def test_a_level_that_is_unknown_neither_fires_nor_is_forgotten(person: Findings) -> None:
    known = complete(person, BASE)
    answer = triage(known, BASE)
    fired = {reason.rule for reason in answer.reasons}
    open_rules = {one.rule for one in answer.undecided}
    for one in danger_levels(BASE):
        truth = one.level.when.evaluate(known)
        if truth is True:
            assert one.rule.id in fired
            assert answer.disposition >= one.disposition
        if truth is None and one.disposition > answer.disposition:
            assert one.rule.id in open_rules


@given(people(BASE), st.integers(0, 2**32 - 1))
def test_an_answer_to_an_open_question_never_lowers_the_disposition(person: Findings, seed: int) -> None:
    random = Random(seed)
    before = triage(complete(person, BASE), BASE)
    if not before.undecided:
        return
    asked = random.choice(before.undecided).finding
    after = person.with_values({asked: random_value(BASE.findings[asked], random)})
    assert disposition_of(complete(after, BASE), BASE) >= before.disposition


@given(people(BASE))
def test_the_disposition_is_that_of_its_most_urgent_reason(person: Findings) -> None:
    answer = triage(complete(person, BASE), BASE)
    reached = [reason.disposition for reason in answer.reasons]
    assert answer.disposition == max(reached, default=Disposition.SELF_CARE)
    assert answer.disposition == disposition_of(complete(person, BASE), BASE)


@given(people(BASE))
def test_everything_says_why(person: Findings) -> None:
    assessment = assess(person, BASE)
    for reason in assessment.triage.reasons:
        assert reason.says
        assert reason.because
        assert all(source in BASE.sources for source in reason.sources)
        assert reason.sources
    for clearance in assessment.interventions.values():
        for ground in clearance.grounds:
            assert ground.because
            assert ground.findings
            assert ground.sources


@given(people(BASE))
def test_not_sure_about_a_strong_sign_counts_for_something(person: Findings) -> None:
    for finding in BASE.findings.values():
        if finding.if_unsure is not None and not person.known(finding.id):
            doubtful = complete(person, BASE).with_unsure([finding.id])
            assert disposition_of(doubtful, BASE) >= Disposition.of(finding.if_unsure)
            return


@pytest.mark.parametrize("weak", ["night_pain", "smoker", "morning_stiffness", "constipation", "fatigue", "previous_episodes"])
@pytest.mark.parametrize("age", [25, 51, 64])
def test_one_weak_sign_sends_nobody_to_hospital(weak: str, age: int) -> None:
    told = Findings().with_values(
        {
            "age": float(age),
            "sex": "female",
            "complaint": "pain",
            "regions": frozenset({"low-back"}),
            "onset": "gradual",
            "duration_days": 20.0,
            "pain_nrs": 4.0,
            weak: True,
        }
    )
    assert assess(told, BASE, closed=True).triage.disposition <= Disposition.ROUTINE


@settings(max_examples=30)
@given(st.integers(0, 2**32 - 1))
def test_the_compiled_conditions_agree_with_the_plain_ones(seed: int) -> None:
    person = complete(random_person(BASE, Random(seed)), BASE)
    truths = BASE.sheet.truths(person.values)
    for one in danger_levels(BASE):
        plain = one.level.when.evaluate(person)
        assert {0: False, 1: None, 2: True}[one.node.evaluate(truths)] is plain
        assert BASE.sheet.needs(one.node, truths) == (frozenset() if plain is not None else one.level.when.needs(person))


def _examples(base: KnowledgeBase) -> list[object]:
    return [
        pytest.param(rule.id, number, id=f"{rule.id}-{number}")
        for rule in base.red_flags.values()
        for number in range(len(rule.examples))
    ]


@pytest.mark.parametrize(("rule", "number"), _examples(BASE))
def test_a_rule_gives_the_level_that_its_example_expects(rule: str, number: int) -> None:
    from spinewise.knowledge import findings_from_facts, read_closed

    flag = BASE.red_flags[rule]
    example = flag.examples[number]
    person = read_closed(findings_from_facts(example.facts, BASE), BASE)
    reached = [Disposition.of(level.disposition) for level in flag.levels if level.when.evaluate(person) is True]
    expected = None if example.expect == "none" else Disposition.of(example.expect)
    assert max(reached, default=None) == expected
