"""The worked cases of the knowledge base, played: does Spinewise answer as its authors say it must?"""

from collections.abc import Iterable, Iterator
from datetime import date

from spinewise.assessment import Assessment, assess
from spinewise.knowledge import BadInput, KnowledgeBase, Problem, findings_from_facts
from spinewise.knowledge.records import WorkedCase
from spinewise.planning import Plan
from spinewise.safety import Verdict
from spinewise.week import plan_week

FIRST_EXPLANATIONS = 3
ANY_WEEK = date(2026, 1, 5)
"""The answers do not depend on the date."""


def rehearse(base: KnowledgeBase) -> tuple[Problem, ...]:
    """Every answer that differs from what a worked case expects."""
    return tuple(problem for case in base.worked_cases.values() for problem in rehearse_one(case, base))


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
