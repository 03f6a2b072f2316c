"""``spinewise dose``: the dose of each exercise for a person, replayed from what happened."""

from argparse import Namespace
from collections.abc import Mapping
from datetime import date

from spinewise.assessment import assess
from spinewise.cli.printing import bullet, print_json, print_lines
from spinewise.interop.answers.doses import doses_document
from spinewise.interop.dose_words import dose_in_words
from spinewise.interop.history import read_history
from spinewise.knowledge import BadInput, KnowledgeBase, Problem, findings_from_file, load_knowledge
from spinewise.planning import PlannedDose, doses_for


def run(options: Namespace) -> int:
    """Print the doses of today; with a history those of what stands in it, otherwise the first doses of all."""
    base = load_knowledge()
    findings = assess(findings_from_file(options.facts, base), base, closed=options.unstated == "no").findings
    history = read_history(options.history, base) if options.history else ()
    today = options.today or date.today()  # noqa: DTZ011 - the person's own day
    doses = doses_for(findings, base, history, today)
    names = _asked(options.intervention, base) or sorted({one.intervention for one in history} or base.ladder_of)
    if options.json:
        print_json(doses_document(doses, names, today, base))
    else:
        print_lines(line for name in names for line in _in_words(doses[name], base))
    return 0


def _asked(names: list[str] | None, base: KnowledgeBase) -> list[str]:
    known: Mapping[str, object] = base.interventions
    remedy = "`spinewise knowledge list --kind intervention` names them"
    problems = tuple(Problem("--intervention", name, "is no intervention", remedy) for name in names or () if name not in known)
    if problems:
        raise BadInput(problems)
    return list(names or ())


def _in_words(planned: PlannedDose, base: KnowledgeBase) -> list[str]:
    dose = planned.dose
    head = f"{base.interventions[dose.intervention].name}: {dose.minutes} min; {dose_in_words(dose)}"
    level = f"level {dose.level} of 0 to {dose.levels - 1}, at most {planned.most} for this person" if dose.levels > 1 else ""
    way = [f"{one.on.isoformat()} {one.rule.value}: level {one.from_level} to {one.to_level}" for one in planned.changes]
    return [head, *bullet(filter(None, [level, *(why.says for why in planned.why), *way])), ""]
