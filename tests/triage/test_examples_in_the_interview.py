"""The danger in every written example is also found by asking: somebody who answers from it ends at least as high."""

from collections.abc import Mapping
from typing import Any

import pytest

from spinewise.intake import play
from spinewise.knowledge import Disposition, Findings, complete, findings_from_facts, load_knowledge, read_closed
from spinewise.knowledge.records import Example
from spinewise.triage import disposition_of

BASE = load_knowledge()
SEVERE_NRS = 9


def _somebody(facts: Mapping[str, Any]) -> Findings:
    """The person of an example, who answers the questions above the told signs in the same sense."""
    told = dict(facts)
    if told.get("severe") is True:
        told["pain_nrs"] = SEVERE_NRS
    if told.get("self_harm_plan") is True:
        told["self_harm_thoughts"] = True
    return read_closed(findings_from_facts(told, BASE), BASE)


def _found_by_asking(example: Example) -> Disposition:
    return disposition_of(complete(play(_somebody(example.facts), BASE).findings, BASE), BASE)


@pytest.mark.parametrize("rule", BASE.red_flags)
def test_the_interview_finds_the_danger_of_every_example(rule: str) -> None:
    for example in BASE.red_flags[rule].examples:
        if example.expect != "none":
            assert _found_by_asking(example) >= Disposition.of(example.expect), dict(example.facts)
