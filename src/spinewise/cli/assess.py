"""``spinewise assess``."""

from argparse import Namespace
from datetime import date

from spinewise.assessment import Assessment, assess
from spinewise.cli.printing import bullet, counted, print_json, print_lines
from spinewise.interop.answers import assessment_document
from spinewise.interop.files import refuse_unwritable
from spinewise.knowledge import Findings, KnowledgeBase, findings_from_file, load_knowledge

MOST_EXPLANATIONS = 5
MOST_OPEN_NAMES = 8


def run(options: Namespace) -> int:
    """Assess the person in a facts file, and write the letter where it is asked for."""
    base = load_knowledge()
    said = findings_from_file(options.facts, base)
    assessment = assess(said, base, closed=options.unstated == "no")
    if options.letter:
        _write_letter(said, assessment, options, base)
    if options.json:
        print_json(assessment_document(assessment))
    else:
        print_lines(in_words(assessment, base))
    return 0


def _write_letter(said: Findings, assessment: Assessment, options: Namespace, base: KnowledgeBase) -> None:
    """The format is imported only when it is asked for."""
    from spinewise.interop.pdf import Letter, write_letter  # noqa: PLC0415

    refuse_unwritable([options.letter])
    day = options.date or date.today()  # noqa: DTZ011 - the person's own day
    write_letter(Letter(said, assessment.triage, on=day, private=options.private), base, options.letter)


def in_words(assessment: Assessment, base: KnowledgeBase) -> list[str]:
    """The assessment to read: what to do first, then why, then what may be behind it."""
    triage = assessment.triage
    text = base.disposition_text(triage.disposition, assessment.findings)
    known = "As far as is known: " if triage.undecided else ""
    lines = [f"{known}{text.headline} ({triage.disposition.word})", text.how_soon, *bullet(text.do_now), "", "Why:"]
    lines += [f"  - {reason.says} [{reason.rule}]" for reason in triage.reasons] or ["  - No danger sign fired."]
    lines += _open_questions(assessment, base)
    lines += ["", *_behind_it(assessment)]
    verdicts: dict[str, int] = {}
    for clearance in assessment.interventions.values():
        verdicts[clearance.verdict.value] = verdicts.get(clearance.verdict.value, 0) + 1
    return [*lines, "", f"Self-care: {counted(verdicts)}. `spinewise plan` makes a week of it."]


def _behind_it(assessment: Assessment) -> list[str]:
    if assessment.findings.nothing_hurts:
        return ["Nothing hurts now, so there is nothing to explain."]
    shown = assessment.differential[:MOST_EXPLANATIONS]
    return ["What may be behind it (no diagnosis):", *(f"  - {one.fit.value}: {one.name}" for one in shown)]


def _open_questions(assessment: Assessment, base: KnowledgeBase) -> list[str]:
    """What could still raise the disposition, the most urgent first."""
    names = list(dict.fromkeys(base.name_of(one.finding) for one in assessment.triage.undecided))
    if not names:
        return []
    more = f" and {len(names) - MOST_OPEN_NAMES} more" if len(names) > MOST_OPEN_NAMES else ""
    told = "; ".join(names[:MOST_OPEN_NAMES])
    return ["", f"Not known, and it could make this more urgent: {told}{more}. `spinewise interview` asks for what matters."]
