"""What a clinician has cleared does not rise by itself; a new answer or a more urgent level does."""

from datetime import date

from spinewise.knowledge import Disposition
from spinewise.triage import Because, Checked, Cleared, Corrected, Occasion, Reason, since_clearance, standing_disposition

CLEARED = Cleared("Dr Ada Byron", date(2026, 3, 6), "A cold")


def _reason(disposition: Disposition, *findings: str, rule: str = "infection") -> Reason:
    because = tuple(Because(finding, True) for finding in findings)
    return Reason(rule, "a danger", "group", disposition, because, "Go.", "", ("source",))


FEVER = _reason(Disposition.SAME_DAY, "fever")
STANDING = standing_disposition((Checked(Occasion.CHECK, (FEVER,)), CLEARED))


def test_the_old_answer_stays_cleared() -> None:
    assert since_clearance((FEVER,), STANDING, {CLEARED: frozenset({"age"})}) == ()


def test_the_same_sign_said_anew_counts() -> None:
    assert since_clearance((FEVER,), STANDING, {CLEARED: frozenset({"fever"})}) == (FEVER,)


def test_a_more_urgent_level_counts() -> None:
    urgent = _reason(Disposition.EMERGENCY, "fever")
    assert since_clearance((urgent,), STANDING, {CLEARED: frozenset()}) == (urgent,)


def test_a_milder_level_of_the_same_stays_cleared() -> None:
    assert since_clearance((_reason(Disposition.ROUTINE, "fever"),), STANDING, {CLEARED: frozenset()}) == ()


def test_another_rule_or_another_finding_counts() -> None:
    other_rule = _reason(Disposition.SAME_DAY, "fever", rule="cancer")
    more_behind_it = _reason(Disposition.SAME_DAY, "fever", "chills")
    both = (other_rule, more_behind_it)
    assert since_clearance(both, STANDING, {CLEARED: frozenset()}) == both


def test_a_clearance_of_which_nobody_knows_what_came_after_clears_nothing_of_today() -> None:
    assert since_clearance((FEVER,), STANDING, {}) == (FEVER,)


def test_a_correction_is_no_clearance() -> None:
    corrected = standing_disposition((Checked(Occasion.CHECK, (FEVER,)), Corrected("fever", False, ())))
    assert since_clearance((FEVER,), corrected, {CLEARED: frozenset()}) == (FEVER,)
