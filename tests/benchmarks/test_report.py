"""The figures of the triage report, known by arithmetic."""

import pytest
from benchmarks.figures import Share
from benchmarks.triage.calibration import calibration_of
from benchmarks.triage.documents import as_json, as_lines
from benchmarks.triage.report import ALL, SPINEWISE, Report, report_of

from tests.benchmarks.judged import judged

CASES = [
    judged("emergency", "emergency", case="held", rank=1, probability=0.9, screens=4),
    judged("emergency", "within-days", case="missed", rank=None, probability=0.9, screens=6),
    judged("same-day", "routine", accepted=("same-day", "within-days"), case="low", rank=3, probability=0.1, screens=8),
    judged("routine", "same-day", case="needless", group="other", rank=2, probability=0.1, screens=10, flags=("fever",)),
    judged("self-care", "routine", accepted=("self-care", "routine"), group="other", rank=1, probability=0.5, screens=12),
]


@pytest.fixture(scope="module")
def report() -> Report:
    return report_of(CASES)


def test_rates(report: Report) -> None:
    ours = report.ours
    assert (ours.under, ours.unsafe, ours.over) == (Share(2, 5), Share(1, 2), Share(1, 5))
    assert (ours.over_when_mild, ours.acceptable, ours.exact) == (Share(1, 2), Share(2, 5), Share(1, 5))
    assert ours.within_one_step == Share(2, 5)
    assert report.unsafe_under == ("missed",)


def test_the_confusion_table_has_the_best_answer_in_its_rows(report: Report) -> None:
    assert report.ours.confusion == ((0, 1, 0, 0, 0), (0, 0, 0, 1, 0), (0, 0, 0, 0, 0), (0, 1, 0, 0, 0), (0, 0, 1, 0, 1))


def test_groups_count_what_was_high_enough_and_show_the_worst_first(report: Report) -> None:
    assert [(one.group, one.urgent, one.high_enough) for one in report.groups] == [
        ("group", 2, Share(1, 3)),
        ("other", 0, Share(2, 2)),
    ]


def test_effort_is_counted_by_the_best_answer(report: Report) -> None:
    assert report.effort.screens[ALL].median == 8
    assert report.effort.items["emergency"].median == 15
    assert report.long_form_effort.screens["self-care"].median == 90


def test_explanations_and_flags(report: Report) -> None:
    assert (report.top_1, report.top_3) == (Share(2, 5), Share(4, 5))
    assert (report.flagged.when_urgent, report.flagged.when_mild) == (Share(0, 2), Share(1, 2))


def test_an_interview_that_ends_lower_is_named() -> None:
    assert report_of([judged("emergency", "emergency", interviewed="routine", case="lost")]).interview_lower == ("lost",)


def test_the_baselines_stand_beside_ours(report: Report) -> None:
    assert next(iter(report.rates)) == SPINEWISE
    assert report.rates["classic single flags, any one: today"].under == Share(2, 5)
    assert report.rates["classic single flags, any one: this week"].under == Share(2, 5)


def test_calibration() -> None:
    found = calibration_of([(0.9, True), (0.9, False), (0.1, False), (1.0, True)])
    assert [(one.low, one.right) for one in found.bins] == [(0.0, Share(0, 1)), (0.8, Share(2, 3))]
    assert found.brier == pytest.approx((0.01 + 0.81 + 0.01 + 0) / 4)
    assert found.brier_of_the_base_rate == 0.25
    assert found.expected_error == pytest.approx((0.1 + 3 * abs(2.8 / 3 - 2 / 3)) / 4)


def test_documents_say_the_same(report: Report) -> None:
    document = as_json(report)
    assert document["under"]["some"] == 2
    assert document["under"]["interval"] == list(Share(2, 5).interval)
    assert document["median_screens"] == 8
    assert SPINEWISE not in document["compared"]
    assert len(document["compared"]) == 4
    assert any("unsafe under-triage" in line and "missed" in line for line in as_lines(report))
