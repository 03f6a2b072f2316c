"""A week says how good it is at once, and more exactly when that was worked out; it never changes by it."""

from dataclasses import replace
from datetime import date
from threading import Event

import pytest

from spinewise.planning import Plan, PlanningFault
from spinewise.web.proving import Prover
from spinewise.web.solved import forget_everybody

QUICK = Plan(date(2026, 1, 5), (), objective=10.0, bound=10.4)
BEST = replace(QUICK, objective=10.1, bound=10.1, proven=True)


def test_the_first_look_has_the_first_bound_and_the_next_one_the_proven_one() -> None:
    prover = Prover()
    assert prover.nearer("a week", QUICK, lambda: BEST) == QUICK
    prover.work_off()
    later = prover.nearer("a week", QUICK, lambda: BEST)
    assert (later.objective, later.bound, later.proven, later.items) == (10.0, 10.1, False, QUICK.items)


def test_a_week_that_turns_out_to_be_the_best_says_so() -> None:
    prover = Prover()
    prover.nearer("a week", QUICK, lambda: replace(QUICK, bound=10.0, proven=True))
    prover.work_off()
    assert prover.nearer("a week", QUICK, lambda: BEST).proven


def test_what_was_proven_for_one_week_is_not_said_of_another() -> None:
    prover = Prover()
    prover.nearer("before", QUICK, lambda: BEST)
    prover.work_off()
    assert prover.nearer("after", QUICK, lambda: BEST) == QUICK


def test_a_proven_week_asks_for_nothing() -> None:
    prover = Prover()
    assert prover.nearer("a week", BEST, lambda: pytest.fail("was proven again")) is BEST
    prover.work_off()


def test_only_the_newest_wait() -> None:
    prover, proven = Prover(most_waiting=2), list[str]()

    def proof(name: str) -> Plan:
        proven.append(name)
        return BEST

    for name in ("a", "b", "c"):
        prover.nearer(name, QUICK, lambda name=name: proof(name))  # type: ignore[misc]
    prover.work_off()
    assert proven == ["c", "b"]


def test_a_fault_stops_nothing_and_changes_nothing() -> None:
    prover = Prover()

    def broken() -> Plan:
        raise PlanningFault("no")

    prover.nearer("broken", QUICK, broken)
    prover.nearer("whole", QUICK, lambda: BEST)
    prover.work_off()
    assert prover.nearer("broken", QUICK, lambda: BEST) == QUICK
    assert prover.nearer("whole", QUICK, lambda: BEST).bound == 10.1


def test_who_is_deleted_leaves_nothing() -> None:
    prover = Prover()
    prover.nearer("a week", QUICK, lambda: BEST)
    prover.work_off()
    prover.nearer("another", QUICK, lambda: pytest.fail("was still waiting"))
    forget_everybody()
    prover.work_off()
    assert prover.nearer("a week", QUICK, lambda: BEST) == QUICK


def test_who_is_deleted_while_it_is_proven_leaves_nothing() -> None:
    prover = Prover()

    def proof() -> Plan:
        forget_everybody()
        return BEST

    prover.nearer("a week", QUICK, proof)
    prover.work_off()
    assert prover.nearer("a week", QUICK, lambda: BEST) == QUICK


def test_the_thread_proves_by_itself() -> None:
    prover, done = Prover(), Event()

    def proof() -> Plan:
        done.set()
        return BEST

    prover.begin()
    prover.begin()
    prover.nearer("a week", QUICK, proof)
    assert done.wait(30)
