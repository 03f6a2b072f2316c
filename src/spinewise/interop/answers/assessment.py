"""What ``assess`` and ``interview`` answer."""

from collections.abc import Mapping

from spinewise.assessment import Assessment
from spinewise.differential import Explanation
from spinewise.intake import Interview
from spinewise.interop.answers.words import Json, json_value
from spinewise.safety import Clearance, Verdict
from spinewise.triage import Reason, Undecided


def assessment_document(assessment: Assessment) -> dict[str, Json]:
    """The keys of ``assess``."""
    triage = assessment.triage
    return {
        "disposition": triage.disposition.word,
        "reasons": [_reason(reason) for reason in triage.reasons],
        "undecided": [_undecided(one) for one in triage.undecided],
        "differential": [_explanation(one) for one in assessment.differential],
        "interventions": _interventions(assessment.interventions),
    }


def interview_document(interview: Interview, assessment: Assessment) -> dict[str, Json]:
    """The keys of ``interview``: the screens that were asked, and all keys of ``assess``."""
    asked: list[Json] = [
        {
            "question": record.question,
            "findings": list(record.findings),
            "answer": {name: json_value(record.values.get(name)) for name in record.findings},
        }
        for record in interview.answered
    ]
    items = sum(len(record.findings) for record in interview.answered)
    return {"asked": asked, "count": len(asked), "items": items, "complete": True, **assessment_document(assessment)}


def _reason(reason: Reason) -> Json:
    return {
        "rule": reason.rule,
        "name": reason.name,
        "disposition": reason.disposition.word,
        "because": [{"finding": one.finding, "value": json_value(one.value)} for one in reason.because],
        "says": reason.says,
        "tell": reason.tell,
        "sources": list(reason.sources),
    }


def _undecided(one: Undecided) -> Json:
    return {"finding": one.finding, "rule": one.rule, "could_raise_to": one.could_raise_to.word}


def _explanation(one: Explanation) -> Json:
    return {
        "condition": one.condition,
        "name": one.name,
        "also": list(one.also),
        "probability": round(one.probability, 4),
        "fit": one.fit.value,
        "because": [{"finding": part.finding, "value": json_value(part.value), "weight": part.weight} for part in one.because],
        "sources": list(one.sources),
    }


def _interventions(clearances: Mapping[str, Clearance]) -> Json:
    allowed: list[Json] = []
    changed: list[Json] = []
    blocked: list[Json] = []
    ask_first: list[Json] = []
    for one in clearances.values():
        if one.verdict is Verdict.ALLOWED:
            allowed.append(one.intervention)
        elif one.verdict is Verdict.CHANGED:
            changed.append({"id": one.intervention, "change": _changes(one), "because": _because(one)})
        elif one.verdict is Verdict.BLOCKED:
            blocked.append({"id": one.intervention, "because": _because(one)})
        else:
            ask_first.append({"id": one.intervention, "findings": list(one.needs)})
    return {"allowed": allowed, "changed": changed, "blocked": blocked, "ask_first": ask_first}


def _changes(clearance: Clearance) -> Json:
    return list(dict.fromkeys(ground.change for ground in clearance.grounds))


def _because(clearance: Clearance) -> Json:
    return [
        {
            "rule": ground.rule,
            "says": ground.because,
            "findings": list(ground.findings),
            "assumed": ground.assumed,
            "sources": list(ground.sources),
        }
        for ground in clearance.grounds
    ]
