"""``spinewise bench``: names the benchmarks, and runs the one that is named."""

from tests.cli.command import Command


def test_the_benchmarks_are_named(spinewise: Command) -> None:
    assert {"triage", "planning", "speed"} <= set(spinewise("bench").out.split())
    assert "triage" in spinewise("bench", "--json").document


def test_an_unknown_benchmark_is_told_with_those_that_exist(spinewise: Command) -> None:
    outcome = spinewise("bench", "guessing")
    assert outcome.code == 2
    assert outcome.out == ""
    assert "'guessing' is no benchmark" in outcome.err
    assert "triage" in outcome.err


def test_a_missing_file_of_cases_is_bad_input(spinewise: Command) -> None:
    outcome = spinewise("bench", "triage", "--cases", "no-such-file.yaml")
    assert outcome.code == 2
    assert "no-such-file.yaml" in outcome.err
