"""People whose check is done already, put into the data folder of a server: python -m tests.browser.told FOLDER < FILE."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
Facts = Mapping[str, Any]
ALICE: Facts = {
    "age": 42,
    "sex": "female",
    "complaint": "pain",
    "regions": ["low-back"],
    "onset": "gradual",
    "duration_days": 10,
    "pain_nrs": 4,
    "minutes_per_day": 20,
}
"""Somebody with an ordinary backache."""


def put_in(data: Path, people: Mapping[str, Facts]) -> dict[str, str]:
    """Store people by name, each with the facts of their check; gives back their ids by name."""
    command = [sys.executable, "-m", "tests.browser.told", str(data)]
    told = subprocess.run(command, input=json.dumps(people), capture_output=True, text=True, cwd=ROOT, check=False)
    assert told.returncode == 0, told.stderr
    ids: dict[str, str] = json.loads(told.stdout)
    return ids


def _store(data: Path, people: Mapping[str, Facts]) -> dict[str, str]:
    os.environ["SPINEWISE_DATA_DIR"] = str(data)
    os.environ["DJANGO_SETTINGS_MODULE"] = "spinewise.web.settings"
    import django
    from django.core.management import call_command

    from spinewise.web import places

    places.prepare(data)
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    return {name: _store_one(name, facts) for name, facts in people.items()}


def _store_one(name: str, facts: Facts) -> str:
    from spinewise.assessment import interview_from_facts
    from spinewise.intake import next_step
    from spinewise.knowledge import findings_from_facts, load_knowledge, read_closed
    from spinewise.records.audit import Audit
    from spinewise.records.interviews import latest_interview, store_interview
    from spinewise.records.people import add_person

    base = load_knowledge()
    told = findings_from_facts(facts, base)
    asked, _assessment = interview_from_facts(told, base, closed=True)
    unasked = {name: value for name, value in told.values.items() if not asked.findings.known(name)}
    interview = asked.volunteer(unasked, base)
    silent = read_closed(told, base)
    while step := next_step(interview, base):
        interview = interview.answer(step, {name: silent.values[name] for name in step.findings if silent.known(name)})
    person = add_person(name, audit=Audit("test"))
    store_interview(person.id, latest_interview(person.id, base), interview, audit=Audit("test"))
    return str(person.id)


def main(arguments: Sequence[str]) -> None:
    """Read people from standard input and store them."""
    json.dump(_store(Path(arguments[0]), json.load(sys.stdin)), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
