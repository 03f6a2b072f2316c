"""What people try out at home: self-tests, what is usual in them, and what is asked again over time."""

from collections.abc import Iterator
from itertools import pairwise

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.walk import conditions_in, problem
from spinewise.knowledge.errors import Problem
from spinewise.knowledge.records import Finding, Norm, NormBand

_MAY_REST_ON_A_TEST = ("helps",)
"""Keys under which a wish or a test may count: what to choose, never what is safe."""


def a_test_says_what_yes_is(base: KnowledgeBase) -> Iterator[Problem]:
    """The self-test of a yes/no finding says what means yes, others do not; a picture is one of the movements."""
    for finding in base.findings.values():
        test = finding.self_test
        if test is None:
            continue
        if bool(test.yes_if) is not (finding.type == "bool"):
            what = "a yes/no finding needs yes_if, others have none"
            yield problem(base, "finding", finding.id, "self_test.yes_if", what, "Say what means yes, or take it out")
        if test.picture and test.picture not in base.items.get("movement", {}):
            what = f"no movement is called {test.picture!r}"
            yield problem(base, "finding", finding.id, "self_test.picture", what, "Correct the id, or leave it out")


def what_is_asked_on_request_is_a_test(base: KnowledgeBase) -> Iterator[Problem]:
    """A finding that is asked only on request says how to find it out, and is for the plan."""
    for finding in base.findings.values():
        if finding.on_request and (finding.self_test is None or finding.purpose != "plan"):
            what = "it is asked only on request, but it is no test for the plan"
            yield problem(base, "finding", finding.id, "on_request", what, "Give it a self_test and 'purpose: plan'")


def no_safety_rests_on_a_request(base: KnowledgeBase) -> Iterator[Problem]:
    """Only what helps may look at a finding that nobody must answer."""
    wished = {finding.id for finding in base.findings.values() if finding.on_request}
    for kind, item, key, condition in conditions_in(base):
        for name in sorted(condition.findings() & wished):
            if not key.startswith(_MAY_REST_ON_A_TEST):
                what = f"it rests on {name}, which is asked only on request"
                yield problem(base, kind, item, key, what, "Rest it on something that everybody is asked")


def norms_fit_their_test(base: KnowledgeBase) -> Iterator[Problem]:
    """A norm belongs to one finding of the base: bands for a number, a level for each option of a choice."""
    seen: dict[str, str] = {}
    for norm in base.norms.values():
        for key, what, remedy in _faults(norm, base.findings.get(norm.finding)):
            yield problem(base, "norm", norm.id, key, what, remedy)
        if norm.finding in seen:
            what = f"{norm.finding} has another norm: {seen[norm.finding]}"
            yield problem(base, "norm", norm.id, "finding", what, "Keep one of them")
        seen[norm.finding] = norm.id


def norm_bands_are_apart(base: KnowledgeBase) -> Iterator[Problem]:
    """For one sex the bands rise and do not overlap, and ``above`` is better than ``below``."""
    for norm in base.norms.values():
        for sex in ("female", "male"):
            bands = [band for band in norm.bands if band.sex in (sex, "any")]
            for before, after in pairwise(bands):
                if before.to_age >= after.from_age:
                    what = f"bands of {sex} overlap at age {after.from_age:g}"
                    yield problem(base, "norm", norm.id, "bands", what, "Let each begin after the one before it ends")
        for band in norm.bands:
            if band.from_age > band.to_age or _turned_round(band, norm.better):
                what = f"the band from age {band.from_age:g} contradicts itself"
                yield problem(base, "norm", norm.id, "bands", what, "Exchange or correct its numbers")


def rechecks_ask_for_danger(base: KnowledgeBase) -> Iterator[Problem]:
    """What is asked again is a yes/no sign of danger, and one recheck is for everybody."""
    for recheck in base.rechecks.values():
        for name in recheck.findings:
            finding = base.findings.get(name)
            if finding is not None and (finding.type != "bool" or finding.purpose != "danger"):
                what = f"{name} is no yes/no sign of danger"
                yield problem(base, "recheck", recheck.id, "findings", what, "Ask for a sign of danger")
    if base.rechecks and all(recheck.when is not None for recheck in base.rechecks.values()):
        yield Problem("rechecks", "when", "no recheck is for everybody", "Add one without 'when'")


def _faults(norm: Norm, finding: Finding | None) -> Iterator[tuple[str, str, str]]:
    if finding is None:
        yield "finding", f"no finding is called {norm.finding!r}", "Correct the id, or add the finding"
    elif finding.type == "number":
        if norm.values or not norm.bands:
            yield "bands", "a number needs bands and no values", "Give bands by age"
    elif {value.value for value in norm.values} != set(finding.option_values) or norm.bands:
        yield "values", "it needs one level for each option, and no bands", f"Options: {', '.join(finding.option_values)}"


def _turned_round(band: NormBand, better: str) -> bool:
    if band.above is None:
        return False
    return band.above < band.below if better == "more" else band.above > band.below


CHECKS = (
    a_test_says_what_yes_is,
    what_is_asked_on_request_is_a_test,
    no_safety_rests_on_a_request,
    norms_fit_their_test,
    norm_bands_are_apart,
    rechecks_ask_for_danger,
)
