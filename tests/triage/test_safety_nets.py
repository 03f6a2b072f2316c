"""What to watch for reaches everybody to whom it may apply."""

from hypothesis import given, settings

from spinewise.knowledge import Findings, complete, load_knowledge
from spinewise.triage import safety_nets
from tests.people import people

BASE = load_knowledge()


@settings(max_examples=30)
@given(people(BASE))
def test_everybody_gets_the_net_for_everybody(person: Findings) -> None:
    shown = safety_nets(complete(person, BASE), BASE)
    general = {net.id for net in BASE.safety_nets.values() if net.when is None}
    assert general
    assert general <= {net.id for net in shown}
    assert any(net.emergency for net in shown if net.id in general)


@settings(max_examples=30)
@given(people(BASE))
def test_a_net_that_may_apply_is_shown(person: Findings) -> None:
    known = complete(person, BASE)
    shown = {net.id for net in safety_nets(known, BASE)}
    for net in BASE.safety_nets.values():
        if net.when is not None:
            assert (net.id in shown) == (net.when.evaluate(known) is not False)
