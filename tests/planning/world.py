"""A small knowledge base made by hand, a large one made by seed, and people for both."""

import random
from collections.abc import Sequence
from datetime import date
from typing import Any, get_args

import msgspec

from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.knowledge.base import KINDS
from spinewise.knowledge.conditions import Condition, Value
from spinewise.knowledge.records import Equipment, Family, Intervention
from spinewise.knowledge.sentences import parse
from spinewise.planning import HOME_EQUIPMENT, Wishes

WEEK = date(2026, 11, 23)
YES_NO = ("pain", "stiff", "pregnant", "osteoporosis", "wound", "recent_surgery", "feverish")
FINDINGS: tuple[dict[str, Any], ...] = (
    *({"id": name, "type": "bool", "name": name.replace("_", " ")} for name in YES_NO),
    {"id": "age", "type": "number", "name": "age", "unit": "years", "theme": "about-you"},
    {"id": "minutes_per_day", "type": "number", "name": "minutes a day", "unit": "minutes", "min": 0, "max": 120},
    {"id": "equipment_available", "type": "list", "name": "things at hand"},
    {"id": "positions_to_avoid", "type": "list", "name": "positions to avoid"},
    {"id": "times_of_day", "type": "list", "name": "times of day"},
)
DISPOSITIONS = ("self-care", "routine", "within-days", "same-day", "emergency")
GATE = {
    "id": "after-surgery",
    "name": "After an operation",
    "when": "recent_surgery",
    "says": "Ask your surgeon first.",
    "sources": ["some-source"],
}


def record(kind: str, raw: dict[str, Any]) -> Any:
    def read(wanted: type, value: object) -> object:
        if wanted is Condition:
            return parse(value, {})
        raise NotImplementedError(wanted)

    return msgspec.convert(raw, KINDS[kind][1], dec_hook=read)


def intervention(name: str, **changes: Any) -> Intervention:
    """An exercise three to seven times a week, five minutes, nothing special; ``min``, ``usual``, ``max``, ``minutes``,
    ``certainty``, ``direction``, ``benefit`` and ``when`` reach into its parts."""
    frequency = {key: changes.pop(key, default) for key, default in (("min", 3), ("usual", 5), ("max", 7))}
    evidence = {
        "direction": changes.pop("direction", "helps"),
        "certainty": changes.pop("certainty", "moderate"),
        "says": "Trials point this way.",
        "sources": ["a-review"],
    }
    helps = {"when": changes.pop("when", "pain"), "benefit": changes.pop("benefit", "moderate"), "because": "It eases pain."}
    dosage = {
        "frequency_per_week": frequency,
        "intensity": "light",
        "minutes": changes.pop("minutes", 5),
        "type": "movement",
        "why": "This dose was tried in trials.",
    }
    raw = {
        "id": name,
        "name": name.replace("-", " ").capitalize(),
        "family": "exercise",
        "summary": "Something to do.",
        "steps": ["Do it."],
        "dosage": dosage,
        "position": "standing",
        "slots": ["morning", "evening"],
        "load": 1,
        "demands": ["movement"],
        "helps": [helps],
        "stop_signals": ["Stop when it hurts more."],
        "evidence": evidence,
        "sources": ["some-source"],
    }
    made: Intervention = record("intervention", raw | changes)
    return made


def base_of(
    interventions: Sequence[Intervention], rules: Sequence[dict[str, Any]] = (), gates: Sequence[dict[str, Any]] = ()
) -> KnowledgeBase:
    items: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    said = {"question": "Is it so?", "why": "It matters.", "theme": "complaint", "purpose": "plan", "sources": ["x"]}
    items["finding"] = {raw["id"]: record("finding", said | raw) for raw in FINDINGS}
    items["intervention"] = {item.id: item for item in interventions}
    items["safety-rule"] = {rule["id"]: record("safety-rule", {"sources": ["a-guideline"], **rule}) for rule in rules}
    items["plan-gate"] = {gate["id"]: record("plan-gate", gate) for gate in gates}
    items["disposition"] = {word: record("disposition", _disposition(word)) for word in DISPOSITIONS}
    return KnowledgeBase(items, {})


def _disposition(word: str) -> dict[str, Any]:
    return {
        "id": word,
        "name": word,
        "headline": f"This is {word}.",
        "how_soon": "Soon enough.",
        "who": "A doctor.",
        "do_now": ["Call them."],
        "do_not": [],
        "sources": ["a-guideline"],
    }


def person(**values: Value) -> Findings:
    """Somebody in pain of whom everything else is ruled out, unless said otherwise."""
    silent: dict[str, Value] = dict.fromkeys(YES_NO, False)
    return Findings({**silent, "pain": True, **values})


RULES: tuple[dict[str, Any], ...] = (
    {"id": "no-prone", "demands": ["prone"], "verdict": "blocked", "when": "pregnant", "because": "The belly is in the way."},
    {"id": "no-bend", "demands": ["flexion-end"], "verdict": "blocked", "when": "osteoporosis", "because": "Bones are weak."},
    {"id": "no-bath", "demands": ["water-immersion"], "verdict": "blocked", "when": "wound", "because": "Wounds stay dry."},
    {
        "id": "prop-up",
        "demands": ["supine"],
        "verdict": "changed",
        "when": "pregnant",
        "change": "Prop your upper body up.",
        "because": "A big vein lies there.",
    },
    {"id": "no-heat", "demands": ["heat-local"], "verdict": "blocked", "when": "feverish", "because": "You are hot already."},
)
_DEMANDS = ("movement", "prone", "flexion-end", "water-immersion", "supine", "heat-local", "quiet", "floor-transfer")
_POSITIONS = ("standing", "sitting", "lying-on-back", "lying-on-front", "hands-and-knees", "walking", "any")
_SHARES = {"exercise": 24, "stretch": 16, "mobility": 12, "aerobic": 6, "massage": 10, "habit": 8, "posture": 8}


def synthetic_base(seed: int = 1, size: int = 120) -> KnowledgeBase:
    """About the size and mix of the real base, drawn from a seed."""
    draw = random.Random(seed)
    families = [family for family, share in _SHARES.items() for _ in range(share)]
    families += [family for family in get_args(Family) if family not in _SHARES for _ in range(4)]
    draw.shuffle(families)
    families = (families * (1 + size // len(families)))[:size]
    return base_of([_drawn(f"{family}-{n:03}", family, draw) for n, family in enumerate(families)], RULES, [GATE])


def _drawn(name: str, family: str, draw: random.Random) -> Intervention:
    usual = draw.choice((2, 3, 3, 4, 5, 5, 7, 7))
    active = family in ("exercise", "stretch", "mobility", "aerobic", "water")
    minutes = draw.choice((15, 20, 25, 30)) if family in ("aerobic", "water") else draw.choice((1, 2, 3, 4, 5, 5, 8, 10, 15))
    load = draw.choice((1, 1, 1, 2, 2, 3)) if active else 0
    most = min(7, usual + draw.choice((0, 1, 2)))
    least = max(1, usual - draw.choice((0, 1, 2)))
    return intervention(
        name,
        family=family,
        kin=_kin(family, draw),
        min=min(least, 3) if load == 3 else least,
        usual=min(usual, 3) if load == 3 else usual,
        max=min(most, 3) if load == 3 else most,
        minutes=minutes,
        load=load,
        benefit=draw.choice(("large", "moderate", "moderate", "small", "small")),
        certainty=draw.choice(("high", "moderate", "low", "low", "very-low")),
        direction=draw.choice(("helps", "helps", "helps", "helps", "unclear", "no-effect")),
        when=draw.choice(("pain", "pain", "pain", "stiff", {"any": ["pain", "stiff"]}, "pregnant")),
        demands=sorted(draw.sample(_DEMANDS, draw.choice((1, 1, 2)))),
        position=draw.choice(_POSITIONS),
        slots=draw.sample(("morning", "midday", "evening", "break"), draw.choice((1, 1, 2, 3))),
        equipment=draw.sample(get_args(Equipment), draw.choice((0, 0, 0, 1))),
        while_waiting=family in ("relaxation", "heat-cold", "education", "sleep"),
    )


def _kin(family: str, draw: random.Random) -> str | None:
    """All endurance training does one job, about half of the rest shares one with others, some across families."""
    if family == "aerobic":
        return "endurance"
    return draw.choice((None, None, f"{family}-{draw.randint(0, 4)}", f"job-{draw.randint(0, 20)}"))


def random_person(draw: random.Random) -> Findings:
    """Somebody; some answers are missing."""
    values: dict[str, Value] = {"pain": True, "recent_surgery": False}
    for name in YES_NO[1:]:
        if name != "recent_surgery" and draw.random() < 0.9:
            values[name] = draw.random() < (0.5 if name == "stiff" else 0.15)
    return Findings(values)


def random_wishes(draw: random.Random, base: KnowledgeBase) -> Wishes:
    ids = sorted(base.interventions)
    things = frozenset(draw.sample(get_args(Equipment), 6))
    avoided = draw.choice((frozenset(), frozenset(), frozenset({"floor"}), frozenset({"lying-on-front", "sitting-long"})))
    return Wishes(
        minutes_per_day=draw.choice((1, 5, 10, 15, 20, 20, 20, 30, 30, 45, 60, 240)),
        equipment=HOME_EQUIPMENT | things,
        avoid_positions=avoided,
        refused=frozenset(draw.sample(ids, min(len(ids), draw.choice((0, 0, 3))))),
        preferred=frozenset(draw.sample(ids, min(len(ids), draw.choice((0, 0, 4))))),
    )
