"""What somebody has told over time, as JSON entries with their day, told again as it stands today.

An entry is an answered screen, a recheck (``recheck`` maps each sign to yes, no or ``null`` for "not sure"; one that
``renews`` asks the course anew), or a ``correction`` of a sign to "no". Each carries the day (``on``) and the version of
the interview (``v``) with which it came.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from spinewise.intake import Ages, Answered, Interview, Step, after_recheck, aged, to_renew, weeks_by_now
from spinewise.knowledge import Findings, KnowledgeBase, Value
from spinewise.records.screens import Screen, read_values, screen_of, step_of


@dataclass(slots=True)
class _Telling:
    """The conversation while it is told again."""

    base: KnowledgeBase
    today: date
    interview: Interview = field(default_factory=Interview)
    origins: list[int] = field(default_factory=list)
    given: dict[str, tuple[date, Value | None]] = field(default_factory=dict)
    told_in: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Retold:
    """The conversation of today. ``origins`` holds, for each answered screen, the number of its entry."""

    interview: Interview
    origins: tuple[int, ...]
    ages: Ages | None


def retold(entries: Sequence[Mapping[str, object]], base: KnowledgeBase, today: date) -> Retold:
    """All entries in their order, each aged from its own day to today."""
    telling = _Telling(base, today)
    for number, entry in enumerate(entries):
        if "recheck" in entry:
            _tell_recheck(telling, entry)
        elif "correction" in entry:
            _tell_correction(telling, str(entry["correction"]))
        else:
            _tell_screen(telling, entry, number)
    return Retold(telling.interview, tuple(telling.origins), _ages(entries, telling))


def dated(screen: Screen, on: date, version: int) -> Screen:
    """An entry with its day and version."""
    return {**screen, "on": on.isoformat(), "v": version}


def day_of(entry: Mapping[str, object]) -> date:
    """The day of an entry."""
    return date.fromisoformat(str(entry["on"]))


def with_days(screens: Iterable[Screen], begun: date) -> tuple[Screen, ...]:
    """Entries of a time when no day was stored count from the day on which the interview began."""
    return tuple(screen if "on" in screen else dated(screen, begun, 0) for screen in screens)


def recheck_entry(answers: Mapping[str, bool | None], at: datetime, *, renews: bool) -> Screen:
    """A recheck as an entry."""
    return {"recheck": dict(answers), "at": at.isoformat(), "renews": renews}


def correction_entry(finding: str) -> Screen:
    """A sign that was taken back."""
    return {"correction": finding}


def changed_screen(entries: Sequence[Screen], place: int, answered: Answered, on: date, version: int) -> tuple[Screen, ...]:
    """The entries with one screen answered again."""
    return (*entries[:place], dated(screen_of(answered), on, version), *entries[place + 1 :])


def said_since(entries: Sequence[Mapping[str, object]], version: int) -> frozenset[str]:
    """The findings that were answered after a version; of a recheck only what was not a "no"."""
    new = [entry for entry in entries if int(str(entry["v"])) > version]
    return frozenset(name for entry in new for name in _raised(entry))


def _raised(entry: Mapping[str, object]) -> list[str]:
    recheck, findings = entry.get("recheck"), entry.get("findings")
    if isinstance(recheck, dict):
        return [name for name, value in recheck.items() if value is not False]
    return list(findings) if isinstance(findings, list) else []


def _tell_screen(telling: _Telling, entry: Mapping[str, object], number: int) -> None:
    step = step_of(entry, telling.interview, telling.told_in, telling.base)
    if step is None:
        return
    values = read_values(entry, step, telling.base)
    unsure = [name for name in step.findings if name not in values]
    on = day_of(entry)
    now = aged(Findings().with_values(values).with_unsure(unsure), (telling.today - on).days)
    telling.given |= {name: (on, values.get(name)) for name in step.findings}
    kept = tuple(name for name in step.findings if now.settled(name))
    telling.told_in |= dict.fromkeys(kept, int(str(entry["v"])))
    if kept:
        answered = telling.interview.answer(Step(step.question, kept, step.purpose), now.values, on)
        telling.interview = replace(answered, findings=_opened(answered.findings, kept, telling.base))
        telling.origins.append(number)


def _opened(told: Findings, new: Iterable[str], base: KnowledgeBase) -> Findings:
    """A yes to a member outweighs the older "no" to what is its broader question today."""
    gateways = [base.gateway_of[name] for name in new if name in base.gateway_of and told.get(name) is True]
    return told.with_values({name: True for name in gateways if told.get(name) is False})


def _tell_recheck(telling: _Telling, entry: Mapping[str, object]) -> None:
    on, given = day_of(entry), entry["recheck"]
    known = telling.interview.findings
    if entry.get("renews"):
        given_before = {name for name, (day, _value) in telling.given.items() if day < on or name == "complaint"}
        old = to_renew(known) & given_before
        known = known.without(old)
    answers = {name: value for name, value in given.items() if name in telling.base.findings} if isinstance(given, dict) else {}
    fresh = aged(Findings().with_values(dict.fromkeys(answers, True)), (telling.today - on).days)
    told = {name: value for name, value in answers.items() if fresh.known(name)}
    telling.given |= {name: (on, value) for name, value in told.items()}
    telling.interview = replace(telling.interview, findings=after_recheck(known, told, telling.base))


def _tell_correction(telling: _Telling, finding: str) -> None:
    if finding in telling.base.findings:
        findings = telling.interview.findings.with_values({finding: False})
        telling.interview = replace(telling.interview, findings=findings)


def _ages(entries: Sequence[Mapping[str, object]], telling: _Telling) -> Ages | None:
    screens = [day_of(entry) for entry in entries if "findings" in entry]
    if not screens:
        return None
    oldest = min(screens)
    renewed = max((day_of(entry) for entry in entries if entry.get("renews")), default=oldest)
    looked = max((day_of(entry) for entry in entries if "recheck" in entry), default=oldest)
    on, weeks = telling.given.get("pregnant_weeks", (telling.today, None))
    return Ages(
        oldest_days=(telling.today - oldest).days,
        checked_days=(telling.today - max(renewed, oldest)).days,
        looked_today=max(looked, oldest) >= telling.today,
        pregnant_weeks=weeks_by_now(weeks, (telling.today - on).days),
    )
