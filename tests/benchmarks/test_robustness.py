"""What is left when a fact, a rule or the general net is left out."""

from pathlib import Path

import pytest
from benchmarks.figures import Share
from benchmarks.triage.cases import read_cases
from benchmarks.triage.robustness import general_net, left_without_deciding_rules, main, robustness_of

from spinewise.knowledge import Disposition, load_knowledge
from spinewise.triage import Reason

BASE = load_knowledge()
FILE = Path(__file__).with_name("cases.yaml")
NET = frozenset({"net"})


def _reason(rule: str, disposition: Disposition) -> Reason:
    return Reason(rule, rule, "group", disposition, (), "Says.", "", ("source",))


@pytest.mark.parametrize(
    ("rules", "left"),
    [
        ([("a", 4)], 0),
        ([("a", 4), ("b", 4), ("c", 2)], 2),
        ([("a", 4), ("net", 3)], 3),
        ([("a", 3), ("net", 3)], 3),
        ([], 0),
    ],
)
def test_the_rules_at_the_top_go_and_the_net_stays(rules: list[tuple[str, int]], left: int) -> None:
    reasons = [_reason(rule, Disposition(level)) for rule, level in rules]
    assert left_without_deciding_rules(reasons, NET) == Disposition(left)


def test_the_general_net_names_no_disease() -> None:
    assert {"signs-that-add-up", "nerve-signs-unexplained"} <= general_net(BASE)
    assert "cauda-equina" not in general_net(BASE)


def test_a_case_that_hangs_on_one_word_is_named() -> None:
    found = robustness_of(read_cases(FILE), BASE)
    assert (found.cases, found.urgent) == (3, 1)
    assert found.facts_that_count == ("numb-seat: saddle_numbness",)
    assert found.facts_dropped == Share(1, 7)
    assert found.hang_on_a_fact == Share(1, 1)
    assert found.without_net.unsafe == Share(1, 2)


def test_it_says_so_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--cases", str(FILE)]) == 0
    assert "numb-seat: saddle_numbness" in capsys.readouterr().out
