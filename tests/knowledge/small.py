"""A small knowledge base made by hand in which nothing is wrong, and a way to put one thing wrong."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import msgspec

from spinewise.knowledge import DoseRule, KnowledgeBase
from spinewise.knowledge.base import KINDS
from spinewise.knowledge.conditions import Condition, Named
from spinewise.knowledge.sentences import parse

Raw = dict[str, Any]
Content = dict[str, list[Raw]]
Change = Callable[[Content], object]


def _finding(name: str, kind: str = "bool", **more: Any) -> Raw:
    return {
        "id": name,
        "type": kind,
        "name": name.replace("_", " "),
        "question": f"Is there {name}?",
        "why": "It matters.",
        "theme": "complaint",
        "purpose": "danger",
        "sources": ["guideline"],
        **more,
    }


def _question(name: str, *findings: str) -> Raw:
    return {"id": name, "title": f"About {name}", "why": "It matters.", "theme": "complaint", "findings": list(findings)}


def _options(*values: str) -> list[Raw]:
    return [{"value": value, "name": value.replace("-", " ").capitalize()} for value in values]


def _source(name: str, checked: str) -> Raw:
    return {
        "id": name,
        "title": f"The {name}",
        "publisher": "A college",
        "year": 2020,
        "kind": "guideline",
        "checked": checked,
        "says": [{"point": "It is so.", "certainty": "high"}],
        "url": "https://example.org/guideline",
    }


def _disposition(word: str) -> Raw:
    return {
        "id": word,
        "name": word,
        "headline": f"This is {word}",
        "how_soon": "Soon enough.",
        "who": "A doctor",
        "do_now": ["Call them."],
        "do_not": [],
        "sources": ["guideline"],
    }


INTERVENTION: Raw = {
    "id": "walk",
    "name": "A walk",
    "family": "aerobic",
    "summary": "Walk a little.",
    "steps": ["Put on shoes.", "Walk."],
    "dosage": {
        "frequency_per_week": {"min": 3, "usual": 5, "max": 7},
        "intensity": "light",
        "minutes": 10,
        "type": "walking",
        "why": "Ten minutes are enough to begin.",
    },
    "position": "walking",
    "slots": ["morning"],
    "load": 1,
    "demands": ["movement"],
    "helps": [{"when": "pain", "benefit": "moderate", "because": "It eases pain."}],
    "contraindications": [{"when": "seat_numb", "because": "See somebody first.", "basis": "source", "sources": ["guideline"]}],
    "stop_signals": ["Stop when it hurts more."],
    "evidence": {"direction": "helps", "certainty": "low", "says": "Trials point this way.", "sources": ["guideline"]},
    "equipment": ["chair"],
    "sources": ["guideline"],
    "covers": ["s1.walk"],
}
RED_FLAG: Raw = {
    "id": "cauda",
    "name": "Pressure on the lowest nerves",
    "term": "cauda equina syndrome",
    "group": "cord",
    "why": "Nerves can be lost.",
    "levels": [
        {"disposition": "emergency", "when": {"all": ["seat_numb", "leg_weak"]}, "says": "Go now."},
        {"disposition": "same-day", "when": "seat_numb", "says": "Go today."},
    ],
    "figures": [{"says": "Half of them", "source": "guideline"}],
    "sources": ["guideline", "memory"],
    "examples": [
        {"expect": "emergency", "facts": {"age": 40, "seat_numb": True, "leg_weak": True}},
        {"expect": "same-day", "facts": {"age": 40, "seat_numb": True}},
        {"expect": "none", "facts": {"age": 40, "leg_weak": True}},
    ],
}
CONDITION: Raw = {
    "id": "ordinary",
    "name": "Ordinary back pain",
    "plain": "a sore back",
    "group": "back",
    "summary": "The back is sore.",
    "feels_like": "It aches.",
    "course": "It settles.",
    "what_helps": "Moving helps.",
    "when_to_worry": "When a leg gets weak.",
    "prior": "common",
    "only_if": "age >= 16",
    "prior_by": [{"when": "@old", "times": 2}],
    "speaks_for": [{"when": "pain", "strength": "often"}, {"when": "regions include low-back", "strength": "often"}],
    "speaks_against": [{"when": "leg_weak", "strength": "clearly"}],
    "sources": ["guideline"],
    "covers": ["s1.ordinary"],
}
TEST: Raw = {"steps": ["Stand up and sit down."], "stop_if": "Stop when it hurts."}
NORM: Raw = {
    "id": "rises",
    "name": "standing up",
    "finding": "rises",
    "says": "For people from 60 on.",
    "bands": [
        {"sex": "female", "from_age": 60, "to_age": 69, "below": 11, "above": 17},
        {"sex": "female", "from_age": 70, "to_age": 79, "below": 10, "above": 15},
    ],
    "sources": ["guideline"],
}
LADDER: Raw = {
    "id": "walks",
    "name": "Walks",
    "why": "Minutes come slowly.",
    "rungs": [{"intervention": "walk"}],
    "levels": [{"minutes": 5}, {"minutes": 7}, {"minutes": 10}, {"minutes": 12}],
    "tests": ["rises"],
    "sources": ["guideline"],
}
_CHANGES = {"rose": 1, "stopped": -1, "test-unknown": -1, "test-below": -1, "test-above": 1}
DOSE_STEPS: list[Raw] = [
    {
        "id": rule.value,
        "name": rule.value.replace("-", " "),
        "says": f"This is {rule.value}.",
        "why": "So.",
        "change": _CHANGES.get(rule.value, 0),
        "sources": ["judgement"],
    }
    for rule in DoseRule
]
DOSE_CASE: Raw = {
    "id": "first-walk",
    "name": "A first walk",
    "because": "So.",
    "facts": {"age": 40},
    "intervention": "walk",
    "expect": {"level": 1},
    "sources": ["judgement"],
}
GOOD: Content = {
    "source": [_source("guideline", "excerpt"), _source("memory", "from-memory"), _source("judgement", "from-memory")],
    "finding": [
        _finding(
            "age", "number", unit="years", min=0, max=110, bands=[{"upto": 17, "name": "child"}, {"upto": 110, "name": "adult"}]
        ),
        _finding("sex", "choice", options=_options("female", "male"), unstated="unknown"),
        _finding("pregnant_weeks", "number", unit="weeks", min=0, max=45, unstated="none", ask_if="sex is female"),
        _finding("regions", "list", options=_options("low-back", "neck"), unstated="unknown"),
        _finding("pain"),
        _finding("grown_up", derived="age >= 18"),
        _finding("nerve_trouble", members=["seat_numb", "leg_weak"]),
        _finding("seat_numb", if_unsure="same-day", again="Do you feel it when you wipe?", phrases=["numb seat"]),
        _finding("leg_weak"),
        _finding("equipment_available", "list", options=_options("chair", "mat"), unstated="unknown"),
        _finding(
            "rises", "number", unit="times", min=0, max=60, unstated="unknown", purpose="plan", on_request=True, self_test=TEST
        ),
    ],
    "question": [
        _question("age", "age"),
        _question("sex", "sex"),
        _question("weeks", "pregnant_weeks"),
        _question("regions", "regions"),
        _question("pain", "pain", "nerve_trouble"),
        _question("nerves", "seat_numb", "leg_weak"),
        _question("things", "equipment_available"),
        _question("rises", "rises"),
    ],
    "concept": [{"id": "old", "name": "old age", "when": "age >= 65", "because": "Age counts.", "sources": ["guideline"]}],
    "red-flag": [RED_FLAG],
    "condition": [CONDITION],
    "intervention": [INTERVENTION],
    "safety-rule": [
        {
            "id": "no-walk",
            "demands": ["movement"],
            "verdict": "blocked",
            "when": "leg_weak",
            "because": "You may fall.",
            "basis": "source",
            "sources": ["guideline"],
        },
        {
            "id": "slow-walk",
            "demands": ["movement"],
            "verdict": "changed",
            "when": "@old",
            "change": "Walk slowly.",
            "because": "Falls are more common.",
            "sources": ["judgement"],
        },
    ],
    "claim": [
        {
            "id": "rest",
            "name": "Rest in bed",
            "people_say": "Lie down until a slipped disc is back.",
            "what_is_known": "Discs do not slip.",
            "do_instead": "Move.",
            "verdict": "contradicted",
            "sources": ["guideline"],
        }
    ],
    "lesson": [
        {
            "id": "moving",
            "name": "Why moving helps",
            "asks": "Should I move?",
            "topic": "activity",
            "text": ["Moving helps.", "Rest does not."],
            "look_back": "What will you try?",
            "certainty": "moderate",
            "sources": ["guideline"],
        }
    ],
    "disposition": [_disposition(word) for word in ("self-care", "routine", "within-days", "same-day", "emergency")],
    "safety-net": [{"id": "all", "name": "For everybody", "sources": ["guideline"], "emergency": ["Numb between the legs."]}],
    "plan-gate": [{"id": "gate", "name": "A gate", "when": "seat_numb", "says": "Ask first.", "sources": ["guideline"]}],
    "consistency": [
        {
            "id": "pregnant-male",
            "name": "pregnancy and male sex",
            "when": {"all": ["sex is male", "pregnant_weeks > 0"]},
            "says": "Both cannot be.",
            "strength": "impossible",
            "remedy": "Correct one.",
            "sources": ["guideline"],
        }
    ],
    "norm": [NORM],
    "ladder": [LADDER],
    "dose-step": DOSE_STEPS,
    "dose-group": [
        {"id": "old", "name": "old age", "when": "@old", "because": "Age counts.", "first": -1, "sources": ["guideline"]}
    ],
    "dose-case": [DOSE_CASE],
    "recheck": [{"id": "all", "name": "Since then", "why": "So.", "findings": ["seat_numb"], "sources": ["guideline"]}],
}


def record(kind: str, raw: Raw, concepts: dict[str, Named]) -> Any:
    def read(wanted: type, value: object) -> object:
        if wanted is Condition:
            return parse(value, concepts)
        raise NotImplementedError(wanted)

    return msgspec.convert(raw, KINDS[kind][1], dec_hook=read)


def base_of(content: Content) -> KnowledgeBase:
    concepts: dict[str, Named] = {}
    for raw in content.get("concept", []):
        concept = record("concept", raw, concepts)
        concepts[concept.id] = Named(concept.id, concept.name, concept.when)
    items = {kind: {raw["id"]: record(kind, raw, concepts) for raw in content.get(kind, [])} for kind in KINDS}
    places = {(kind, item): f"{KINDS[kind][0]}/some.yaml" for kind, held in items.items() for item in held}
    return KnowledgeBase(items, places)


def good_base() -> KnowledgeBase:
    return base_of(GOOD)


def base_with(change: Callable[[Content], object]) -> KnowledgeBase:
    """The good base after one change."""
    content = deepcopy(GOOD)
    change(content)
    return base_of(content)


def item_of(content: Content, kind: str, name: str) -> Raw:
    return next(raw for raw in content[kind] if raw["id"] == name)


def put(kind: str, name: str, **values: Any) -> Callable[[Content], object]:
    """Give one item other values; ``None`` takes a key out."""

    def change(content: Content) -> None:
        raw = item_of(content, kind, name)
        raw.update(values)
        for key in [key for key, value in values.items() if value is None]:
            del raw[key]

    return change


def put_in(kind: str, name: str, path: str, value: object) -> Callable[[Content], object]:
    """Give one item another value deep inside, such as ``levels.0.when``."""

    def change(content: Content) -> None:
        at: Any = item_of(content, kind, name)
        *way, last = path.split(".")
        for step in way:
            at = at[int(step) if step.isdigit() else step]
        at[int(last) if last.isdigit() else last] = value

    return change


def add(kind: str, raw: Raw) -> Callable[[Content], object]:
    return lambda content: content[kind].append(raw)


def add_finding(name: str, kind: str = "bool", *, asked: bool = True, **more: Any) -> Callable[[Content], object]:
    """One more finding, with its question."""

    def change(content: Content) -> None:
        content["finding"].append(_finding(name, kind, **more))
        if asked:
            content["question"].append(_question(f"about-{name}".replace("_", "-"), name))

    return change


def take_out(kind: str, name: str) -> Callable[[Content], object]:
    return lambda content: content[kind].remove(item_of(content, kind, name))


def both(*changes: Callable[[Content], object]) -> Callable[[Content], object]:
    return lambda content: [change(content) for change in changes]
