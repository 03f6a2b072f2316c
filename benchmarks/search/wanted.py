"""Everyday words with what they must find among the first hits of a kind."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that somebody types, and the item that they mean."""

    text: str
    kind: str
    item: str


WANTED = (
    Wanted("hurts at night", "finding", "night_pain"),
    Wanted("hurts at night", "lesson", "sleep-and-pain"),
    Wanted("should I rest", "lesson", "move-or-rest"),
    Wanted("cannot pee", "finding", "urinary_retention"),
    Wanted("numb bottom", "red-flag", "cauda-equina"),
    Wanted("slipped disc", "lesson", "discs"),
    Wanted("do I need an mri", "lesson", "do-i-need-a-scan"),
    Wanted("osteopor", "finding", "osteoporosis"),
    Wanted("sciatica", "condition", "sciatica-disc-herniation"),
    Wanted("bird dog", "intervention", "bird-dog"),
    Wanted("heat or ice", "lesson", "warmth-and-cold"),
    Wanted("pregnant back ache", "lesson", "back-in-pregnancy"),
    Wanted("bad scan", "claim", "scan-shows-the-cause"),
    Wanted("bladder infection", "condition", "bladder-infection"),
    Wanted("sitting makes me numb", "condition", "sitting-numbness"),
    Wanted("nice guideline sciatica", "source", "nice-ng59"),
    Wanted("cramp", "lesson", "cramps-explained"),
    Wanted("tailbone", "condition", "coccyx-pain"),
)
TYPED = (
    "h",
    "hu",
    "hurt",
    "hurts a",
    "hurts at ni",
    "back",
    "pain",
    "back pain leg numb night",
    "walk on the moon now",
    "zzzz",
)
"""What stands in the box while somebody types, the frequent words and the ones that find nothing."""
