"""Unknown is never safe, and every verdict says why."""

from hypothesis import given, settings

from spinewise.knowledge import Condition, Findings, complete, load_knowledge
from spinewise.knowledge.records import Intervention, SafetyRule
from spinewise.safety import Verdict, clear, clear_one
from tests.people import people

BASE = load_knowledge()


def _blocking(intervention: str) -> list[Condition]:
    item = BASE.interventions[intervention]
    shared = [rule.when for rule in BASE.safety_rules.values() if _blocks(rule, item)]
    return shared + [own.when for own in item.contraindications]


def _blocks(rule: SafetyRule, item: Intervention) -> bool:
    return rule.verdict == "blocked" and not set(rule.demands).isdisjoint(item.demands)


@settings(max_examples=40)
@given(people(BASE))
def test_an_unknown_contraindication_is_never_offered(person: Findings) -> None:
    known = complete(person, BASE)
    for name, clearance in clear(known, BASE).items():
        truths = [when.evaluate(known) for when in _blocking(name)]
        if True in truths:
            assert clearance.verdict is Verdict.BLOCKED
        elif None in truths:
            assert clearance.verdict is Verdict.ASK_FIRST
            assert clearance.needs
        else:
            assert clearance.offered


@settings(max_examples=40)
@given(people(BASE))
def test_a_change_whose_reason_is_unknown_is_made_all_the_same(person: Findings) -> None:
    known = complete(person, BASE)
    for name, clearance in clear(known, BASE).items():
        if clearance.verdict is Verdict.ALLOWED:
            item = BASE.interventions[name]
            assert all(care.when.evaluate(known) is False for care in item.precautions)


@settings(max_examples=20)
@given(people(BASE))
def test_one_at_a_time_is_the_same_as_all_at_once(person: Findings) -> None:
    known = complete(person, BASE)
    for name, clearance in clear(known, BASE).items():
        assert clear_one(BASE.interventions[name], known, BASE) == clearance
