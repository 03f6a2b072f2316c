"""The groups of people that the documents speak to: what somebody of each tells on the first day."""

from collections.abc import Callable, Mapping
from random import Random

from spinewise.knowledge import Value

Told = dict[str, Value]
BACK = (("low-back",), ("low-back",), ("mid-back",), ("low-back", "buttock"))
MINUTES = (10.0, 15.0, 20.0, 20.0, 30.0)
MORE_EQUIPMENT = ("mat", "ball", "resistance-band", "heat-pack", "cold-pack", "bath")


def told(group: str, draw: Random) -> Told:
    """Somebody of a group on the first day."""
    things = frozenset({"chair", "wall", "bed", "table", "towel", "pillow", *draw.sample(MORE_EQUIPMENT, draw.randint(0, 3))})
    frame: Told = {
        "age": float(draw.randint(20, 64)),
        "sex": draw.choice(("female", "male")),
        "complaint": "pain",
        "regions": frozenset(draw.choice(BACK)),
        "minutes_per_day": draw.choice(MINUTES),
        "equipment_available": things,
        "exercise_now": draw.choice(("none", "some", "regular")),
        "improving": False,
        "worsening": False,
    }
    return frame | GROUPS[group](draw)


def _days(draw: Random, least: int, most: int) -> float:
    return float(draw.randint(least, most))


def _new_pain(draw: Random) -> Told:
    return {"duration_days": _days(draw, 0, 3), "pain_nrs": _days(draw, 3, 6)}


def _recovery(draw: Random) -> Told:
    return {"duration_days": _days(draw, 8, 60), "pain_nrs": _days(draw, 2, 6)}


def _persistent(draw: Random) -> Told:
    return {"duration_days": _days(draw, 100, 3000), "pain_nrs": _days(draw, 2, 6)}


def _leg_nerve(draw: Random) -> Told:
    return {
        "duration_days": _days(draw, 5, 60),
        "pain_nrs": _days(draw, 3, 6),
        "sciatica": True,
        "leg_tingling": draw.random() < 0.5,
    }


def _arm_nerve(draw: Random) -> Told:
    where: Told = {"regions": frozenset({"neck", "arm"}), "arm_pain": True}
    return {"duration_days": _days(draw, 5, 60), "pain_nrs": _days(draw, 3, 6), **where}


def _shingles(draw: Random) -> Told:
    skin: Told = {
        "complaint": "skin-pain",
        "regions": frozenset({"mid-back"}),
        "shingles_history": True,
        "skin_touch_pain": True,
    }
    return {"duration_days": _days(draw, 30, 200), "pain_nrs": _days(draw, 2, 5), **skin}


def _cramps(draw: Random) -> Told:
    return {"duration_days": _days(draw, 10, 300), "complaint": "cramp", "cramps": True, "pain_nrs": _days(draw, 1, 5)}


def _numbness(draw: Random) -> Told:
    skin: Told = {"complaint": "numbness", "regions": frozenset({"mid-back"}), "skin_tingling": True}
    return {"duration_days": _days(draw, 30, 400), **skin}


def _desk(draw: Random) -> Told:
    return {**_either(draw), "occupation": "desk", "long_sitting": True}


def _standing(draw: Random) -> Told:
    return {**_either(draw), "occupation": draw.choice(("standing", "manual")), "long_standing": True}


def _driver(draw: Random) -> Told:
    return {**_either(draw), "occupation": "driving", "drives_long": True}


def _pregnant(draw: Random) -> Told:
    return {
        **_recovery(draw),
        "sex": "female",
        "age": _days(draw, 21, 40),
        "pregnant_weeks": _days(draw, 8, 34),
        "pain_nrs": _days(draw, 1, 4),
    }


def _after_vaginal(draw: Random) -> Told:
    birth: Told = {"birth_type": draw.choice(("vaginal", "vaginal", "assisted")), "postpartum_weeks": _days(draw, 0, 10)}
    return {**_recovery(draw), "sex": "female", "age": _days(draw, 21, 42), "pain_nrs": _days(draw, 1, 4), **birth}


def _after_caesarean(draw: Random) -> Told:
    return {**_after_vaginal(draw), "birth_type": "caesarean"}


def _menopause(draw: Random) -> Told:
    return {**_persistent(draw), "sex": "female", "age": _days(draw, 52, 66), "osteoporosis": draw.random() < 0.3}


def _bones(draw: Random) -> Told:
    return {**_persistent(draw), "age": _days(draw, 60, 80), "osteoporosis": True, "pain_nrs": _days(draw, 1, 4)}


def _frail(draw: Random) -> Told:
    return {
        **_persistent(draw),
        "age": _days(draw, 76, 90),
        "balance_trouble": draw.random() < 0.5,
        "pain_nrs": _days(draw, 1, 4),
    }


def _athlete(draw: Random) -> Told:
    return {**_either(draw), "age": _days(draw, 18, 40), "athlete": True, "exercise_now": "regular"}


def _skin(draw: Random) -> Told:
    return {**_persistent(draw), "back_acne": draw.random() < 0.6, "skin_dry": True, "pain_nrs": _days(draw, 0, 3)}


def _prevention(draw: Random) -> Told:
    return {**_persistent(draw), "pain_nrs": 0.0, "exercise_now": "some"}


def _child(draw: Random) -> Told:
    return {**_recovery(draw), "age": _days(draw, 8, 15), "pain_nrs": _days(draw, 1, 3), "occupation": "student"}


def _either(draw: Random) -> Told:
    return draw.choice((_recovery, _persistent))(draw)


GROUPS: Mapping[str, Callable[[Random], Told]] = {
    "new pain": _new_pain,
    "recovery": _recovery,
    "persistent": _persistent,
    "nerve, leg": _leg_nerve,
    "nerve, arm": _arm_nerve,
    "shingles, after": _shingles,
    "cramps": _cramps,
    "numbness": _numbness,
    "desk": _desk,
    "standing": _standing,
    "driver": _driver,
    "pregnant": _pregnant,
    "vaginal birth": _after_vaginal,
    "caesarean": _after_caesarean,
    "menopause": _menopause,
    "fragile bones": _bones,
    "frail": _frail,
    "athlete": _athlete,
    "skin": _skin,
    "prevention": _prevention,
    "child": _child,
}
