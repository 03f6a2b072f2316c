"""Every check has a base in which just that is wrong: no check is decoration."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from spinewise.knowledge import KnowledgeBase, load_with_problems
from spinewise.knowledge.checks import CHECKS, check_knowledge
from spinewise.knowledge.checks import interventions as of_interventions
from tests.knowledge.change_examples import WRONG as WRONG_CHANGES
from tests.knowledge.ladder_examples import WRONG as WRONG_LADDERS
from tests.knowledge.small import (
    INTERVENTION,
    NORM,
    RED_FLAG,
    TEST,
    Content,
    add,
    add_finding,
    base_with,
    both,
    good_base,
    put,
    put_in,
    take_out,
)
from tests.knowledge.test_programmes import WRONG as WRONG_PROGRAMMES

Change = Callable[[Content], object]
MOVEMENT: dict[str, Any] = {
    "id": "nod",
    "name": "A nod",
    "stance": "standing",
    "lasts_s": 4,
    "poses": [{"at_s": 0, "hold_s": 1, "says": "Stand."}],
    "sources": ["guideline"],
}


def move(raw: dict[str, Any]) -> Change:
    return lambda content: content.setdefault("movement", []).append(raw)


PACER: dict[str, Any] = {
    "id": "slow",
    "name": "Slow breath",
    "style": "breathing",
    "summary": "Breathe slowly.",
    "intervention": "walk",
    "paces": ["walk"],
    "breath": [{"do": "in", "lasts_s": 4}, {"do": "out", "lasts_s": 6}],
    "cues": ["Breathe in and out."],
    "ends": "That is it.",
    "minutes": {"min": 1, "usual": 5, "max": 10},
    "stop_signals": ["You feel dizzy."],
    "evidence": INTERVENTION["evidence"],
    "sources": ["guideline"],
}


def pace(**changes: Any) -> Change:
    return lambda content: content.setdefault("pacer", []).append({**PACER, **changes})


def a_breath(*parts: tuple[str, float]) -> Change:
    return pace(breath=[{"do": do, "lasts_s": lasts_s} for do, lasts_s in parts])


WRONG: list[tuple[str, Change, str, str]] = [
    # check, what is put wrong, the key of the problem, a part of what it says
    ("sources_exist", put("claim", "rest", sources=["guidline"]), "sources[0]", "no source is called 'guidline'"),
    ("sources_exist", put_in("red-flag", "cauda", "figures.0.source", "lost"), "figures[0].source", "'lost'"),
    ("sources_exist", put_in("intervention", "walk", "evidence.sources", ["lost"]), "evidence.sources[0]", "'lost'"),
    ("findings_exist", put("plan-gate", "gate", when={"not": "seat_nub"}), "when", "no finding is called 'seat_nub'"),
    ("findings_exist", put("question", "pain", findings=["pain", "nerve_trouble", "lost"]), "findings", "'lost'"),
    ("findings_exist", put_in("finding", "nerve_trouble", "members", ["seat_numb", "leg_weak", "lost"]), "members", "'lost'"),
    ("sentences_fit", put("plan-gate", "gate", when="age"), "when", "age is a number finding"),
    ("sentences_fit", put("plan-gate", "gate", when="pain >= 3"), "when", "pain is a bool finding"),
    ("sentences_fit", put("plan-gate", "gate", when={"any": ["pain", "sex >= 3"]}), "when", "sex is a choice finding"),
    ("sentences_fit", put("plan-gate", "gate", when="regions include neck or knee"), "when", "no option 'knee'"),
    ("lessons_exist", put("intervention", "walk", lesson="movin"), "lesson", "no lesson is called 'movin'"),
    ("things_at_hand_can_be_told", put("intervention", "walk", equipment=["pool"]), "equipment", "have 'pool'"),
    ("asked_once", add_finding("itch", asked=False), "id", "no question asks it"),
    ("asked_once", put("question", "nerves", findings=["seat_numb", "leg_weak", "pain"]), "id", "asked 2 times"),
    (
        "groups_are_of_one_kind",
        both(take_out("question", "age"), put("question", "pain", findings=["pain", "nerve_trouble", "age"])),
        "findings",
        "age is a number finding among yes/no findings",
    ),
    (
        "choices_have_options",
        add_finding("side", "choice", options=[{"value": "left", "name": "Left"}]),
        "options",
        "1 options",
    ),
    ("choices_have_options", add_finding("place", "list"), "options", "a list finding has 0 options"),
    ("choices_have_options", put("finding", "pain", options=[{"value": "a", "name": "A"}]), "options", "a bool finding has 1"),
    (
        "choices_have_options",
        put("finding", "regions", options=[{"value": x, "name": x} for x in ("low-back", "neck", "neck")]),
        "options",
        "'neck' stands 2 times",
    ),
    ("silence_fits", put("finding", "sex", unstated="other"), "unstated", "'other' is no value"),
    ("silence_fits", put("finding", "age", unstated=200), "unstated", "200"),
    ("silence_fits", put("finding", "age", unstated="no"), "unstated", "'no' is no value"),
    ("silence_fits", put("finding", "pain", unstated="none"), "unstated", "'none' is no value"),
    ("only_yes_no_is_worked_out", put("finding", "age", if_unsure="same-day"), "if_unsure", "a number finding"),
    ("only_yes_no_is_worked_out", put("finding", "sex", derived="age >= 5"), "derived", "a choice finding"),
    ("one_broader_question_each", add_finding("worse", members=["leg_weak"]), "members", "nerve_trouble, worse"),
    ("numbers_are_measured", put("finding", "age", unit=None), "unit", "no unit"),
    ("numbers_are_measured", put("finding", "age", max=None), "min, max", "no range"),
    ("numbers_are_measured", put("finding", "pregnant_weeks", min=45), "min, max", "45 is not less than 45"),
    ("numbers_are_measured", put("finding", "age", step=500), "step", "500 does not fit"),
    ("numbers_are_measured", put("finding", "pain", unit="years"), "unit", "a bool finding has no unit"),
    ("bands_cover_the_range", put_in("finding", "age", "bands.1.upto", 99), "bands", "no band covers 99 to 110"),
    ("bands_cover_the_range", put_in("finding", "age", "bands.1.upto", 120), "bands", "reaches 120"),
    ("bands_cover_the_range", put_in("finding", "age", "bands.0.upto", 110), "bands", "up to 110 stands after"),
    ("bands_cover_the_range", put_in("finding", "age", "bands.0.upto", -3), "bands", "first band ends at -3"),
    (
        "nothing_waits_for_itself",
        both(put("finding", "pain", ask_if="leg_weak"), put("finding", "leg_weak", ask_if="pain")),
        "ask_if",
        "leg_weak -> pain -> leg_weak",
    ),
    ("nothing_waits_for_itself", put("finding", "nerve_trouble", ask_if="leg_weak"), "ask_if", "leg_weak -> nerve_trouble"),
    ("nothing_waits_for_itself", put("finding", "pain", ask_if={"not": "pain"}), "ask_if", "pain -> pain"),
    (
        "nothing_is_worked_out_from_itself",
        both(put("finding", "grown_up", derived="pain"), put("finding", "pain", derived="grown_up")),
        "derived",
        "grown_up -> pain -> grown_up",
    ),
    ("danger_rules_were_looked_up", put("red-flag", "cauda", sources=["judgement", "memory"]), "sources", "judgement, memory"),
    ("blocks_say_how_sure_they_are", put("safety-rule", "no-walk", sources=["memory"]), "basis", "were not read: memory"),
    ("a_basis_has_its_source", put("safety-rule", "slow-walk", basis="adapted"), "basis", "no source is named"),
    (
        "a_basis_has_its_source",
        put_in("intervention", "walk", "contraindications.0.sources", []),
        "contraindications[0].basis",
        "no source",
    ),
    (
        "a_basis_has_its_source",
        put("intervention", "walk", precautions=[{"when": "pain", "change": "Less.", "because": "So.", "basis": "source"}]),
        "precautions[0].basis",
        "no source",
    ),
    ("conditions_can_go_both_ways", put("plan-gate", "gate", when="age > 110"), "when", "never true, whatever age is"),
    (
        "conditions_can_go_both_ways",
        put("plan-gate", "gate", when={"all": ["pain", "age >= 40", "age < 40"]}),
        "when",
        "never true",
    ),
    ("conditions_can_go_both_ways", put("plan-gate", "gate", when={"any": ["seat_numb", "age >= 0"]}), "when", "always true"),
    (
        "conditions_can_go_both_ways",
        put("plan-gate", "gate", when={"all": ["sex is male", "sex is female"]}),
        "when",
        "whatever sex",
    ),
    ("a_change_says_what_to_change", put("safety-rule", "slow-walk", change=" "), "change", "without saying how"),
    ("a_change_says_what_to_change", put("safety-rule", "no-walk", change="Slowly."), "change", "also changes it"),
    (
        "every_demand_is_guarded",
        put("intervention", "walk", demands=["movement", "impact"]),
        "demands",
        "whom 'impact' may harm",
    ),
    (
        "levels_differ",
        put_in("red-flag", "cauda", "levels.1.when", RED_FLAG["levels"][0]["when"]),
        "levels[1]",
        "same condition",
    ),
    (
        "levels_differ",
        put_in("red-flag", "cauda", "levels.1.disposition", "self-care"),
        "levels[1]",
        "cannot ask for self-care",
    ),
    ("levels_have_examples", put("red-flag", "cauda", examples=RED_FLAG["examples"][1:]), "examples", "'emergency'"),
    ("levels_have_examples", put("red-flag", "cauda", examples=RED_FLAG["examples"][:2]), "examples", "'none'"),
    (
        "examples_come_out",
        put_in("red-flag", "cauda", "examples.2.facts", {"seat_numb": True}),
        "examples[2]",
        "expects 'none' and reaches 'same-day'",
    ),
    (
        "examples_come_out",
        put_in("red-flag", "cauda", "examples.2.facts", {"seat_nub": True}),
        "examples[2].facts.seat_nub",
        "no finding id",
    ),
    (
        "examples_come_out",
        put_in("red-flag", "cauda", "examples.2.facts", {"age": 400}),
        "examples[2].facts.age",
        "400 is not accepted",
    ),
    (
        "signs_are_single",
        put_in("condition", "ordinary", "speaks_for.0.when", {"all": ["pain", "seat_numb"]}),
        "speaks_for[0]",
        "single sign",
    ),
    ("signs_are_single", put_in("condition", "ordinary", "speaks_for.0.when", "age >= 50"), "speaks_for[0]", "single sign"),
    ("signs_stand_once", put_in("condition", "ordinary", "speaks_for.1.when", "pain"), "speaks_for", "stands 2 times: pain"),
    (
        "signs_stand_once",
        put_in("condition", "ordinary", "speaks_against.0.when", "pain"),
        "speaks_against",
        "for it and against it: pain",
    ),
    (
        "circumstances_are_possible",
        put_in("condition", "ordinary", "prior_by.0.when", "age < 12"),
        "prior_by[0]",
        "only_if holds: age at least 16",
    ),
    (
        "circumstances_are_possible",
        put_in("condition", "ordinary", "speaks_against.0.when", "age < 12"),
        "speaks_against[0]",
        "only_if holds",
    ),
    ("factors_change_something", put_in("condition", "ordinary", "prior_by.0.times", 1), "prior_by[0].times", "factor 1 says"),
    ("factors_change_something", put_in("condition", "ordinary", "prior_by.0.times", 1e6), "prior_by[0].times", "too much"),
    (
        "doses_can_be_planned",
        put_in("intervention", "walk", "dosage.frequency_per_week.usual", 2),
        "dosage.frequency_per_week",
        "do not rise",
    ),
    (
        "doses_can_be_planned",
        both(
            put("intervention", "walk", load=3),
            put_in("intervention", "walk", "dosage.frequency_per_week", {"min": 5, "usual": 5, "max": 5}),
        ),
        "dosage.frequency_per_week",
        "no day of rest",
    ),
    ("doses_are_possible", put_in("intervention", "walk", "dosage.sets", 0), "dosage.sets", "0 is not above 0"),
    (
        "doses_are_possible",
        both(put_in("intervention", "walk", "dosage.hold_s", 60), put_in("intervention", "walk", "dosage.repetitions", 20)),
        "dosage.minutes",
        "1200 s, more than 10 min",
    ),
    (
        "nothing_harmful_is_offered",
        put_in("intervention", "walk", "evidence.direction", "harms"),
        "evidence.direction",
        "known to harm",
    ),
    ("demands_fit_the_position", put("intervention", "walk", position="lying-on-front"), "demands", "does not demand 'prone'"),
    ("demands_fit_the_family", put("intervention", "walk", demands=["quiet"]), "demands", "never demands nothing"),
    ("demands_fit_the_family", put("intervention", "walk", demands=["movement", "quiet"]), "demands", "demands more"),
    ("lists_hold_each_once", put("intervention", "walk", slots=["morning", "morning"]), "slots", "twice: morning"),
    ("dispositions_have_words", take_out("disposition", "routine"), "routine", "has no text"),
    (
        "concepts_are_used",
        add("concept", {"id": "young", "name": "youth", "when": "age < 30", "because": "So.", "sources": ["guideline"]}),
        "id",
        "no condition names",
    ),
    (
        "names_differ",
        add("intervention", {**INTERVENTION, "id": "stroll", "name": "a WALK"}),
        "name",
        "walk, stroll are all called 'a walk'",
    ),
    ("nets_hold_something", put("safety-net", "all", emergency=[]), "doctor", "nothing to watch for"),
    (
        "nobody_is_told_what_they_have",
        put("condition", "ordinary", summary="You have a sore back."),
        "summary",
        "'You have a sore",
    ),
    ("nobody_is_shouted_at", put("intervention", "walk", steps=["Walk!"]), "steps[0]", "it shouts"),
    ("nobody_is_frightened", put("condition", "ordinary", course="The disc has slipped."), "course", "it frightens"),
    ("findings_exist", put("recheck", "all", findings=["lost"]), "findings", "'lost'"),
    ("a_phrase_means_one_thing", put("finding", "pain", phrases=["numb seat"]), "phrases", "'numb seat' stands for"),
    (
        "a_phrase_means_one_thing",
        put_in("finding", "sex", "options", [{"value": x, "name": x, "phrases": ["a person"]} for x in ("female", "male")]),
        "phrases",
        "sex: female, sex: male",
    ),
    ("only_what_can_be_said_has_phrases", put("finding", "age", phrases=["old"]), "phrases", "a number finding has no"),
    ("a_broader_no_is_not_guessed", put("finding", "nerve_trouble", phrases=["bad nerves"]), "phrases", "all members"),
    ("the_second_question_differs", put("finding", "seat_numb", again="is there  seat_numb?"), "again", "the same question"),
    ("the_second_question_differs", put("finding", "age", again="Really?"), "again", "a number finding"),
    ("strong_signs_are_asked_again", put("finding", "seat_numb", again=None), "again", "no second question"),
    ("a_test_says_what_yes_is", put("finding", "pain", self_test=TEST), "self_test.yes_if", "needs yes_if"),
    ("a_test_says_what_yes_is", put("finding", "rises", self_test={**TEST, "yes_if": "Ten."}), "self_test.yes_if", "none"),
    (
        "a_test_says_what_yes_is",
        put("finding", "rises", self_test={**TEST, "picture": "sit"}),
        "self_test.picture",
        "no movement is called 'sit'",
    ),
    ("what_is_asked_on_request_is_a_test", put("finding", "pain", on_request=True), "on_request", "no test for the plan"),
    ("no_safety_rests_on_a_request", put("plan-gate", "gate", when="rises < 3"), "when", "rests on rises"),
    ("norms_fit_their_test", put("norm", "rises", finding="jumps"), "finding", "no finding is called 'jumps'"),
    ("norms_fit_their_test", put("norm", "rises", bands=[]), "bands", "needs bands"),
    ("norms_fit_their_test", put("norm", "rises", finding="sex"), "values", "one level for each option"),
    ("norms_fit_their_test", add("norm", {**NORM, "id": "more"}), "finding", "has another norm: rises"),
    ("norm_bands_are_apart", put_in("norm", "rises", "bands.1.from_age", 65), "bands", "overlap at age 65"),
    ("norm_bands_are_apart", put_in("norm", "rises", "bands.1.above", 5), "bands", "contradicts itself"),
    ("norm_bands_are_apart", put_in("norm", "rises", "bands.1.to_age", 65), "bands", "contradicts itself"),
    ("rechecks_ask_for_danger", put("recheck", "all", findings=["age"]), "findings", "no yes/no sign of danger"),
    ("rechecks_ask_for_danger", put("recheck", "all", when="pain"), "when", "no recheck is for everybody"),
    ("pacers_belong_to_interventions", pace(intervention="run"), "intervention", "no intervention is called 'run'"),
    ("pacers_belong_to_interventions", pace(paces=["run"]), "paces", "no intervention is called 'run'"),
    ("pacers_belong_to_interventions", both(pace(), pace(id="other")), "paces", "walk is paced by slow as well"),
    ("patterns_are_breaths", pace(breath=[]), "breath", "only a breathing pattern has a breath"),
    ("patterns_are_breaths", pace(style="meditation"), "breath", "only a breathing pattern has a breath"),
    ("patterns_are_breaths", a_breath(("out", 4), ("in", 4)), "breath", "goes from in to out"),
    ("patterns_are_breaths", a_breath(("in", 2), ("out", 2)), "breath", "lasts 4 seconds"),
    ("patterns_are_breaths", a_breath(("in", 12), ("out", 12)), "breath", "lasts 24 seconds"),
    ("patterns_are_breaths", pace(minutes={"min": 1, "usual": 9, "max": 5}), "minutes", "do not rise"),
    ("held_breaths_are_guarded", a_breath(("in", 4), ("hold", 4), ("out", 4)), "intervention", "holds the breath"),
    *WRONG_CHANGES,
    *WRONG_LADDERS,
]


def problems_of(base: KnowledgeBase) -> dict[str, list[tuple[str, str]]]:
    found = {check.__name__: [(one.key, one.what) for one in check(base)] for check in CHECKS}
    return {name: problems for name, problems in found.items() if problems}


def test_the_good_base_has_no_problem() -> None:
    assert check_knowledge(good_base()) == ()


@pytest.mark.parametrize(("check", "change", "key", "says"), WRONG, ids=[f"{one[0]}-{n}" for n, one in enumerate(WRONG)])
def test_a_check_finds_what_is_wrong(check: str, change: Change, key: str, says: str) -> None:
    found = problems_of(base_with(change))
    assert check in found
    assert any(at == key and says in what for at, what in found[check]), found[check]


def test_every_check_has_a_failing_example() -> None:
    of_programmes = {check.__name__ for check, *_ in WRONG_PROGRAMMES}
    assert {check for check, *_ in WRONG} | of_programmes == {check.__name__ for check in CHECKS}


def test_a_slow_breath_has_no_problem() -> None:
    assert check_knowledge(base_with(pace())) == ()


def test_a_problem_names_file_item_key_and_remedy() -> None:
    (problem,) = check_knowledge(base_with(put("claim", "rest", sources=["guidelin"])))
    assert problem.place == "claims/some.yaml, rest"
    assert problem.key == "sources[0]"
    assert problem.remedy == "Did you mean guideline?"
    assert str(problem) == "claims/some.yaml, rest, sources[0]: no source is called 'guidelin'. Did you mean guideline?"


def test_naming_itself_is_allowed_in_a_derivation() -> None:
    base = base_with(put("finding", "pain", derived={"any": ["seat_numb", "pain"]}))
    assert check_knowledge(base) == ()


def test_words_that_frighten_may_stand_where_they_are_explained() -> None:
    assert "slipped" in good_base().claims["rest"].people_say
    assert check_knowledge(good_base()) == ()


def test_a_verdict_on_the_reader_is_told_from_what_they_said() -> None:
    assert check_knowledge(base_with(put("condition", "ordinary", summary="You have told us that it hurts."))) == ()


def test_clinicians_words_are_not_checked_for_readers() -> None:
    assert check_knowledge(base_with(put("red-flag", "cauda", term="degenerative stenosis"))) == ()


@pytest.mark.parametrize("seed", range(2))
def test_a_base_with_holes_is_checked_and_never_breaks_the_checks(seed: int) -> None:
    base = load_with_problems().base
    draw = Random(seed)
    kept = {
        kind: {name: item for name, item in items.items() if kind == "disposition" or draw.random() < 0.8}
        for kind, items in base.items.items()
    }
    assert check_knowledge(KnowledgeBase(kept, base.places))


def test_the_positions_of_the_checks_are_those_of_the_records() -> None:
    from typing import get_args

    from spinewise.knowledge.records import Demand, Family, Position

    assert set(of_interventions.DEMAND_OF_POSITION) <= set(get_args(Position))
    assert set(of_interventions.DEMAND_OF_POSITION.values()) <= set(get_args(Demand))
    assert set(of_interventions.ACTIVE) <= set(get_args(Family))
