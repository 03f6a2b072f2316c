"""Random people over the real knowledge base: what hypothesis draws and what seeded runs draw is made the same way."""

from random import Random

from benchmarks.people import random_person, random_value
from hypothesis import strategies as st

from spinewise.knowledge import Findings, KnowledgeBase

__all__ = ["people", "random_person", "random_value"]


def people(base: KnowledgeBase) -> st.SearchStrategy[Findings]:
    """Random people, replayable from their seed."""
    return st.builds(
        lambda seed, yes: random_person(base, Random(seed), yes=yes),
        st.integers(0, 2**32 - 1),
        st.sampled_from([None, 0.05, 0.2]),
    )
