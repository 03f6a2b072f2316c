"""The safety file: python -m tools.safety_file check, or render to write docs/safety/safety-file.md.

``check`` looks at what the safety case cannot know by itself: that the named tests exist, that each danger rule belongs to
a hazard, that the words for people are easy to read, and that the page is the one that the data give.
"""

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tools.reading import reading_grade

from spinewise.knowledge import BadInput, Problem, load_knowledge
from spinewise.safety_case import Control, Hazard, SafetyCase, load_safety_case

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "safety" / "safety-file.md"
HARDEST_GRADE = 8.0
RENDER = "Run: python -m tools.safety_file render"


def tests_in(root: Path) -> frozenset[str]:
    """The node ids of all tests under ``root/tests``, without parameters."""
    files = sorted((root / "tests").rglob("test_*.py"))
    return frozenset(f"{path.relative_to(root).as_posix()}::{name}" for path in files for name in _tests_of(path))


def _tests_of(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
            yield node.name
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            yield from (f"{node.name}::{one.name}" for one in node.body if isinstance(one, ast.FunctionDef))


def missing_tests(case: SafetyCase, tests: frozenset[str]) -> Iterator[Problem]:
    """Controls that name a test which is not there."""
    for hazard in case.hazards:
        for control in hazard.controls:
            for name in control.tests:
                if name not in tests:
                    yield _about(hazard, control.id, f"there is no test {name}", "Name the test that proves the control")


def rules_without_hazard(case: SafetyCase, rules: Iterable[str]) -> Iterator[Problem]:
    """Danger rules that no hazard is about, and rules that a hazard names and nobody knows."""
    known = set(rules)
    named = {rule for hazard in case.hazards for rule in hazard.red_flags}
    for rule in sorted(known - named):
        yield Problem("hazards", rule, "the danger rule belongs to no hazard", "Add it to red_flags of its hazard")
    for hazard in case.hazards:
        for rule in sorted(set(hazard.red_flags) - known):
            yield _about(hazard, "red_flags", f"there is no danger rule {rule!r}", "Correct the id, or take it out")


def hard_words(case: SafetyCase) -> Iterator[Problem]:
    """Texts for people that need more years at school than they should."""
    texts = {"intended purpose": case.purpose.plain} | {f"hazard {hazard.id}": hazard.plain for hazard in case.hazards}
    for place, text in texts.items():
        grade = reading_grade(text)
        if grade > HARDEST_GRADE:
            yield Problem(place, "plain", f"its reading grade is {grade:.1f}", "Shorter sentences, shorter words")


def stale_page(case: SafetyCase, names: Mapping[str, str], page: str | None) -> Iterator[Problem]:
    """The page differs from what the data give."""
    if page != render(case, names):
        yield Problem("docs/safety/safety-file.md", "", "is not what the data give now", RENDER)


def problems_of(case: SafetyCase, names: Mapping[str, str], tests: frozenset[str], page: str | None) -> tuple[Problem, ...]:
    """Everything that is wrong between the safety case, the tests, the danger rules and the page."""
    return (
        *missing_tests(case, tests),
        *rules_without_hazard(case, names),
        *hard_words(case),
        *stale_page(case, names, page),
    )


def _about(hazard: Hazard, key: str, what: str, remedy: str) -> Problem:
    return Problem(f"hazard {hazard.id}", key, what, remedy)


def render(case: SafetyCase, names: Mapping[str, str]) -> str:
    """The whole file as Markdown. ``names`` gives the name of each danger rule."""
    parts = [
        "# Safety file\n",
        "Made by `python -m tools.safety_file render` from `src/spinewise/safety_case/`. Do not edit this page; see",
        "[how to read and change it](README.md).\n",
        *_purpose(case),
        *_scales(case),
        *_overview(case),
        "## The hazards\n",
        *(line for hazard in case.hazards for line in _hazard(hazard, case, names)),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _purpose(case: SafetyCase) -> Iterator[str]:
    purpose = case.purpose
    yield f"## What it is for\n\n{purpose.what}\n\nIn plain words: {purpose.plain}\n"
    lists = {
        "For whom": purpose.for_whom,
        "Who uses it": purpose.users,
        "What it is not": purpose.not_for,
        "Where it runs": purpose.environment,
        "Limits": purpose.limits,
        "What whoever runs it for others must do": purpose.deployer_must,
    }
    for title, lines in lists.items():
        yield f"### {title}\n"
        yield from (f"- {line}" for line in lines)
        yield ""
    yield f"**Review:** {purpose.review}\n"


def _scales(case: SafetyCase) -> Iterator[str]:
    scales = case.scales
    yield "## The scales\n"
    for title, steps in (("Severity", scales.severity), ("Likelihood", scales.likelihood), ("Risk", scales.risk)):
        yield f"| {title} | meaning |\n|---|---|"
        yield from (f"| {step.word} | {step.meaning} |" for step in steps)
        yield ""
    likelihoods = scales.words("likelihood")
    yield f"| severity \\ likelihood | {' | '.join(likelihoods)} |\n|---|{'---|' * len(likelihoods)}"
    for severity in scales.words("severity"):
        yield f"| {severity} | {' | '.join(scales.risk_of(severity, one) for one in likelihoods)} |"
    yield ""


def _overview(case: SafetyCase) -> Iterator[str]:
    yield "## Overview\n"
    yield "| hazard | severity | risk before | risk after | not proved yet | clinician |\n|---|---|---|---|---|---|"
    for hazard in case.hazards:
        cells = (
            f"[{hazard.name}](#{hazard.id})",
            hazard.severity,
            case.risk_before(hazard),
            case.risk_after(hazard),
            str(len(hazard.unproved)) if hazard.unproved else "",
            "open" if hazard.review.open else "done",
        )
        yield f"| {' | '.join(cells)} |"
    yield ""


def _hazard(hazard: Hazard, case: SafetyCase, names: Mapping[str, str]) -> Iterator[str]:
    yield f'<a id="{hazard.id}"></a>\n\n### {hazard.name}\n\n{hazard.plain}\n'
    yield from (f"- Cause: {cause}" for cause in hazard.causes)
    yield f"- Harm: {hazard.harm}"
    yield f"- Severity {hazard.severity}. Likelihood before {hazard.before}, after {hazard.after}."
    yield f"- Risk before {case.risk_before(hazard)}, after {case.risk_after(hazard)}.\n\nControls:\n"
    for control in hazard.controls:
        yield from _control(control)
    if hazard.shared:
        homes = {control.id: one.id for one in case.hazards for control in one.controls}
        yield f"\nAlso acting here: {', '.join(f'[{name}](#{homes[name]})' for name in hazard.shared)}."
    if hazard.red_flags:
        yield f"\nDanger rules: {'; '.join(f'{names.get(rule, rule)} (`{rule}`)' for rule in hazard.red_flags)}."
    yield f"\nWhat stays: {hazard.residual}\n"
    if hazard.unproved:
        yield "Not proved by a test yet:\n"
        yield from (f"- {line}" for line in hazard.unproved)
        yield ""
    yield f"Review: {hazard.review.who}, {'open' if hazard.review.open else 'done'}.\n"


def _control(control: Control) -> Iterator[str]:
    yield f"- **{control.id}** ({control.kind}): {control.what}"
    yield from (f"  - `{test}`" for test in control.tests)


def main(arguments: list[str]) -> int:
    """Check, or write the page."""
    if arguments not in (["check"], ["render"]):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        case = load_safety_case()
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    names = {rule.id: rule.name for rule in load_knowledge().red_flags.values()}
    if arguments == ["render"]:
        PAGE.write_text(render(case, names), encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else None
    problems = problems_of(case, names, tests_in(ROOT), page)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 2 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
