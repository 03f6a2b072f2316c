"""A letter to the doctor on one page, set with typst: what was said, how soon and why, what is not there, what is open.

The same letter gives the same bytes. It tells only what the person said; what is private is left out unless they wish it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path

import typst

from spinewise.interop.answers.words import Json
from spinewise.interop.files import write_whole
from spinewise.interop.private import PRIVATE, shown_reasons, without_private
from spinewise.interop.said_words import capital, said_words
from spinewise.interop.times import long_date
from spinewise.knowledge import Findings, FunctionLevel, KnowledgeBase, Value, complete, function_level
from spinewise.knowledge.records import Finding
from spinewise.triage import Reason, Triage

_TEMPLATE = Path(__file__).with_name("letter.typ")
FIRST_TOLD = (
    "age",
    "sex",
    "complaint",
    "regions",
    "side",
    "onset",
    "duration_days",
    "pain_nrs",
    "pregnant_weeks",
    "postpartum_weeks",
)
_ILLNESS_THEMES = frozenset({"past-illness", "medicines"})
_LONGEST_LIST = 30
_LONGEST_OPEN = 12
_UNDATED = date(2000, 1, 1)
_LEVELS = {FunctionLevel.BELOW: "below usual", FunctionLevel.USUAL: "usual", FunctionLevel.ABOVE: "above usual"}


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter is made from. ``private`` puts the answers on harm and safety in; ``tested_on`` holds days of tests."""

    said: Findings
    triage: Triage
    on: date | None = None
    name: str = ""
    private: bool = False
    tested_on: Mapping[str, date] = field(default_factory=dict)


def write_letter(letter: Letter, base: KnowledgeBase, path: Path) -> None:
    """Write a letter as a PDF. Raises ``BadInput`` when the path cannot be written."""
    write_whole(path, letter_pdf(letter, base))


def letter_pdf(letter: Letter, base: KnowledgeBase) -> bytes:
    """A letter as a PDF on A4."""
    page = typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"letter": json.dumps(letter_content(letter, base), ensure_ascii=False)},
        timestamp=int(datetime.combine(letter.on or _UNDATED, time(), UTC).timestamp()),
    )
    return bytes(page)


def letter_content(letter: Letter, base: KnowledgeBase) -> dict[str, Json]:
    """The words on the page."""
    said = letter.said if letter.private else without_private(letter.said)
    reasons = letter.triage.reasons if letter.private else shown_reasons(letter.triage.reasons)
    text = base.disposition_text(letter.triage.disposition, letter.said)
    yes = [finding for finding in _yes_or_no(said, base) if said.get(finding.id) is True and not _told_closer(finding, said)]
    return {
        "name": letter.name,
        "date": long_date(letter.on) if letter.on else "",
        "asks": text.name,
        "how_soon": text.how_soon,
        "who": text.who,
        "concerns": [_concern(reason, base) for reason in reasons],
        "withheld": len(reasons) < len(letter.triage.reasons),
        "facts": _facts(said, base),
        "present": _names(one for one in yes if one.theme not in _ILLNESS_THEMES),
        "illnesses": _names(one for one in yes if one.theme in _ILLNESS_THEMES),
        "absent": _names(_denied(said, reasons, base))[:_LONGEST_LIST],
        "unsure": _names(base.findings[name] for name in sorted(said.unsure) if name in base.findings),
        "open": _open(letter, base)[:_LONGEST_OPEN],
        "tests": _tests(letter, base),
    }


def _concern(reason: Reason, base: KnowledgeBase) -> Json:
    because = "; ".join(f"{base.name_of(one.finding)}: {said_words(one.finding, one.value, base)}" for one in reason.because)
    return {"tell": capital(reason.tell or reason.name), "because": because}


def _facts(said: Findings, base: KnowledgeBase) -> list[Json]:
    """First what a doctor asks first, then every other answer that is no yes or no and not about the week."""
    first = [name for name in FIRST_TOLD if name in said.values]
    rest = [name for name, value in said.values.items() if name not in first and _clinical(name, value, base)]
    told = [(name, said.values[name]) for name in (*first, *rest)]
    kept = [(name, value) for name, value in told if _says_something(base.findings[name], value)]
    return [[capital(base.name_of(name)), said_words(name, value, base)] for name, value in kept]


def _clinical(name: str, value: Value, base: KnowledgeBase) -> bool:
    return not isinstance(value, bool) and name in base.findings and base.findings[name].purpose != "plan"


def _says_something(finding: Finding, value: Value) -> bool:
    return value in finding.option_values if isinstance(value, str) else value != frozenset()


def _yes_or_no(said: Findings, base: KnowledgeBase) -> Iterator[Finding]:
    for finding in base.findings.values():
        if finding.type == "bool" and finding.derived is None and finding.purpose != "plan" and said.known(finding.id):
            yield finding


def _told_closer(finding: Finding, said: Findings) -> bool:
    """Does the yes of a member say more than the yes of its broader question?"""
    return any(said.get(member) is True for member in finding.members)


def _denied(said: Findings, reasons: Iterable[Reason], base: KnowledgeBase) -> list[Finding]:
    """Danger signs that were asked and denied, those around the reasons first."""
    rules = [base.red_flags[reason.rule] for reason in reasons if reason.rule in base.red_flags]
    near = {name for rule in rules for level in rule.levels for name in level.when.findings()}
    denied = [one for one in _yes_or_no(said, base) if one.purpose == "danger" and said.get(one.id) is False]
    return sorted(denied, key=lambda finding: finding.id not in near)


def _names(findings: Iterable[Finding]) -> list[Json]:
    return [capital(finding.name) for finding in findings]


def _open(letter: Letter, base: KnowledgeBase) -> list[Json]:
    """What could still make it more urgent and was not answered."""
    names = dict.fromkeys(one.finding for one in letter.triage.undecided if letter.private or one.finding not in PRIVATE)
    return [capital(base.name_of(name)) for name in names if name not in letter.said.unsure]


def _tests(letter: Letter, base: KnowledgeBase) -> list[Json]:
    levels = function_level(complete(letter.said, base), base)
    done = [one for one in base.findings.values() if one.on_request and letter.said.known(one.id)]
    return [_test(one.id, levels.get(one.id, FunctionLevel.UNKNOWN), letter, base) for one in done]


def _test(name: str, level: FunctionLevel, letter: Letter, base: KnowledgeBase) -> Json:
    beside = f" ({_LEVELS[level]})" if level in _LEVELS else ""
    day = f", {long_date(letter.tested_on[name])}" if name in letter.tested_on else ""
    return f"{base.question_of[name].title}: {said_words(name, letter.said.get(name), base)}{beside}{day}"
