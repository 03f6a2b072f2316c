"""Times of single calls over seeded ordinary people, and of whole processes."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.figures import Spread, spread
from benchmarks.planning.people import person
from spinewise.assessment import assess
from spinewise.intake import Interview, next_step
from spinewise.knowledge import Disposition, Findings, KnowledgeBase
from spinewise.planning import plan_week
from spinewise.safety import clear
from spinewise.triage import triage

WEEK = date(2026, 1, 5)
FACTS = {"age": 41, "sex": "female", "complaint": "pain", "regions": ["low-back"], "onset": "gradual", "duration_days": 12}


@dataclass(frozen=True, slots=True)
class Speed:
    """Milliseconds for each thing that somebody waits for."""

    milliseconds: dict[str, Spread]


def measure(base: KnowledgeBase, people: int, starts: int) -> Speed:
    """Call everything for seeded people, after one call that warms up; start the command line ``starts`` times."""
    ordinary = [person(seed, base) for seed in range(people)]
    whole = [findings for findings, _ in ordinary]
    found = {
        "triage": _each(lambda one: triage(one, base), whole),
        "safety of every intervention": _each(lambda one: clear(one, base), whole),
        "assess": _each(lambda one: assess(one, base, closed=True), whole),
        "next question": spread(1000 * seconds for one in whole for seconds in _question_seconds(one, base)),
        "plan of a week": _each(
            lambda pair: plan_week(pair[0], base, disposition=Disposition.SELF_CARE, week=WEEK, wishes=pair[1]), ordinary
        ),
    }
    return Speed(found | _processes(starts))


def _each(call: Callable[..., object], inputs: Sequence[object]) -> Spread:
    call(inputs[0])
    return spread(1000 * _seconds(call, one) for one in inputs)


def _seconds(call: Callable[..., object], given: object) -> float:
    begun = time.perf_counter()
    call(given)
    return time.perf_counter() - begun


def _question_seconds(known: Findings, base: KnowledgeBase) -> Iterator[float]:
    """The time to find each screen of one whole interview."""
    interview = Interview()
    while True:
        begun = time.perf_counter()
        step = next_step(interview, base)
        yield time.perf_counter() - begun
        if step is None:
            return
        interview = interview.answer(step, {name: known.values[name] for name in step.findings if known.known(name)})


def _processes(starts: int) -> dict[str, Spread]:
    """From the start of the process to its end, the interpreter included."""
    with tempfile.TemporaryDirectory() as folder:
        facts = Path(folder, "facts.json")
        facts.write_text(json.dumps(FACTS), encoding="utf-8")
        told = [str(facts), "--unstated", "no", "--json"]
        commands = {
            "command line: --help": ["--help"],
            "command line: assess": ["assess", *told],
            "command line: plan": ["plan", *told, "--week", WEEK.isoformat()],
        }
        return {name: _each(_run, [arguments] * starts) for name, arguments in commands.items()}


def _run(arguments: list[str]) -> None:
    subprocess.run([sys.executable, "-m", "spinewise", *arguments], check=True, stdout=subprocess.DEVNULL)
