"""In the middle of a session: too much, easier, skip, that hurts. Nothing that is asked ever adds load."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinewise.coaching import ADVICE, Answer, Asked, Session, StepKind, changed, gentler, session_of
from spinewise.knowledge import Dose, usual_dose
from spinewise.safety import Clearance, Verdict
from tests.coaching.sessions import BASE, WORK, load_of, some_doses, work_s


def usual(*names: str) -> list[Dose]:
    return [usual_dose(BASE.interventions[name]) for name in names]


def at(session: Session, intervention: str, kind: StepKind, set_number: int | None = None) -> int:
    """The first step of this kind."""
    return next(
        place
        for place, step in enumerate(session.steps)
        if step.intervention == intervention and step.kind is kind and set_number in (None, step.set_number)
    )


def test_skip_goes_on_with_the_next_exercise() -> None:
    session = session_of(usual("bird-dog", "bridge"), BASE)
    here = at(session, "bird-dog", StepKind.MOVE)
    after = changed(session, here, Asked.SKIP)
    assert (after.steps[here].intervention, after.steps[here].kind) == ("bridge", StepKind.PREPARE)
    assert after.advice == ADVICE[Answer.SKIP]


def test_easier_goes_on_from_this_set_in_a_lighter_form() -> None:
    session = session_of([Dose("bridge", 6, "light", 3, 10, 5.0)], BASE)
    here = at(session, "bridge", StepKind.MOVE, 2)
    after = changed(session, here, Asked.EASIER)
    step = after.steps[here]
    assert (step.set_number, step.repetitions, step.hold_s) == (2, 6, 3.0)
    assert [one.set_number for one in after.steps if one.kind is StepKind.MOVE] == [1, 2]
    assert after.steps[:here] == session.steps[:here]


def test_on_the_second_side_easier_goes_on_with_the_second_side() -> None:
    session = session_of([Dose("bird-dog", 6, "light", 3, 8, 5.0)], BASE)
    here = next(place for place, step in enumerate(session.steps) if step.kind is StepKind.MOVE and step.side.value == "other")
    assert changed(session, here, Asked.EASIER).steps[here].side.value == "other"


def test_the_caller_can_bring_another_exercise_that_is_easier() -> None:
    other = {"bird-dog": usual_dose(BASE.interventions["cat-cow"])}
    session = session_of(usual("bird-dog"), BASE, easier=other)
    after = changed(session, 1, Asked.EASIER)
    assert after.steps[1].intervention == "cat-cow"
    assert after.steps[1].kind is StepKind.PREPARE


def test_an_easier_exercise_that_safety_does_not_offer_is_not_brought() -> None:
    other = {"bird-dog": usual_dose(BASE.interventions["cat-cow"])}
    cleared = {
        "bird-dog": Clearance("bird-dog", Verdict.ALLOWED, (), ()),
        "cat-cow": Clearance("cat-cow", Verdict.BLOCKED, (), ()),
    }
    session = session_of(usual("bird-dog"), BASE, clearances=cleared, easier=other)
    assert {step.intervention for step in session.easier["bird-dog"]} == {"bird-dog"}


def test_a_heavier_exercise_is_never_taken_for_an_easier_one() -> None:
    other = {"cat-cow": usual_dose(BASE.interventions["bird-dog"])}
    session = session_of(usual("cat-cow"), BASE, easier=other)
    assert {step.intervention for step in session.easier["cat-cow"]} == {"cat-cow"}


def test_a_short_heavy_exercise_is_no_easier_one_either() -> None:
    short = Dose("plank-forearms", 1, "hard", 1, 1, 2.0)
    assert BASE.interventions["plank-forearms"].load > BASE.interventions["cat-cow"].load
    session = session_of(usual("cat-cow"), BASE, easier={"cat-cow": short})
    assert {step.intervention for step in session.easier["cat-cow"]} == {"cat-cow"}


def test_what_is_as_light_as_can_be_says_so() -> None:
    session = session_of([Dose("bridge", 1, "light", 1, 1, 2.0)], BASE)
    after = changed(session, 1, Asked.EASIER)
    assert after.steps == session.steps
    assert after.advice == ADVICE[Answer.EASIEST]


def test_too_much_rests_and_makes_the_rest_lighter() -> None:
    session = session_of(usual("bird-dog", "bridge"), BASE)
    here = at(session, "bird-dog", StepKind.MOVE, 1)
    after = changed(session, here, Asked.TOO_MUCH)
    assert after.steps[here].kind is StepKind.REST
    later = [step for step in after.steps[here + 1 :] if step.kind in WORK]
    assert [(step.intervention, step.repetitions) for step in later] == [("bridge", 4)]


def test_what_hurts_is_stopped_and_the_second_time_ends_it() -> None:
    session = session_of(usual("bird-dog", "bridge", "cat-cow"), BASE)
    here = at(session, "bird-dog", StepKind.MOVE)
    once = changed(session, here, Asked.HURTS)
    assert once.hurt == ("bird-dog",)
    assert once.steps[here].intervention == "bridge"
    assert not once.ended
    twice = changed(once, here, Asked.HURTS)
    assert twice.ended
    assert twice.hurt == ("bird-dog", "bridge")
    assert twice.steps == once.steps[:here]
    assert "bladder" in twice.advice


def test_a_step_that_is_not_there_cannot_be_changed() -> None:
    with pytest.raises(IndexError):
        changed(session_of(usual("walking"), BASE), 9, Asked.SKIP)


@pytest.mark.parametrize("name", sorted(BASE.interventions))
def test_a_part_of_a_dose_is_never_more_of_anything(name: str) -> None:
    dose = usual_dose(BASE.interventions[name])
    less = gentler(dose)
    for part in ("minutes", "sets", "repetitions", "hold_s"):
        before, after = getattr(dose, part), getattr(less, part)
        assert after == before is None or 0 < after <= before


@settings(max_examples=200)
@given(some_doses, st.integers(0, 2**32 - 1))
def test_whatever_is_asked_nothing_is_added(doses: tuple[Dose, ...], seed: int) -> None:
    chance = Random(seed)
    session = session_of(doses, BASE)
    known = {step.intervention for step in session.steps}
    place = 0
    for _ in range(8):
        if session.ended or place >= len(session.steps):
            break
        place = chance.randrange(place, len(session.steps))
        after = changed(session, place, chance.choice(list(Asked)))
        assert after.steps[:place] == session.steps[:place]
        before_load, after_load = load_of(session.steps[place:]), load_of(after.steps[place:])
        assert all(now <= then + 0.1 for now, then in zip(after_load, before_load, strict=True))
        assert {step.intervention for step in after.steps} <= known
        assert after.advice
        session = after


@settings(max_examples=100)
@given(some_doses)
def test_the_lighter_form_of_each_thing_is_lighter(doses: tuple[Dose, ...]) -> None:
    session = session_of(doses, BASE)
    for name, steps in session.easier.items():
        own = [step for step in session.steps if step.intervention == name]
        assert work_s(steps) < work_s(own)
