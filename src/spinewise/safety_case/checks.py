"""What must hold within the safety case itself; whether its tests and rules exist is looked at in ``tools/safety_file.py``."""

from collections import Counter
from collections.abc import Iterable, Iterator

from spinewise.knowledge import Problem
from spinewise.safety_case.records import Hazard, SafetyCase, Scales


def check_scales(scales: Scales) -> Iterator[Problem]:
    """The matrix is whole, uses known words, and never falls when severity or likelihood rises."""
    severities, likelihoods, risks = scales.words("severity"), scales.words("likelihood"), scales.words("risk")
    for word in sorted(set(scales.not_accepted) - set(risks)):
        yield _scale("not_accepted", f"no risk is called {word!r}", f"Use one of {', '.join(risks)}")
    if set(scales.matrix) != set(severities):
        yield _scale("matrix", "its rows are not the words of the severity", f"Write one row each for {', '.join(severities)}")
        return
    for severity in severities:
        row = scales.matrix[severity]
        if set(row) != set(likelihoods) or not set(row.values()) <= set(risks):
            what = "the row does not give one known risk for each likelihood"
            yield _scale(f"matrix.{severity}", what, f"Give {', '.join(likelihoods)}, each one of {', '.join(risks)}")
            return
    yield from _never_falls(scales, risks)


def _never_falls(scales: Scales, risks: tuple[str, ...]) -> Iterator[Problem]:
    table = [
        [risks.index(scales.risk_of(severity, likelihood)) for likelihood in scales.words("likelihood")]
        for severity in scales.words("severity")
    ]
    columns = [list(column) for column in zip(*table, strict=True)]
    if any(line != sorted(line) for line in [*table, *columns]):
        yield _scale("matrix", "a risk falls while severity or likelihood rises", "Raise the later one, or lower the earlier")


def check_hazards(hazards: Iterable[Hazard]) -> Iterator[Problem]:
    """Each id of a hazard and of a control stands once in the whole case, and what is shared belongs to another hazard."""
    hazards = tuple(hazards)
    hazard_ids = Counter(hazard.id for hazard in hazards)
    control_ids = Counter(control.id for hazard in hazards for control in hazard.controls)
    for kind, counted in (("hazard", hazard_ids), ("control", control_ids)):
        for name in (name for name, times in counted.items() if times > 1):
            yield Problem("hazards", name, f"the {kind} id is used {counted[name]} times", "Give each its own id")
    for hazard in hazards:
        others = set(control_ids) - {control.id for control in hazard.controls}
        for name in sorted(set(hazard.shared) - others):
            what = f"no other hazard has a control {name!r}"
            yield Problem(f"hazard {hazard.id}", "shared", what, "Name a control that stands elsewhere")


def check_words(hazard: Hazard, scales: Scales) -> Iterator[Problem]:
    """The words of a hazard stand in the scales, controls make nothing likelier, and what stays is accepted."""
    given = {"severity": hazard.severity, "before": hazard.before, "after": hazard.after}
    unknown = False
    for key, word in given.items():
        known = scales.words("severity" if key == "severity" else "likelihood")
        if word not in known:
            unknown = True
            yield Problem(f"hazard {hazard.id}", key, f"{word!r} is no word of the scale", f"Use one of {', '.join(known)}")
    if not unknown:
        yield from _what_stays(hazard, scales)


def _what_stays(hazard: Hazard, scales: Scales) -> Iterator[Problem]:
    order = scales.words("likelihood")
    place = f"hazard {hazard.id}"
    if order.index(hazard.after) > order.index(hazard.before):
        yield Problem(place, "after", "it is likelier with the controls than without", "Correct one of the two words")
    risk = scales.risk_of(hazard.severity, hazard.after)
    if risk in scales.not_accepted:
        yield Problem(place, "after", f"a risk that is {risk} stays", "Add controls, or leave the function out")


def check_case(case: SafetyCase) -> tuple[Problem, ...]:
    """Everything that is wrong within the case."""
    problems = [*check_scales(case.scales), *check_hazards(case.hazards)]
    if any(problem.place == "scales" for problem in problems):
        return tuple(problems)
    return (*problems, *(problem for hazard in case.hazards for problem in check_words(hazard, case.scales)))


def _scale(key: str, what: str, remedy: str) -> Problem:
    return Problem("scales", key, what, remedy)
