"""``spinewise plan``."""

from argparse import Namespace
from datetime import date

from spinewise.assessment import assess
from spinewise.cli.printing import bullet, print_json, print_lines, say
from spinewise.interop.answers import plan_document
from spinewise.interop.dose_words import dose_in_words
from spinewise.interop.files import refuse_unwritable
from spinewise.interop.history import read_history
from spinewise.interop.watch import Watch, watch_for
from spinewise.knowledge import Disposition, KnowledgeBase, findings_from_file, load_knowledge
from spinewise.planning import Plan, Refusal, doses_for, familiar, prove, read_lately, wishes_of
from spinewise.triage import safety_nets
from spinewise.week import plan_week

PROOF_SECONDS = 60.0
WAITING = "Until you have been seen: only things that ease the wait. Training comes later."


def run(options: Namespace) -> int:
    """Plan a week for the person in a facts file, and write it where it is asked for."""
    base = load_knowledge()
    assessment = assess(findings_from_file(options.facts, base), base, closed=options.unstated == "no")
    given = {} if options.minutes_per_day is None else {"minutes_per_day": options.minutes_per_day}
    week = options.week or date.today()  # noqa: DTZ011 - the person's own day
    history = read_history(options.history, base) if options.history else ()
    known = {"familiar": familiar(history, base, week), "heard": read_lately(history, assessment.findings, base, week)}
    wishes = wishes_of(assessment.findings, base, **given, **known)
    doses = doses_for(assessment.findings, base, history, week)
    plan = plan_week(assessment, base, week=week, wishes=wishes, doses=doses)
    disposition = assessment.triage.disposition
    if isinstance(plan, Plan) and options.prove:
        say("Looking for the best week and its proof.")
        plan = prove(plan, assessment.findings, base, disposition=disposition, wishes=wishes, seconds=PROOF_SECONDS)
    nets = safety_nets(assessment.findings, base)
    if isinstance(plan, Plan):
        _write_files(plan, options, base, watch_for(assessment.findings, base))
    if options.json:
        print_json(plan_document(plan, nets, base, disposition))
    else:
        waiting = isinstance(plan, Plan) and disposition >= Disposition.WITHIN_DAYS
        print_lines(_in_words(plan, base, waiting=waiting))
    return 0


def _write_files(plan: Plan, options: Namespace, base: KnowledgeBase, watch: Watch) -> None:
    """All files that are asked for, or none. Each format is imported only when it is asked for."""
    refuse_unwritable(path for path in (options.ics, options.pdf, options.fhir, options.text) if path is not None)
    if options.ics:
        from spinewise.interop.icalendar import write_calendar  # noqa: PLC0415

        write_calendar(plan, base, watch, options.ics)
    if options.pdf:
        from spinewise.interop.pdf import write_week  # noqa: PLC0415

        write_week(plan, base, watch, options.pdf)
    if options.fhir:
        from spinewise.interop.fhir import write_care_plan  # noqa: PLC0415

        write_care_plan(plan, base, watch, options.fhir)
    if options.text:
        from spinewise.interop.text import write_text  # noqa: PLC0415

        write_text(plan, base, watch, options.text)


def _in_words(plan: Plan | Refusal, base: KnowledgeBase, *, waiting: bool) -> list[str]:
    if isinstance(plan, Refusal):
        return [f"No week of self-care: {plan.says}"]
    lines = [f"Your week, at most {plan.gap:.1%} from the best possible one{' (proved)' if plan.proven else ''}:"]
    if waiting:
        lines.append(WAITING)
    lines += bullet(_programmes(plan, waiting=waiting))
    for day in range(7):
        lines += ["", f"{plan.date_of(day):%A %d %B}"]
        lines += bullet(
            f"{item.slot}: {base.interventions[item.intervention].name}, {item.minutes} min; {dose_in_words(item.dose)}"
            for item in plan.on(day)
        )
    return lines


def _programmes(plan: Plan, *, waiting: bool) -> list[str]:
    """The programmes; while somebody waits to be seen without a part, which they cannot do."""
    places = plan.programme.places if plan.programme is not None else ()
    return [place.programme.name if waiting else f"{place.programme.name}: {place.phase.name}" for place in places]
