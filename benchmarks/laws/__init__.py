"""The safety laws over very many random people: more than the tests have time for."""

from benchmarks.laws.checking import Tally, check_people

__all__ = ["Tally", "check_people"]
