"""Where people stand in their programmes, over days and weeks, and what that does to their week."""

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from benchmarks.people import random_person
from benchmarks.planning.people import person as ordinary

from spinewise.knowledge import Disposition, Findings, KnowledgeBase, Value, complete, load_with_problems, read_closed
from spinewise.planning import (
    InProgramme,
    Plan,
    Wishes,
    check_plan,
    held_back,
    plan_week,
    programme_terms,
    since_now,
    standing_in,
    why_not,
    wishes_of,
)
from spinewise.planning.programmes import NO_PROGRAMME, Place
from spinewise.safety import clear
from tests.knowledge.small import GOOD, base_of
from tests.knowledge.test_programmes import LINE, phase, programme

REAL = load_with_problems().base
DAY = date(2026, 11, 23)
BACKACHE: Mapping[str, Value] = {
    "age": 42.0,
    "sex": "male",
    "complaint": "pain",
    "regions": frozenset({"low-back"}),
    "onset": "gradual",
    "duration_days": 10.0,
    "pain_nrs": 4.0,
}


def told(**more: Any) -> Findings:
    """An ordinary backache but for some answers; what is not said is not there."""
    return read_closed(Findings({**BACKACHE, **more}), REAL)


def place(findings: Findings, since: Mapping[str, date] | None = None, today: date = DAY) -> Place:
    lead = standing_in(findings, REAL, since, today).lead
    assert lead is not None
    return lead


@pytest.mark.parametrize(
    ("answers", "where"),
    [
        ({}, "prevention/two-moments"),
        ({"occupation": "desk"}, "prevention/two-moments"),
        ({"athlete": True}, "prevention/two-moments"),
        ({"sex": "female", "age": 30.0, "pregnant_weeks": 24.0}, "pregnancy/middle"),
        ({"age": 11.0}, "children/play-and-change"),
        ({"age": 70.0, "osteoporosis": True}, "bones/build"),
        ({"age": 60.0, "osteoporosis": True, "vertebral_fracture_history": True}, "bones/look-first"),
        ({"age": 60.0, "vertebral_fracture_history": True, "bones_looked_at": True}, "bones/build"),
        ({"age": 60.0, "osteoporosis": True, "height_loss": True, "bones_looked_at": True}, "bones/build"),
        ({"age": 60.0, "osteoporosis": True, "bones_looked_at": True, "falls": True}, "bones/look-first"),
        ({"age": 60.0, "osteoporosis": True, "bones_looked_at": True, "worsening": True}, "bones/look-first"),
    ],
)
def test_where_nothing_hurts_staying_well_leads_unless_more_is_at_stake(answers: Mapping[str, Value], where: str) -> None:
    well = read_closed(Findings({"age": 42.0, "sex": "male", "complaint": "none", **answers}), REAL)
    assert place(well).key == where


def test_beside_staying_well_a_day_at_a_desk_still_counts() -> None:
    well = read_closed(Findings({"age": 42.0, "sex": "male", "complaint": "none", "occupation": "desk"}), REAL)
    assert [one.programme.id for one in standing_in(well, REAL, None, DAY).places] == ["prevention", "desk-day"]


def test_somebody_for_whom_nothing_else_is_there_is_met_too() -> None:
    weak = read_closed(Findings({"age": 42.0, "sex": "male", "complaint": "weakness", "regions": frozenset({"hand"})}), REAL)
    assert [one.programme.id for one in standing_in(weak, REAL, None, DAY).places] == ["prevention"]


@pytest.mark.parametrize(
    ("answers", "where"),
    [
        ({"duration_days": 1.0, "onset": "sudden"}, "first-days/ease"),
        ({"duration_days": 2.0, "improving": True}, "first-days/settling"),
        ({"duration_days": 5.0}, "recovery/moving-again"),
        ({"duration_days": 20.0}, "recovery/getting-stronger"),
        ({"duration_days": 20.0, "worsening": True}, "recovery/moving-again"),
        ({"duration_days": 50.0, "improving": True}, "recovery/staying-well"),
        ({"duration_days": 200.0}, "persistent/base-line"),
        ({"sciatica": True, "duration_days": 7.0}, "leg-nerve/calm-the-nerve"),
        ({"arm_pain": True, "duration_days": 21.0}, "arm-nerve/move"),
        ({"complaint": "skin-pain", "skin_burning": True, "duration_days": 60.0}, "skin-nerve/getting-used"),
        ({"complaint": "numbness", "leg_numbness": True}, "numbness/watch"),
        ({"complaint": "cramp", "cramps": True, "duration_days": 400.0}, "persistent/base-line"),
        ({"sex": "female", "age": 30.0, "pregnant_weeks": 9.0}, "pregnancy/first-weeks"),
        ({"sex": "female", "age": 30.0, "pregnant_weeks": 14.0}, "pregnancy/middle"),
        ({"sex": "female", "age": 30.0, "pregnant_weeks": 31.0}, "pregnancy/late"),
        (
            {"sex": "female", "age": 30.0, "postpartum_weeks": 1.0, "birth_type": "vaginal"},
            "after-vaginal-birth/first-two-weeks",
        ),
        (
            {"sex": "female", "age": 30.0, "postpartum_weeks": 7.0, "birth_type": "caesarean", "wound_not_healed": True},
            "after-caesarean/weeks-two-to-six",
        ),
        (
            {"sex": "female", "age": 30.0, "postpartum_weeks": 6.0, "birth_type": "caesarean"},
            "after-caesarean/weeks-six-to-twelve",
        ),
        ({"sex": "female", "age": 66.0, "osteoporosis": True}, "bones/build"),
        ({"sex": "female", "age": 66.0, "steroid_use": True}, "bones/look-first"),
        ({"age": 80.0, "falls": True}, "older/chair-first"),
        ({"age": 10.0}, "children/play-and-change"),
    ],
)
def test_who_stands_where(answers: dict[str, Value], where: str) -> None:
    assert place(told(**answers)).key == where


def test_a_phase_is_left_only_by_what_is_known() -> None:
    open_answers = complete(Findings({"age": 30.0, "sex": "female", "postpartum_weeks": 20.0}), REAL)
    assert place(open_answers).key == "after-caesarean/first-two-weeks"


def test_a_birth_of_unknown_kind_counts_as_the_one_that_needs_more_care() -> None:
    woman = {"sex": "female", "age": 30.0, "postpartum_weeks": 3.0}
    assert place(told(**woman)).programme.id == "after-caesarean"
    assert place(told(**woman, birth_type="vaginal")).programme.id == "after-vaginal-birth"


def test_several_programmes_hold_back_together_and_one_leads() -> None:
    standing = standing_in(told(sex="female", age=30.0, pregnant_weeks=31.0, drives_long=True, sciatica=True), REAL, None, DAY)
    assert [one.programme.id for one in standing.places] == ["pregnancy", "leg-nerve", "recovery", "driver"]
    late = REAL.interventions["knee-to-chest-one"]
    slider = REAL.interventions["sciatic-slider"]
    assert "Week 28" in (held_back(late, standing) or pytest.fail("not held")).says
    assert "Nerve pain in the leg" in (held_back(slider, standing) or pytest.fail("not held")).says


def test_a_child_meets_only_the_programme_for_children() -> None:
    standing = standing_in(told(age=9.0, long_sitting=True), REAL, None, DAY)
    assert [one.programme.id for one in standing.places] == ["children"]


def test_time_in_a_phase_comes_from_the_records() -> None:
    lasting = told(duration_days=200.0)
    assert place(lasting).key == "persistent/base-line"
    fortnight = {"persistent/base-line": DAY - timedelta(days=14)}
    assert place(lasting, fortnight).key == "persistent/building-up"
    assert place(lasting, {"persistent/base-line": DAY - timedelta(days=13)}).days == 13


def test_a_setback_begins_the_earlier_phase_anew() -> None:
    kept = {"persistent/base-line": DAY - timedelta(days=60), "persistent/building-up": DAY - timedelta(days=40)}
    flare = told(duration_days=200.0, worsening=True, pain_nrs=9.0)
    here = place(flare, kept)
    assert (here.key, here.days) == ("persistent/base-line", 0)
    again = since_now(standing_in(flare, REAL, kept, DAY), kept)
    assert again["persistent/base-line"] == DAY
    assert "persistent/building-up" not in again
    calm, later = told(duration_days=210.0), DAY + timedelta(days=10)
    assert place(calm, again, later).key == "persistent/base-line"
    assert place(calm, again, DAY + timedelta(days=14)).key == "persistent/building-up"


def test_what_lasted_long_enough_is_told_and_what_is_over_is_forgotten() -> None:
    kept = {"recovery/moving-again": DAY - timedelta(days=30), "first-days/ease": DAY - timedelta(days=36)}
    slow = told(duration_days=36.0, worsening=True)
    assert place(slow, kept).overdue
    assert "first-days/ease" not in since_now(standing_in(slow, REAL, kept, DAY), kept)


def test_time_alone_leads_on_where_the_programme_says_so() -> None:
    stuck = told(duration_days=200.0, worsening=True)
    assert place(stuck, {"persistent/base-line": DAY - timedelta(days=41)}).key == "persistent/base-line"
    assert place(stuck, {"persistent/base-line": DAY - timedelta(days=42)}).key == "persistent/building-up"


def test_a_base_without_programmes_holds_nothing_back() -> None:
    standing = standing_in(told(), base_of(GOOD), None, DAY)
    assert (standing.lead, dict(standing.held)) == (None, {})


def small(**more: Any) -> KnowledgeBase:
    return base_of({**GOOD, "programme": [programme("always", phase("on", lasting=True, **more))]})


def test_what_is_unknown_frees_nothing() -> None:
    base = small(hold_back=[{**LINE, "items": ["walk"], "unless": "not seat_numb"}])
    walk = base.interventions["walk"]
    for answers, held in (({}, True), ({"seat_numb": True}, True), ({"seat_numb": False}, False)):
        assert (held_back(walk, standing_in(Findings(answers), base, None, DAY)) is not None) is held


@pytest.mark.parametrize(("weight", "worth"), [("small", 400), ("moderate", 900), ("core", 2000)])
def test_what_belongs_to_a_phase_is_worth_more(weight: str, worth: int) -> None:
    base = small(prefer=[{**LINE, "families": ["aerobic"], "weight": weight}])
    assert programme_terms(base.interventions["walk"], standing_in(Findings(), base, None, DAY)) == worth
    assert programme_terms(base.interventions["walk"], NO_PROGRAMME) == 0


def after_birth(**more: Any) -> Findings:
    """Somebody with a sore back in the weeks after a caesarean."""
    young = {"sex": "female", "age": 35.0, "birth_type": "caesarean", "baby_care": True, "duration_days": 30.0}
    return told(**young, **more)


@pytest.mark.parametrize(
    ("weeks", "core"),
    [(3.0, {"deep-belly-weeks-2-6", "pelvic-floor-training"}), (8.0, {"deep-belly-weeks-6-12", "pelvic-floor-training"})],
)
def test_what_a_phase_is_there_for_stands_in_the_week(weeks: float, core: set[str]) -> None:
    """Small things do not push it out."""
    made = planned(after_birth(postpartum_weeks=weeks, exercise_now="some"), Wishes(minutes_per_day=20))
    assert made is not None
    assert core <= {item.intervention for item in made.items}


def test_at_most_two_things_are_the_core_the_first_programme_first() -> None:
    """A core that is held back takes no place, and the others still belong to their phase."""
    lines = [{**LINE, "items": [name], "weight": "core"} for name in ("walk", "swim")]
    always = [
        programme("one", phase("on", lasting=True, prefer=lines), priority=9),
        programme("two", phase("on", lasting=True, prefer=[{**LINE, "items": ["bridge"], "weight": "core"}])),
    ]
    items = [{**GOOD["intervention"][0], "id": name} for name in ("walk", "swim", "bridge")]

    def weights(**more: Any) -> dict[str, str]:
        one = {**always[0], **more}
        base = base_of({**GOOD, "intervention": items, "programme": [one, always[1]]})
        standing = standing_in(Findings(), base, None, DAY)
        return {name: line.weight for name, line in standing.preferred.items()}

    assert weights() == {"walk": "core", "swim": "core", "bridge": "moderate"}
    assert weights(hold_back=[{**LINE, "items": ["swim"]}]) == {"walk": "core", "swim": "core", "bridge": "core"}


def planned(
    findings: Findings,
    wishes: Wishes,
    standing: InProgramme | None = None,
    disposition: Disposition = Disposition.SELF_CARE,
) -> Plan | None:
    made = plan_week(findings, REAL, disposition=disposition, week=DAY, wishes=wishes, programme=standing)
    return made if isinstance(made, Plan) else None


def test_the_rule_is_named_to_whoever_asks_why_not() -> None:
    new = told(duration_days=2.0, onset="sudden", equipment_available=frozenset({"weights", "mat", "chair", "wall"}))
    wishes = wishes_of(new, REAL, minutes_per_day=40)
    made = planned(new, wishes)
    assert made is not None
    why = why_not("dumbbell-strength", made, new, REAL, disposition=Disposition.SELF_CARE, wishes=wishes)
    assert "First days of a new pain: Ease and easy moves" in why.says


def test_the_last_look_finds_what_a_programme_holds_back() -> None:
    late = told(duration_days=20.0)
    made = planned(late, wishes_of(late, REAL))
    assert made is not None
    names = sorted({item.intervention for item in made.items})
    other = base_holding(names[0])
    looked = check_plan(
        made,
        late,
        REAL,
        disposition=Disposition.SELF_CARE,
        wishes=wishes_of(late, REAL),
        programme=standing_in(late, other, None, DAY),
    )
    assert "is planned although a programme holds it back" in "\n".join(map(str, looked))


def base_holding(name: str) -> KnowledgeBase:
    """A base with one programme that holds this back."""
    raw = programme("always", phase("on", lasting=True, hold_back=[{**LINE, "items": [name]}]))
    return base_of({**GOOD, "programme": [raw]})


GROUPS: tuple[Mapping[str, Value], ...] = (
    {},
    {"duration_days": 1.0},
    {"sex": "female", "age": 30.0, "pregnant_weeks": 31.0},
    {"sex": "female", "age": 30.0, "postpartum_weeks": 1.0},
    {"sex": "female", "age": 30.0, "postpartum_weeks": 8.0, "birth_type": "vaginal"},
    {"sex": "female", "age": 68.0, "osteoporosis": True, "vertebral_fracture_history": True},
    {"age": 82.0, "falls": True, "balance_trouble": True},
    {"athlete": True, "age": 24.0},
    {"complaint": "skin-pain", "skin_burning": True, "skin_touch_pain": True},
    {"complaint": "numbness", "leg_numbness": True},
    {"sciatica": True, "duration_days": 6.0},
    {"arm_pain": True, "duration_days": 6.0},
)


def people() -> Iterator[tuple[Findings, Wishes]]:
    """Made-up people of every group, some of each."""
    for seed in range(2 * len(GROUPS)):
        findings, wishes = ordinary(seed, REAL)
        said = {key: value for key, value in findings.values.items() if key not in findings.assumed}
        yield read_closed(Findings({**said, **GROUPS[seed % len(GROUPS)]}), REAL), wishes


@pytest.mark.parametrize("disposition", [Disposition.SELF_CARE, Disposition.WITHIN_DAYS])
def test_no_week_is_emptied_and_nothing_held_back_is_planned(disposition: Disposition) -> None:
    with_a_week = 0
    for findings, wishes in people():
        alone = planned(findings, wishes, NO_PROGRAMME, disposition)
        made = planned(findings, wishes, None, disposition)
        assert (alone is None) == (made is None)
        if made is not None:
            with_a_week += 1
            assert made.items
            assert made.programme is not None
            assert not {item.intervention for item in made.items} & set(made.programme.held)
    assert with_a_week > len(GROUPS)


def test_everybody_is_in_a_programme() -> None:
    draw = random.Random(11)
    for _ in range(150):
        person = complete(random_person(REAL, draw), REAL)
        assert place(person).phase is not None


COURSE = ("worsening", "improving", "very_strong_pain", "falls", "urinary_incontinence", "heavy_bleeding", "wound_not_healed")


def a_year(draw: random.Random) -> Iterator[tuple[InProgramme, Findings, dict[str, date], date]]:
    """Somebody of a group, week by week for a year, with good and bad weeks by chance."""
    start: dict[str, Value] = {**BACKACHE, "age": float(draw.randint(18, 85)), **draw.choice(GROUPS)}
    since: dict[str, date] = {}
    for week in range(52):
        today = DAY + timedelta(weeks=week)
        moved: dict[str, Value] = {}
        for key, pace, most in (
            ("duration_days", 7.0, 9999.0),
            ("pregnant_weeks", 1.0, 42.0),
            ("postpartum_weeks", 1.0, 104.0),
        ):
            begun = start.get(key)
            if isinstance(begun, float):
                moved[key] = min(begun + pace * week, most)
        course: dict[str, Value] = {name: draw.random() < 0.2 for name in COURSE}
        findings = read_closed(Findings({**start, **moved, **course}), REAL)
        standing = standing_in(findings, REAL, since, today)
        yield standing, findings, since, today
        since = since_now(standing, since)


@pytest.mark.parametrize("seed", range(12))
def test_in_a_year_no_phase_is_left_early_and_none_lasts_for_ever(seed: int) -> None:
    before: dict[str, Place] = {}
    for standing, findings, since, today in a_year(random.Random(seed)):
        for here in standing.places:
            left = before.get(here.programme.id)
            phases = here.programme.phases
            if left is not None and phases.index(here.phase) > phases.index(left.phase):
                assert _may_leave(left, findings, since, today)
            longest = here.phase.longest
            if longest is not None and longest.then == "next" and here.phase is not phases[-1]:
                assert here.days < longest.days
        before = {here.programme.id: here for here in standing.places}


def _may_leave(left: Place, findings: Findings, since: Mapping[str, date], today: date) -> bool:
    """Is a way out of the phase open, or its longest time over? Told without the code that decides it."""
    days = (today - since[left.key]).days
    ripe = [way for way in left.phase.leave if days >= (way.after_days or 0)]
    over = left.phase.longest is not None and left.phase.longest.then == "next" and days >= left.phase.longest.days
    return over or any(way.when is None or way.when.evaluate(findings) is True for way in ripe)


def test_lost_height_leads_back_unless_somebody_is_known_to_have_looked_since() -> None:
    thin = {"age": 60.0, "osteoporosis": True, "height_loss": True}
    since = {"bones/look-first": DAY - timedelta(days=90), "bones/build": DAY - timedelta(days=30)}
    unknown = complete(Findings({**BACKACHE, **thin}), REAL)
    assert unknown.get("bones_looked_at") is None
    assert place(unknown, since).key == "bones/look-first"
    assert place(told(**thin, bones_looked_at=False), since).key == "bones/look-first"
    assert place(told(**thin, bones_looked_at=True), since).key == "bones/build"


def test_a_look_at_the_bones_lifts_no_block() -> None:
    broken = {"age": 60.0, "osteoporosis": True, "vertebral_fracture_history": True}
    before, after = (clear(told(**broken, bones_looked_at=seen), REAL) for seen in (False, True))
    assert {name for name, one in before.items() if not one.offered} == {name for name, one in after.items() if not one.offered}
