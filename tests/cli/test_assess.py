"""``spinewise assess`` and ``spinewise interview``."""

import json
from pathlib import Path

import pytest

from spinewise.knowledge import load_knowledge
from tests.cli.command import DISPOSITIONS, EMERGENCY, ORDINARY, Command


def test_one_json_document_with_all_keys_and_nothing_else(spinewise: Command) -> None:
    outcome = spinewise("assess", spinewise.facts(EMERGENCY), "--json")
    assert outcome.code == 0
    assert outcome.err == ""
    assert outcome.out.count("\n") == 1
    answer = outcome.document
    assert answer["disposition"] == "emergency"
    assert {"reasons", "undecided", "differential", "interventions"} < answer.keys()
    reason = answer["reasons"][0]
    assert {"finding": "saddle_numbness", "value": True} in reason["because"]
    assert reason["says"]
    assert all(source in load_knowledge().sources for source in reason["sources"])


def test_every_intervention_has_just_one_verdict(spinewise: Command) -> None:
    verdicts = spinewise("assess", spinewise.facts(ORDINARY), "--json").document["interventions"]
    named = [*verdicts["allowed"], *(one["id"] for key in ("changed", "blocked", "ask_first") for one in verdicts[key])]
    assert sorted(named) == sorted(load_knowledge().interventions)


def test_probabilities_are_probabilities(spinewise: Command) -> None:
    for one in spinewise("assess", spinewise.facts(ORDINARY), "--json").document["differential"]:
        assert 0 <= one["probability"] <= 1
        assert one["fit"] in ("likely", "possible", "unlikely")


def test_silence_is_unknown_unless_it_means_no(spinewise: Command) -> None:
    path = spinewise.facts(ORDINARY)
    cautious = spinewise("assess", path, "--json").document
    closed = spinewise("assess", path, "--unstated", "no", "--json").document
    assert cautious["undecided"]
    assert len(closed["undecided"]) < len(cautious["undecided"])
    assert DISPOSITIONS.index(closed["disposition"]) >= DISPOSITIONS.index(cautious["disposition"])


def test_in_words_it_says_what_to_do_first(spinewise: Command) -> None:
    outcome = spinewise("assess", spinewise.facts(EMERGENCY))
    assert outcome.code == 0
    assert outcome.out.splitlines()[0].endswith("(emergency)")
    assert "Why:" in outcome.out
    assert "no diagnosis" in outcome.out


@pytest.mark.parametrize("facts", ["", "{}", "null: null"])
def test_nothing_known_is_not_called_safe(spinewise: Command, facts: str) -> None:
    outcome = spinewise("assess", spinewise.facts(facts), "--json")
    if outcome.code == 0:
        assert outcome.document["undecided"]
    else:
        assert outcome.out == ""


def test_json_yaml_and_standard_input_say_the_same(spinewise: Command) -> None:
    as_json = spinewise("assess", spinewise.facts(ORDINARY), "--json").out
    yaml = "age: 52\nsex: female\ncomplaint: pain\nregions: [low-back]\nonset: gradual\nduration_days: 30\nfever: false\n"
    assert spinewise("assess", spinewise.facts(yaml, "other.yaml"), "--json").out == as_json
    assert spinewise("assess", "-", "--json", stdin=yaml.encode()).out == as_json


def test_a_mark_before_the_text_is_no_part_of_it(spinewise: Command) -> None:
    marked = b"\xef\xbb\xbf" + json.dumps(ORDINARY).encode()
    assert spinewise("assess", spinewise.facts(marked), "--json").code == 0


def test_not_sure_and_unknown_are_accepted(spinewise: Command) -> None:
    outcome = spinewise("assess", spinewise.facts({**ORDINARY, "saddle_numbness": "unsure", "sex": None}), "--json")
    assert outcome.code == 0
    assert DISPOSITIONS.index(outcome.document["disposition"]) >= DISPOSITIONS.index("same-day")


@pytest.mark.parametrize("facts", [ORDINARY, EMERGENCY])
@pytest.mark.parametrize("unstated", ["no", "unknown"])
def test_the_interview_is_never_lower_than_the_assessment(spinewise: Command, facts: dict[str, object], unstated: str) -> None:
    path = spinewise.facts(facts)
    assessed = spinewise("assess", path, "--unstated", unstated, "--json").document
    interview = spinewise("interview", path, "--unstated", unstated, "--json").document
    assert DISPOSITIONS.index(interview["disposition"]) >= DISPOSITIONS.index(assessed["disposition"])
    assert interview["complete"] is True
    assert interview["count"] == len(interview["asked"])
    assert assessed.keys() < interview.keys()


def test_each_question_of_the_interview_holds_its_answers(spinewise: Command) -> None:
    interview = spinewise("interview", spinewise.facts(ORDINARY), "--unstated", "no", "--json").document
    for screen in interview["asked"]:
        assert screen["question"] in load_knowledge().questions
        assert list(screen["answer"]) == screen["findings"]


def test_the_interview_can_be_read(spinewise: Command) -> None:
    outcome = spinewise("interview", spinewise.facts(ORDINARY), "--unstated", "no")
    assert outcome.code == 0
    assert outcome.out.startswith("1. ")
    assert " screens." in outcome.out


def test_the_letter_is_written_beside_the_answer(spinewise: Command, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    options = ("--letter", str(letter), "--date", "2026-11-25")
    outcome = spinewise("assess", spinewise.facts(EMERGENCY), *options, "--json")
    assert outcome.document["disposition"] == "emergency"
    first = letter.read_bytes()
    assert first.startswith(b"%PDF-")
    spinewise("assess", spinewise.facts(EMERGENCY), *options)
    assert letter.read_bytes() == first


def test_a_letter_that_cannot_be_written_is_refused_with_the_remedy(spinewise: Command, tmp_path: Path) -> None:
    outcome = spinewise("assess", spinewise.facts(EMERGENCY), "--letter", str(tmp_path / "missing" / "letter.pdf"))
    assert outcome.code == 2
    assert "folder does not exist" in outcome.err


def test_private_answers_come_into_the_letter_only_when_asked_for(spinewise: Command, tmp_path: Path) -> None:
    facts = spinewise.facts({**EMERGENCY, "unsafe_at_home": True})
    plain, private = tmp_path / "plain.pdf", tmp_path / "private.pdf"
    for path, more in ((plain, ()), (private, ("--private",))):
        assert spinewise("assess", facts, "--letter", str(path), "--date", "2026-11-25", *more).code == 0
    assert plain.read_bytes() != private.read_bytes()
