"""Weeks for anybody with any history pass the last look, and keep to the dose of the day."""

from hypothesis import given, settings
from hypothesis import strategies as st

from spinewise.knowledge import Disposition
from spinewise.planning import Happened, Plan, check_plan, doses_for, plan_week, wishes_of
from tests.planning.dosing.people import BASE, GROUPS, day, histories, person

Facts = dict[str, object]


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(GROUPS), histories(30), st.integers(0, 110), st.sampled_from((5, 10, 20, 45)))
def test_every_week_keeps_to_the_doses(facts: Facts, history: tuple[Happened, ...], number: int, minutes: int) -> None:
    findings = person(**facts)
    wishes = wishes_of(findings, BASE, minutes_per_day=minutes)
    doses = doses_for(findings, BASE, history, day(number))
    made = plan_week(findings, BASE, disposition=Disposition.SELF_CARE, week=day(number), wishes=wishes, doses=doses)
    assert isinstance(made, Plan) or facts == {"age": 13}
    if isinstance(made, Plan):
        assert all(item.dose.level <= doses[item.intervention].dose.level for item in made.items)
        looks = {"disposition": Disposition.SELF_CARE, "wishes": wishes, "programme": made.programme}
        assert check_plan(made, findings, BASE, doses=doses, **looks) == ()  # type: ignore[arg-type]
