"""What can be wrong with a change that takes something away, for the checks that look at changes."""

from typing import Any

from tests.knowledge.small import Change, Content, both, put

NOD: dict[str, Any] = {
    "id": "nod",
    "name": "A nod",
    "shows": ["walk"],
    "stance": "standing",
    "lasts_s": 6,
    "poses": [
        {"at_s": 0, "hold_s": 1, "says": "Stand."},
        {"at_s": 2, "hold_s": 3, "says": "Bend.", "asks": ["round"], "instead": {"says": "Stay tall."}},
    ],
    "sources": ["guideline"],
}


def _shown(**more: Any) -> Change:
    return lambda content: content.setdefault("movement", []).append({**NOD, **more})


def _with_care(change: str, **more: Any) -> Change:
    care = {"when": "pain", "change": change, "because": "It may hurt.", **more}
    return both(_shown(), put("intervention", "walk", precautions=[care]))


def _with_rule(**more: Any) -> Change:
    return both(_with_care("Stay tall.", leaves_out=["round"]), lambda content: _first_rule(content).update(more))


def _first_rule(content: Content) -> dict[str, Any]:
    return content["safety-rule"][0]


_RULE = {"verdict": "changed", "change": "Leave out the full bend."}
WRONG: list[tuple[str, Change, str, str]] = [
    (
        "what_is_taken_away_is_there",
        _with_care("Stay tall.", leaves_out=["round", "landing"]),
        "precautions[0].leaves_out",
        "asks 'landing'",
    ),
    ("what_is_taken_away_is_there", _with_rule(**_RULE, leaves_out=["landing"]), "leaves_out", "asks 'landing'"),
    (
        "what_is_taken_away_is_there",
        _with_care("Do it sitting.", leaves_out=["round"], plays="fly"),
        "precautions[0].plays",
        "shows 'fly'",
    ),
    (
        "what_is_taken_away_is_there",
        _with_care("Hold it briefly.", leaves_out=["round"], hold_at_most_s=30),
        "precautions[0].hold_at_most_s",
        "no hold of it is longer",
    ),
    ("what_is_asked_can_be_taken_away", _shown(), "asks", "leaves out 'round'"),
    (
        "changes_that_take_away_are_marked",
        _with_care("Leave out the bend."),
        "precautions[0].change",
        "do not know what",
    ),
    ("changes_that_take_away_are_marked", _with_rule(**_RULE, demands=["flexion-end"]), "change", "do not know what"),
]
