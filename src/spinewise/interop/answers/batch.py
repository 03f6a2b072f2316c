"""One person of a batch: a line of facts becomes a line with assess and plan, or with its own error."""

import json
from datetime import date

import msgspec

from spinewise.assessment import assess
from spinewise.interop.answers.assessment import assessment_document
from spinewise.interop.answers.plan import plan_document
from spinewise.interop.answers.words import Json
from spinewise.knowledge import BadInput, KnowledgeBase, Problem, findings_from_facts, load_knowledge
from spinewise.triage import safety_nets
from spinewise.week import plan_week

LONGEST_LINE_BYTES = 200_000


def answer_line(numbered: tuple[int, bytes], *, closed: bool, week: date) -> tuple[str, bool]:
    """The answer to one line, and whether it is an error."""
    number, line = numbered
    try:
        document = _answer(f"line {number}", line, closed, week, load_knowledge())
    except BadInput as error:
        problems: list[Json] = [_problem(problem) for problem in error.problems]
        return json.dumps({"line": number, "error": str(error), "problems": problems}, ensure_ascii=False), True
    return json.dumps({"line": number, **document}, ensure_ascii=False), False


def _answer(place: str, line: bytes, closed: bool, week: date, base: KnowledgeBase) -> dict[str, Json]:
    findings = findings_from_facts(_facts(line, place), base, place)
    assessment = assess(findings, base, closed=closed)
    plan = plan_week(assessment, base, week=week)
    nets = safety_nets(assessment.findings, base)
    return {"assess": assessment_document(assessment), "plan": plan_document(plan, nets, base, assessment.triage.disposition)}


def _facts(line: bytes, place: str) -> object:
    if len(line) > LONGEST_LINE_BYTES:
        what = f"has {len(line)} bytes, more than the {LONGEST_LINE_BYTES} that are accepted"
        raise BadInput((Problem(place, "", what, "Keep only finding ids and values in it"),))
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadInput(
            (Problem(place, "", f"is no JSON object: {error}", "Write one JSON object a line, in UTF-8"),)
        ) from error


def _problem(problem: Problem) -> Json:
    return {"place": problem.place, "key": problem.key, "what": problem.what, "remedy": problem.remedy}
