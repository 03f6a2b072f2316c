"""What is played agrees with what safety says: no cue against a change, no blocked part, no hold that is too long."""

from typing import Any

import pytest
from hypothesis import given, settings

from spinewise.coaching import Session, Step, StepKind, as_plain, picture_of, session_of
from spinewise.knowledge import Findings, complete, findings_from_facts, read_closed, usual_dose
from spinewise.movement import asked_by, figure_svg, movement_of, without
from spinewise.safety import clear
from tests.coaching.sessions import BASE, WORK, work_s
from tests.people import people

EVERYTHING = [usual_dose(item) for item in BASE.interventions.values()]
SETS = [one.shows[0] for one in BASE.movements.values() if one.parts]


def told(**more: Any) -> Findings:
    facts = {"age": 40, "sex": "female", "complaint": "pain", "regions": ["low-back"], "onset": "gradual"}
    return read_closed(findings_from_facts({**facts, "duration_days": 100, "pain_nrs": 3, **more}, BASE), BASE)


def session(person: Findings, *names: str) -> Session:
    doses = [usual_dose(BASE.interventions[name]) for name in names]
    return session_of(doses, BASE, clearances=clear(person, BASE))


def words(steps: tuple[Step, ...]) -> str:
    return " ".join(text for step in steps for text in (step.says, *(cue.says for cue in step.cues)))


def test_in_the_middle_of_pregnancy_the_cat_does_not_sink() -> None:
    ordinary, expecting = session(told(), "cat-cow"), session(told(pregnant_weeks=20), "cat-cow")
    assert "belly sink" in words(ordinary.steps)
    assert "belly sink" not in words(expecting.steps)
    assert "flat" in words(expecting.steps)
    assert {step.without for step in expecting.steps} == {("hollow",)}
    assert "belly sink" not in figure_svg(BASE, "cat-cow", leaves_out=("hollow",))


def test_in_a_set_each_part_follows_its_own_change() -> None:
    steps = [step for step in session(told(osteoporosis=True), "chair-yoga").steps if step.movement == "seated-side-bend"]
    assert {step.without for step in steps} == {("side-bend",)}
    assert all("Only reach up and grow tall." in step.changes for step in steps)


def test_in_a_set_each_part_follows_the_change_of_the_whole() -> None:
    made = session(told(spinal_stress_fracture_history=True), "gentle-yoga")
    assert {step.without for step in made.steps if step.movement == "cat-cow"} == {("hollow",)}
    assert "sphinx" not in {step.movement for step in made.steps}


def test_with_thin_bones_nothing_rounds() -> None:
    bones = told(osteoporosis=True)
    for name in ("cat-cow", "seated-cat-cow", "pelvic-tilt-sitting"):
        assert "round" not in words(session(bones, name).steps)


def test_with_high_blood_pressure_nothing_is_held() -> None:
    pressure = told(hypertension_uncontrolled=True)
    for name in ("bridge", "wall-squat"):
        held = [step for step in session(pressure, name).steps if step.kind in WORK]
        assert {step.hold_s for step in held} == {1.0}
        assert {step.kind for step in held} == {StepKind.MOVE}
        assert all("hold" in " ".join(step.said_first).lower() for step in held)


def test_a_part_that_is_blocked_is_left_out_and_named() -> None:
    new_mother = told(postpartum_weeks=3, birth_type="caesarean", duration_days=20)
    whole, left = session(told(), "bone-strength-home"), session(new_mother, "bone-strength-home")
    assert "bag-row" in {step.movement for step in whole.steps}
    assert "bag-row" not in {step.movement for step in left.steps}
    assert {step.gone for step in left.steps} == {("This part is left out for you: Row with a bag.",)}
    assert "This part is left out for you: Row with a bag." in left.steps[0].said_first
    # the others do not grow by it
    assert work_s(left.steps) < work_s(whole.steps)


def test_another_form_is_played_with_its_own_picture_and_steps() -> None:
    steps = session(told(pregnant_weeks=20), "figure-four-lying").steps
    assert {step.movement for step in steps} == {"figure-four-seated"}
    steps = session(told(joint_hypermobility=True, regions=["neck"]), "upper-trapezius-stretch").steps
    assert {step.movement for step in steps} == {"neck-press-sideways"}
    assert {step.intervention for step in steps} == {"upper-trapezius-stretch"}
    assert steps[0].guide == BASE.interventions["neck-press-sideways"].steps
    assert all(step.hold_s <= 5 for step in steps)


def test_a_form_that_safety_does_not_offer_is_not_played() -> None:
    person = told(joint_hypermobility=True, regions=["neck"], hand_clumsiness=True)
    assert not clear(person, BASE)["neck-press-sideways"].offered
    assert session(person, "upper-trapezius-stretch").steps == ()


def test_a_change_that_no_picture_follows_is_said_before_each_step() -> None:
    steps = session(told(osteoporosis=True), "bridge").steps
    lift = "Keep the lift low and your back straight."
    assert all(lift in step.said_first for step in steps if step.kind in WORK or step.kind is StepKind.PREPARE)
    assert all(step.said_first == () for step in steps if step.kind in (StepKind.REST, StepKind.CHANGE_SIDE))


def test_a_picture_has_a_name_of_its_own_for_what_is_left_out() -> None:
    plain = as_plain(session(told(pregnant_weeks=20), "cat-cow"))
    assert {step["picture"] for step in plain["steps"]} == {"cat-cow hollow"}
    assert {picture_of(step) for step in session(told(), "cat-cow").steps} == {"cat-cow"}


@settings(max_examples=40)
@given(people(BASE))
def test_nothing_is_played_that_a_change_takes_away(person: Findings) -> None:
    cleared = clear(complete(person, BASE), BASE)
    made = session_of(EVERYTHING, BASE, clearances=cleared)
    for step in (*made.steps, *(step for steps in made.easier.values() for step in steps)):
        own = cleared[step.intervention]
        if own.hold_at_most_s is not None and step.hold_s:
            assert step.hold_s <= own.hold_at_most_s
        if step.movement:
            played = without(BASE.movements[step.movement], step.without)
            assert played is not None
            assert asked_by(played).isdisjoint(own.leaves_out)
            if step.cues and step.repetitions:
                said = {pose.says for pose in played.poses}
                assert {cue.says for cue in step.cues} <= {*said, "Slowly back."}


@settings(max_examples=40)
@given(people(BASE))
def test_no_part_of_a_set_is_played_that_is_blocked_or_taken_away(person: Findings) -> None:
    cleared = clear(complete(person, BASE), BASE)
    offered = [name for name in SETS if cleared[name].offered]
    made = session_of([usual_dose(BASE.interventions[name]) for name in offered], BASE, clearances=cleared)
    for step in made.steps:
        move = BASE.movements[step.movement]
        same = cleared.get(move.id) if move.id in move.shows else None
        assert same is None or same.offered
        assert same is None or set(same.changes) <= set(step.changes) or step.kind is StepKind.PREPARE
        whole = movement_of(BASE, step.intervention)
        assert whole is not None
        parts = [part for part in whole.parts if part.move == step.movement]
        assert any(cleared[step.intervention].leaves_out.isdisjoint(part.asks) for part in parts)


@settings(max_examples=40)
@given(people(BASE))
def test_changes_never_make_a_session_longer(person: Findings) -> None:
    cleared = clear(complete(person, BASE), BASE)
    for dose in EVERYTHING:
        if cleared[dose.intervention].plays:
            continue
        own, usual = (session_of([dose], BASE, clearances=given) for given in (cleared, None))
        assert work_s(own.steps) <= work_s(usual.steps) + 0.01


@pytest.mark.parametrize("name", sorted(BASE.interventions))
def test_without_a_person_all_of_it_is_played(name: str) -> None:
    steps = session_of([usual_dose(BASE.interventions[name])], BASE).steps
    assert {step.without for step in steps} == {()}
    assert {step.gone for step in steps} == {()}
