"""A session carries somebody through their doses: all of each, both sides alike, in an order that makes sense."""

import json
from dataclasses import replace
from itertools import groupby
from random import Random

import pytest
from hypothesis import given, settings

from spinewise.coaching import Side, Step, StepKind, as_plain, session_of
from spinewise.coaching.order import HARD_LOAD, Part, part_of
from spinewise.coaching.suiting import is_left
from spinewise.coaching.times import on_the_floor
from spinewise.knowledge import Dose, Findings, KnowledgeBase, complete, usual_dose
from spinewise.safety import Clearance, Ground, Verdict, clear
from tests.coaching.sessions import BASE, WORK, kinds, some_doses
from tests.people import people

WITHOUT_PICTURES = KnowledgeBase({**BASE.items, "movement": {}}, BASE.places)
LEAST_OF_MINUTES, MOST_OF_MINUTES = 0.25, 1.75
"""One exercise may be shorter or longer than its minutes say: they are whole, and with getting ready and rests."""


def usual(*names: str) -> list[Dose]:
    return [usual_dose(BASE.interventions[name]) for name in names]


def told(*names: str) -> list[tuple[str, str, int, float]]:
    """Kind, side, repetitions and time of each step."""
    return [
        (step.kind.value, step.side.value, step.repetitions, step.usual_s) for step in session_of(usual(*names), BASE).steps
    ]


def test_bird_dog_goes_through_both_sets_on_both_sides() -> None:
    # six times of nine seconds, each held two and a half seconds longer than in the picture
    assert told("bird-dog") == [
        ("prepare", "both", 0, 30.0),
        ("move", "first", 6, 69.0),
        ("change-side", "other", 0, 8.0),
        ("move", "other", 6, 69.0),
        ("rest", "both", 0, 30.0),
        ("move", "first", 6, 69.0),
        ("change-side", "other", 0, 8.0),
        ("move", "other", 6, 69.0),
    ]


def test_a_repetition_is_held_as_long_as_the_dose_says() -> None:
    dose = Dose("bird-dog", 2, "light", 1, 2, 10.0)
    step = next(step for step in session_of([dose], BASE).steps if step.kind in WORK)
    movement = BASE.movements["bird-dog"]
    held = movement.poses[1]
    assert (step.hold_at_s, step.hold_s) == (held.at_s, 10.0)
    assert step.figure_waits_s == 10.0 - held.hold_s
    assert step.repetition_s == movement.lasts_s + step.figure_waits_s
    assert step.cues[0].at_s == 0.0
    assert all(0 <= cue.at_s < step.repetition_s for cue in step.cues)


def test_words_after_a_longer_hold_come_later() -> None:
    movement = BASE.movements["sit-to-stand"]
    longest = max(movement.poses, key=lambda pose: pose.hold_s)
    step = session_of([Dose("sit-to-stand", 3, "light", 1, 5, longest.hold_s + 4)], BASE).steps[1]
    said = {cue.says: cue.at_s for cue in step.cues}
    for pose in movement.poses:
        assert said[pose.says] == pytest.approx(pose.at_s + (4 if pose.at_s > longest.at_s else 0))


def test_a_stretch_is_something_to_stay_in() -> None:
    assert told("figure-four-seated")[1][0] == "hold"


def test_walking_is_a_time_with_the_talk_test() -> None:
    step = session_of(usual("walking"), BASE).steps[1]
    assert (step.kind, step.duration_s, step.repetitions) == (StepKind.MOVE, 15 * 60, 0)
    assert any("talk" in cue.says for cue in step.cues)
    assert "last" in step.cues[-1].says.lower() or "one more minute" in step.cues[-1].says.lower()


def test_without_a_picture_a_routine_says_its_steps_one_after_the_other() -> None:
    step = session_of(usual("chair-yoga"), WITHOUT_PICTURES).steps[1]
    assert [cue.says for cue in step.cues] == list(BASE.interventions["chair-yoga"].steps)
    assert [cue.at_s for cue in step.cues] == sorted(cue.at_s for cue in step.cues)


def test_without_a_picture_a_hold_has_time_to_get_into_it_and_out_of_it() -> None:
    step = session_of([Dose("bridge", 3, "light", 1, 4, 10.0)], WITHOUT_PICTURES).steps[1]
    assert (step.kind, step.repetitions, step.hold_s, step.repetition_s) == (StepKind.HOLD, 4, 10.0, 16.0)
    assert [cue.says for cue in step.cues] == ["Hold.", "Let go."]


def test_a_set_of_moves_goes_from_one_to_the_next_with_its_own_picture() -> None:
    movement = next(one for one in BASE.movements.values() if one.parts and one.shows)
    item = BASE.interventions[movement.shows[0]]
    steps = [step for step in session_of(usual(item.id), BASE).steps if step.kind in WORK]
    assert list(dict.fromkeys(step.movement for step in steps)) == list(dict.fromkeys(part.move for part in movement.parts))
    assert {step.says for step in steps} == {part.says for part in movement.parts}
    assert sum(step.usual_s for step in steps) == pytest.approx(item.dosage.minutes * 60, abs=0.1)


def test_heat_is_a_time_with_its_steps_and_its_stop_rules() -> None:
    item = BASE.interventions["heat-pack-back"]
    step = session_of(usual(item.id), BASE).steps[1]
    assert (step.kind, step.duration_s) == (StepKind.HOLD, item.dosage.minutes * 60)
    assert (step.guide, step.stop_signals, step.cues) == (item.steps, item.stop_signals, ())


def test_a_lesson_has_no_clock() -> None:
    (step,) = session_of(usual("lesson-course"), BASE).steps
    assert (step.kind, step.duration_s) == (StepKind.READ, None)
    assert step.usual_s == 4 * 60


def test_breathing_is_made_of_whole_breaths() -> None:
    step = session_of(usual("breathing-4-4-4"), BASE).steps[1]
    assert [(part.do, part.lasts_s) for part in step.breath] == [("in", 4.0), ("hold", 4.0), ("out", 4.0)]
    assert (step.repetitions, step.duration_s) == (25, 300.0)


def test_who_must_not_hold_the_breath_breathes_without_a_pause() -> None:
    change = Ground("breath-hold-pressure", "It raises the pressure.", ("glaucoma",), (), "Leave out the hold.")
    cleared = {"breathing-4-4-4": Clearance("breathing-4-4-4", Verdict.CHANGED, (change,), ())}
    step = session_of(usual("breathing-4-4-4"), BASE, clearances=cleared).steps[1]
    assert [part.do for part in step.breath] == ["in", "out"]
    assert step.changes == ("Leave out the hold.",)


def test_quiet_time_has_its_cues_and_an_end() -> None:
    step = session_of(usual("body-scan"), BASE).steps[1]
    pacer = BASE.pacers["body-walk"]
    assert [cue.says for cue in step.cues] == [*pacer.cues, pacer.ends]
    assert step.cues[-1].at_s == step.duration_s


def test_a_whole_evening_has_a_sensible_order() -> None:
    names = ["body-scan", "bird-dog", "cat-cow", "wall-squat", "shoulder-rolls", "figure-four-lying", "heat-pack-back"]
    order = session_of(usual(*names), BASE).interventions
    assert order == (
        "shoulder-rolls",
        "wall-squat",
        "cat-cow",
        "bird-dog",
        "figure-four-lying",
        "heat-pack-back",
        "body-scan",
    )


def test_the_floor_comes_first_when_the_only_warm_up_is_there() -> None:
    order = session_of(usual("wall-squat", "bird-dog", "cat-cow"), BASE).interventions
    assert order == ("cat-cow", "bird-dog", "wall-squat")


def test_getting_ready_gives_time_to_get_down() -> None:
    ready = [
        step.usual_s
        for step in session_of(usual("wall-squat", "bird-dog", "bridge"), BASE).steps
        if step.kind is StepKind.PREPARE
    ]
    standing, floor, also_floor = ready
    assert floor > also_floor
    assert standing < floor


@pytest.mark.parametrize("name", sorted(BASE.interventions))
def test_an_exercise_takes_about_its_minutes(name: str) -> None:
    minutes = BASE.interventions[name].dosage.minutes
    assert LEAST_OF_MINUTES * minutes <= session_of(usual(name), BASE).duration_s / 60 <= MOST_OF_MINUTES * minutes


def test_exercises_together_take_their_minutes_within_a_third() -> None:
    chance = Random(7)
    names = sorted(name for name, item in BASE.interventions.items() if item.family in ("exercise", "mobility", "stretch"))
    for _ in range(200):
        doses = usual(*chance.sample(names, 8))
        assert session_of(doses, BASE).duration_s == pytest.approx(60 * sum(dose.minutes for dose in doses), rel=1 / 3)


@settings(max_examples=150)
@given(some_doses)
def test_every_repetition_is_there_and_both_sides_are_alike(doses: tuple[Dose, ...]) -> None:
    session = session_of(doses, BASE)
    for dose in doses:
        own = [step for step in session.steps if step.intervention == dose.intervention]
        work = [step for step in own if step.kind in WORK]
        first = [_shape(step) for step in work if step.side is Side.FIRST]
        assert first == [_shape(step) for step in work if step.side is Side.OTHER]
        counted = [step for step in work if step.set_number]
        sides = 2 if first else 1
        if counted:
            assert sum(step.repetitions for step in counted) == sides * (dose.sets or 1) * (dose.repetitions or 1)
        elif work and work[0].kind is not StepKind.BREATHE:
            assert sum(step.usual_s for step in work) == pytest.approx(dose.minutes * 60)


def _shape(step: Step) -> Step:
    return replace(step, side=Side.BOTH)


@settings(max_examples=150)
@given(some_doses)
def test_times_add_up_and_each_step_can_be_followed(doses: tuple[Dose, ...]) -> None:
    session = session_of(doses, BASE)
    assert set(session.interventions) == {dose.intervention for dose in doses}
    assert session.duration_s == pytest.approx(sum(step.usual_s for step in session.steps))
    for step in session.steps:
        assert step.says
        assert step.stop_signals == BASE.interventions[step.intervention].stop_signals
        assert step.usual_s > 0
        assert step.duration_s in (None, step.usual_s)
        assert (step.duration_s is None) is (step.kind is StepKind.READ)
        assert not step.movement or step.movement in BASE.movements
        if step.repetitions:
            assert step.usual_s == pytest.approx(step.repetitions * step.repetition_s, abs=0.2)


@settings(max_examples=150)
@given(some_doses)
def test_warm_up_first_floor_once_calm_last(doses: tuple[Dose, ...]) -> None:
    items = [BASE.interventions[name] for name in session_of(doses, BASE).interventions]
    parts = [part_of(item) for item in items]
    moving = [item for item, part in zip(items, parts, strict=True) if part <= Part.STRETCH]
    if Part.WARM_UP in parts:
        assert parts[0] is Part.WARM_UP
    hard = [place for place, item in enumerate(moving) if item.load >= HARD_LOAD]
    warm = [place for place, item in enumerate(moving) if part_of(item) is Part.WARM_UP]
    assert not hard or not warm or min(warm) < min(hard)
    assert [down for down, _ in groupby(moving, on_the_floor)].count(True) <= 1
    quiet = [part for part in parts if part > Part.STRETCH]
    assert quiet == sorted(quiet)
    assert parts[len(parts) - len(quiet) :] == quiet


@settings(max_examples=25)
@given(people(BASE), some_doses)
def test_nothing_that_safety_does_not_offer_is_in_it(person: Findings, doses: tuple[Dose, ...]) -> None:
    cleared = clear(complete(person, BASE), BASE)
    session = session_of(doses, BASE, clearances=cleared)
    shown = {*session.interventions, *(step.intervention for steps in session.easier.values() for step in steps)}
    assert all(cleared[name].offered for name in shown)
    for dose in doses:
        left = cleared[dose.intervention].offered and is_left(dose.intervention, BASE, cleared)
        assert (dose.intervention in session.left_out) is not left
    for step in session.steps:
        assert set(cleared[step.intervention].changes) <= set(step.changes)


def test_what_safety_was_not_asked_about_is_left_out() -> None:
    session = session_of(usual("bird-dog", "bridge"), BASE, clearances={"bridge": _allowed("bridge")})
    assert session.interventions == ("bridge",)
    assert session.left_out == ("bird-dog",)


def _allowed(name: str) -> Clearance:
    return Clearance(name, Verdict.ALLOWED, (), ())


@settings(max_examples=40)
@given(some_doses)
def test_as_plain_data_nothing_is_lost(doses: tuple[Dose, ...]) -> None:
    session = session_of(doses, BASE)
    plain = json.loads(json.dumps(as_plain(session)))
    assert [step["kind"] for step in plain["steps"]] == kinds(session)
    assert [step["usual_s"] for step in plain["steps"]] == [step.usual_s for step in session.steps]
    assert [[cue["says"] for cue in step["cues"]] for step in plain["steps"]] == [
        [cue.says for cue in step.cues] for step in session.steps
    ]
    assert {name: len(steps) for name, steps in plain["easier"].items()} == {
        name: len(steps) for name, steps in session.easier.items()
    }
