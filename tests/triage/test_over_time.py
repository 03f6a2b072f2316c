"""What a check has found stands until a clinician, or a correction that was confirmed twice, takes it away."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinewise.knowledge import Disposition
from spinewise.triage import (
    Because,
    Checked,
    Cleared,
    Corrected,
    Event,
    Occasion,
    Reason,
    standing_disposition,
)

SIGNS = ("saddle_numbness", "fever", "leg_weakness", "worsening")


def _reason(disposition: Disposition, *findings: str) -> Reason:
    because = tuple(Because(finding, True) for finding in findings)
    return Reason("-".join(findings), "a danger", "group", disposition, because, "Go.", "", ("source",))


NUMB = _reason(Disposition.EMERGENCY, "saddle_numbness")
FEVER = _reason(Disposition.SAME_DAY, "fever", "worsening")
CLEARED = Cleared("Dr Ada Byron", date(2026, 3, 6), "MRI normal")


def _checked(*reasons: Reason) -> Checked:
    return Checked(Occasion.CHECK, reasons)


def test_nothing_happened_yet() -> None:
    assert standing_disposition(()).disposition is Disposition.SELF_CARE


def test_a_calm_recheck_does_not_lower_what_stands() -> None:
    standing = standing_disposition((_checked(NUMB), Checked(Occasion.RECHECK, ())))
    assert standing.disposition is Disposition.EMERGENCY
    assert standing.reasons == (NUMB,)


def test_a_slip_of_the_finger_is_taken_back_by_two_answers() -> None:
    slip = Corrected("saddle_numbness", said_again=False, reasons=())
    standing = standing_disposition((_checked(NUMB, FEVER), slip))
    assert standing.disposition is Disposition.SAME_DAY
    assert [(one.reason, one.by) for one in standing.fallen] == [(NUMB, slip)]


@pytest.mark.parametrize("said_again", [True, None])
def test_one_answer_alone_takes_nothing_back(said_again: bool | None) -> None:
    history = (_checked(NUMB), Corrected("saddle_numbness", said_again=said_again, reasons=()))
    assert standing_disposition(history).disposition is Disposition.EMERGENCY


def test_a_correction_of_something_else_takes_nothing_back() -> None:
    history = (_checked(NUMB), Corrected("fever", said_again=False, reasons=()))
    assert standing_disposition(history).disposition is Disposition.EMERGENCY


def test_a_reason_that_still_holds_after_the_correction_stays() -> None:
    either = _reason(Disposition.EMERGENCY, "saddle_numbness", "leg_weakness")
    history = (_checked(either), Corrected("saddle_numbness", said_again=False, reasons=(either,)))
    assert standing_disposition(history).disposition is Disposition.EMERGENCY


def test_a_milder_level_stands_where_the_corrected_answers_still_give_it() -> None:
    milder = _reason(Disposition.WITHIN_DAYS, "saddle_numbness")
    standing = standing_disposition((_checked(NUMB), Corrected("saddle_numbness", said_again=False, reasons=(milder,))))
    assert standing.disposition is Disposition.WITHIN_DAYS


def test_a_correction_that_makes_it_worse_raises() -> None:
    assert standing_disposition((Corrected("fever", said_again=None, reasons=(FEVER,)),)).disposition is Disposition.SAME_DAY


def test_a_clinician_clears_what_was_before_and_not_what_comes_after() -> None:
    assert standing_disposition((_checked(NUMB), CLEARED)).disposition is Disposition.SELF_CARE
    assert standing_disposition((_checked(NUMB), CLEARED, _checked(FEVER))).disposition is Disposition.SAME_DAY
    assert standing_disposition((_checked(NUMB), CLEARED)).fallen[0].by == CLEARED


@pytest.mark.parametrize(("clinician", "note"), [("", "fine"), ("  ", "fine"), ("Dr Byron", " ")])
def test_a_clearance_without_name_or_note_is_none(clinician: str, note: str) -> None:
    with pytest.raises(ValueError, match="names the clinician"):
        Cleared(clinician, date(2026, 3, 6), note)


REASONS = st.builds(
    lambda disposition, findings: _reason(disposition, *sorted(findings)),
    st.sampled_from(list(Disposition)[1:]),
    st.sets(st.sampled_from(SIGNS), min_size=1, max_size=2),
)
SOME_REASONS = st.lists(REASONS, max_size=3).map(tuple)
CHECKS = st.builds(Checked, st.sampled_from(Occasion), SOME_REASONS)
UNCONFIRMED = st.builds(Corrected, st.sampled_from(SIGNS), st.sampled_from([True, None]), SOME_REASONS)
CONFIRMED = st.builds(Corrected, st.sampled_from(SIGNS), st.just(False), SOME_REASONS)
ANYTHING = st.lists(st.one_of(CHECKS, UNCONFIRMED, CONFIRMED, st.just(CLEARED)), max_size=6)


@given(ANYTHING, st.lists(st.one_of(CHECKS, UNCONFIRMED), max_size=6))
def test_nothing_but_a_clearance_or_a_confirmed_correction_lowers_it(before: list[Event], after: list[Event]) -> None:
    assert standing_disposition([*before, *after]).disposition >= standing_disposition(before).disposition


@given(ANYTHING, CONFIRMED)
def test_a_confirmed_correction_takes_only_what_rested_on_it(before: list[Event], correction: Corrected) -> None:
    stood, stands = standing_disposition(before), standing_disposition([*before, correction])
    gone = set(stood.reasons) - set(stands.reasons)
    assert all(correction.finding in {one.finding for one in reason.because} for reason in gone)


@given(ANYTHING)
def test_nothing_is_lost_from_the_record(history: list[Event]) -> None:
    standing = standing_disposition(history)
    told = {reason for event in history if not isinstance(event, Cleared) for reason in event.reasons}
    assert set(standing.reasons) | {one.reason for one in standing.fallen} == told
    assert standing.disposition == max((one.disposition for one in standing.reasons), default=Disposition.SELF_CARE)
