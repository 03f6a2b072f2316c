"""The interview asks all that could raise the disposition, in whatever way people answer."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from spinewise.assessment import assess, interview_from_facts
from spinewise.intake import Interview, askable, next_step, play
from spinewise.knowledge import Disposition, Findings, complete, load_knowledge
from spinewise.triage import disposition_of, triage
from tests.people import people, random_person, random_value

BASE = load_knowledge()
MOST_SCREENS = 140


def _somebody_answers(seed: int, unsure: float, yes: float) -> Interview:
    """The whole interview with somebody who makes up the answers on the spot."""
    random = Random(seed)
    interview = Interview()
    while step := next_step(interview, BASE):
        values = {}
        for name in step.findings:
            finding = BASE.findings[name]
            if random.random() >= unsure:
                values[name] = random.random() < yes if finding.type == "bool" else random_value(finding, random)
        interview = interview.answer(step, values)
        assert len(interview.answered) < MOST_SCREENS
    return interview


@settings(max_examples=25)
@given(st.integers(0, 2**32 - 1), st.sampled_from([0.0, 0.1]), st.sampled_from([0.02, 0.1, 0.4]))
def test_it_ends_only_when_no_question_could_raise_the_disposition(seed: int, unsure: float, yes: float) -> None:
    known = complete(_somebody_answers(seed, unsure, yes).findings, BASE)
    answer = triage(known, BASE)
    can_ask = askable(known, BASE)
    still_askable = {one.finding for one in answer.undecided if can_ask.asked_for(one.finding)}
    assert answer.disposition is Disposition.EMERGENCY or not still_askable


@settings(max_examples=25)
@given(people(BASE))
def test_it_is_never_lower_than_knowing_everything_at_once(person: Findings) -> None:
    _, after = interview_from_facts(person, BASE, closed=True)
    assert after.triage.disposition >= assess(person, BASE, closed=True).triage.disposition


@settings(max_examples=25)
@given(st.integers(0, 2**32 - 1))
def test_what_was_asked_suffices_when_everything_can_be_answered(seed: int) -> None:
    known = assess(random_person(BASE, Random(seed), yes=0.05), BASE, closed=True).findings
    asked = complete(play(known, BASE).findings, BASE)
    hidden = {name for name in known.values if not asked.known(name)}
    if disposition_of(asked, BASE) is not Disposition.EMERGENCY:
        unanswerable = hidden - askable(asked, BASE).now
        told = asked.with_values({name: known.values[name] for name in hidden - unanswerable})
        assert disposition_of(told, BASE) <= disposition_of(asked, BASE)


def test_back_takes_the_last_answer_away_and_nothing_else() -> None:
    first = next_step(Interview(), BASE)
    assert first is not None
    one = Interview().answer(first, {"age": 40.0})
    second = next_step(one, BASE)
    assert second is not None
    two = one.answer(second, {"sex": "female"})
    assert two.back() == one
    assert two.back().back() == Interview()
    assert Interview().back() == Interview()


def test_an_emergency_ends_the_interview_at_once() -> None:
    told = Findings().with_values(
        {
            "age": 44.0,
            "sex": "male",
            "complaint": "pain",
            "regions": frozenset({"low-back"}),
            "saddle_numbness": True,
        }
    )
    interview = play(complete(told, BASE), BASE)
    assert "saddle_numbness" in interview.answered[-1].findings
    assert next_step(interview, BASE) is None


def test_no_to_a_broader_question_answers_its_members() -> None:
    person = complete(Findings().with_values({"leg_trouble": False}), BASE)
    assert person.get("leg_weakness") is False
    assert "leg_weakness" not in askable(person, BASE).now


def test_a_member_that_is_told_opens_the_broader_question() -> None:
    person = complete(Findings().with_values({"leg_weakness": True}), BASE)
    assert person.get("leg_trouble") is True


def test_members_wait_for_their_broader_question() -> None:
    person = complete(Findings().with_values({"age": 40.0, "sex": "male"}), BASE)
    can_ask = askable(person, BASE)
    assert "leg_weakness" not in can_ask.now
    assert can_ask.asked_for("leg_weakness") == {"leg_trouble"}
    doubtful = askable(complete(person.with_unsure(["leg_trouble"]), BASE), BASE)
    assert "leg_weakness" in doubtful.now
