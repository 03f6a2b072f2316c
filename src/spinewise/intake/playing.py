"""Playing the interview against known answers, for the command line, for tests and for benchmarks."""

from dataclasses import replace

from spinewise.intake.interview import Interview, next_step
from spinewise.intake.screens import applying
from spinewise.knowledge import Findings, KnowledgeBase, open_parents


def play(known: Findings, base: KnowledgeBase) -> Interview:
    """The whole interview with somebody who answers from ``known`` and is unsure about the rest."""
    interview = Interview()
    while step := next_step(interview, base):
        values = {finding: known.values[finding] for finding in step.findings if known.known(finding)}
        told = {name: value for name, value in values.items() if open_parents(base.findings[name], known, base) is not None}
        interview = interview.answer(replace(step, findings=applying(step.findings, told, base)), values)
    return interview
