"""What is private is found wherever plain data names it."""

from spinewise.interop.private import PRIVATE, document_without_private, without_private
from spinewise.knowledge import Findings, load_knowledge


def test_every_private_finding_exists_and_its_members_on_harm_are_private_too() -> None:
    base = load_knowledge()
    assert set(base.findings) >= PRIVATE
    harm = {"self_harm_thoughts", "unsafe_at_home", "safeguarding_concern"}
    assert harm <= set(base.findings["mood_or_safety_trouble"].members) & PRIVATE


def test_what_was_said_without_it() -> None:
    said = Findings().with_values({"fever": True, "unsafe_at_home": True}).with_unsure(["self_harm_plan"])
    left = without_private(said)
    assert dict(left.values) == {"fever": True}
    assert not left.unsure


def test_screens_keys_pairs_and_records_are_cleaned_and_the_rest_stays() -> None:
    document = {
        "screens": [
            {"question": "safe-at-home", "findings": ["unsafe_at_home"], "values": {"unsafe_at_home": True}},
            {"question": "mixed", "findings": ["fever", "mood_or_safety_trouble"], "values": {"fever": False}},
        ],
        "told": [{"finding": "unsafe_at_home", "value": True}, {"finding": "fever", "value": True}],
        "reasons": [
            {
                "rule": "unsafe-at-home",
                "says": "You deserve to be safe.",
                "because": [["fever", True], ["unsafe_at_home", True]],
            },
            {"rule": "nerves", "says": "See a doctor.", "because": [["fever", True]]},
        ],
        "entries": [{"correction": "self_harm_plan"}, {"correction": "fever"}],
        "pairs": [["self_harm_plan", True], ["fever", 1]],
        "recheck": {"unsafe_at_home": None, "fever": False},
        "count": 3,
    }
    assert document_without_private(document) == {
        "screens": [{"question": "mixed", "findings": ["fever"], "values": {"fever": False}}],
        "told": [{"finding": "fever", "value": True}],
        "reasons": [{"rule": "nerves", "says": "See a doctor.", "because": [["fever", True]]}],
        "entries": [{"correction": "fever"}],
        "pairs": [["fever", 1]],
        "recheck": {"fever": False},
        "count": 3,
    }
