"""Playing the interview against known answers, for the command line, for tests and for benchmarks."""

from spinewise.intake.interview import Interview, next_step
from spinewise.knowledge import Findings, KnowledgeBase


def play(known: Findings, base: KnowledgeBase) -> Interview:
    """The whole interview with somebody who answers from ``known`` and is unsure about the rest."""
    interview = Interview()
    while step := next_step(interview, base):
        values = {finding: known.values[finding] for finding in step.findings if known.known(finding)}
        interview = interview.answer(step, values)
    return interview
