"""Where to look first if something serious is behind it."""

import pytest

from spinewise.differential import network_of, suspicion
from spinewise.knowledge import Findings, Value, complete, findings_from_facts, load_knowledge

BASE = load_knowledge()
SOMEBODY: dict[str, Value] = {"age": 68.0, "sex": "male", "complaint": "pain", "onset": "sudden", "duration_days": 0.2}


def _known(**facts: object) -> Findings:
    return complete(findings_from_facts({**SOMEBODY, **facts}, BASE), BASE)


def _leading(**facts: object) -> str:
    weight = suspicion(_known(**facts), BASE).weight
    return network_of(BASE).conditions[int(weight.argmax())].id


def _chance(finding: str, **facts: object) -> float:
    return suspicion(_known(**facts), BASE).chance_of_any([finding])


def test_only_serious_conditions_have_weight_and_the_weights_sum_to_one() -> None:
    weight = suspicion(_known(regions=["low-back"]), BASE).weight
    serious = [condition.serious for condition in network_of(BASE).conditions]
    assert weight.sum() == pytest.approx(1.0)
    assert not any(share > 0 for share, counts in zip(weight, serious, strict=True) if not counts)


def test_somebody_of_whom_nothing_is_known_can_be_weighed() -> None:
    assert suspicion(Findings(), BASE).weight.sum() == pytest.approx(1.0)


def test_a_sign_of_one_illness_leads_to_its_other_signs() -> None:
    place = {"regions": ["low-back"], "onset": "days"}
    assert _leading(**place, saddle_numbness=True, bladder_bowel_change=True) == "cauda-equina-syndrome"
    assert _chance("urinary_retention", **place, saddle_numbness=True) > 1.5 * _chance("urinary_retention", **place)


def test_a_yes_to_a_broader_question_counts_before_its_members_are_known() -> None:
    place = {"regions": ["upper-back"]}
    assert _chance("cough_blood", **place, chest_trouble=True) > _chance("cough_blood", **place)
    assert _chance("chest_trouble", **place) > _chance("chest_pain", **place)


def test_any_of_more_signs_is_at_least_as_likely_as_any_of_fewer() -> None:
    known = suspicion(_known(regions=["chest"]), BASE)
    few, more = known.chance_of_any(["chest_pain"]), known.chance_of_any(["chest_pain", "breathless", "syncope"])
    assert 0 < few < more <= 1
    assert known.chance_of_any([]) == 0
