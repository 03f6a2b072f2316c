"""The worked cases of the knowledge base, played: does Spinewise answer, and dose, as its authors say it must?"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from spinewise.assessment import Assessment, assess
from spinewise.knowledge import BadInput, KnowledgeBase, Problem, findings_from_facts
from spinewise.knowledge.records import DoseCase, WorkedCase
from spinewise.planning import Happened, Outcome, Plan, doses_for
from spinewise.safety import Verdict
from spinewise.week import plan_week

FIRST_EXPLANATIONS = 3
ANY_WEEK = date(2026, 1, 5)
"""The answers do not depend on the date."""


def rehearse(base: KnowledgeBase) -> tuple[Problem, ...]:
    """Every answer that differs from what a worked case expects."""
    answers = (problem for case in base.worked_cases.values() for problem in rehearse_one(case, base))
    doses = (problem for case in base.dose_cases.values() for problem in rehearse_dose(case, base))
    return (*answers, *doses)


def rehearse_one(case: WorkedCase, base: KnowledgeBase) -> tuple[Problem, ...]:
    """The differences for one case."""
    place = f"{base.place_of('worked-case', case.id)}, {case.id}"
    try:
        assessment = assess(findings_from_facts(case.facts, base, place), base, closed=True)
    except BadInput as error:
        return error.problems
    return tuple(
        Problem(place, key, what, "Correct the case, or the rule that answers it")
        for key, what in _differences(case, assessment, base)
    )


def rehearse_dose(case: DoseCase, base: KnowledgeBase) -> tuple[Problem, ...]:
    """The differences for one case of a dose."""
    place = f"{base.place_of('dose-case', case.id)}, {case.id}"
    try:
        findings = assess(findings_from_facts(case.facts, base, place), base, closed=True).findings
        history = tuple(_happened(case))
    except BadInput as error:
        return error.problems
    planned = doses_for(findings, base, history, ANY_WEEK + timedelta(days=case.today))[case.intervention]
    found = {"level": planned.dose.level, "step": planned.rule.value, "at_most": planned.most}
    wanted = {"level": case.expect.level, "step": case.expect.step or None, "at_most": case.expect.at_most}
    return tuple(
        Problem(place, f"expect.{key}", f"is {found[key]}, not {value}", "Correct the case, or the rule that answers it")
        for key, value in wanted.items()
        if value is not None and found[key] != value
    )


def _happened(case: DoseCase) -> Iterator[Happened]:
    for row in case.history:
        for day in row.days:
            yield Happened(
                on=ANY_WEEK + timedelta(days=day),
                intervention=case.intervention,
                outcome=Outcome(row.outcome),
                level=row.level,
                effort=row.effort,
                pain_before=row.pain_before,
                pain_during=row.pain_during,
                pain_next_day=row.pain_next_day,
                too_much=row.too_much,
                why=row.why,
                cut=row.cut,
            )


def _differences(case: WorkedCase, assessment: Assessment, base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    expect = case.expect
    disposition = assessment.triage.disposition.word
    if expect.disposition and disposition not in expect.disposition:
        rules = ", ".join(reason.rule for reason in assessment.triage.reasons) or "no rule"
        yield "disposition", f"is {disposition} (by {rules}), not {' or '.join(expect.disposition)}"
    leading = [one.condition for one in assessment.differential[:FIRST_EXPLANATIONS]]
    for condition in expect.explained:
        if condition not in leading:
            yield "explained", f"{condition} is not among the first three, which are {', '.join(leading)}"
    yield from _verdicts("offered", expect.offered, (Verdict.ALLOWED, Verdict.CHANGED), assessment)
    yield from _verdicts("changed", expect.changed, (Verdict.CHANGED,), assessment)
    yield from _verdicts("blocked", expect.blocked, (Verdict.BLOCKED,), assessment)
    if expect.plan:
        found = "week" if isinstance(plan_week(assessment, base, week=ANY_WEEK), Plan) else "none"
        if found != expect.plan:
            yield "plan", f"is {found}, not {expect.plan}"


def _verdicts(
    key: str, interventions: Iterable[str], wanted: tuple[Verdict, ...], assessment: Assessment
) -> Iterator[tuple[str, str]]:
    for name in interventions:
        clearance = assessment.interventions.get(name)
        if clearance is None:
            yield key, f"{name} is no intervention"
        elif clearance.verdict not in wanted:
            rules = ", ".join(ground.rule for ground in clearance.grounds) or "no rule"
            yield key, f"{name} is {clearance.verdict.value} (by {rules})"
