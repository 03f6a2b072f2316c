"""The reasons of a planned thing, in plain words."""

from collections.abc import Mapping

from spinewise.knowledge.records import Intervention
from spinewise.planning.dosing import version_reason
from spinewise.planning.eligibility import Circumstances, best_help
from spinewise.planning.programmes import preference
from spinewise.planning.records import Why
from spinewise.safety import Clearance

CERTAINTY_WORDS: Mapping[str, str] = {
    "high": "We are sure of this",
    "moderate": "We are fairly sure of this",
    "low": "We are not very sure of this",
    "very-low": "We are far from sure of this",
}
DIRECTION_WORDS: Mapping[str, str] = {
    "helps": "Studies suggest that it helps",
    "no-effect": "Studies found little effect",
    "unclear": "It is not known whether it helps",
}


def reasons_for(item: Intervention, now: Circumstances) -> tuple[Why, ...]:
    """For whom it helps, how sure that is, why this dose, and each change that safety asks for."""
    line = best_help(item, now)
    helps = []
    if line is not None:
        findings = tuple(dict.fromkeys(leaf.finding for leaf in line.when.reasons(now.findings)))
        helps.append(Why(line.because, findings, line.sources or item.sources))
    part = preference(item, now.programme)
    belongs = [Why(f"It belongs to this part of your programme. {part.because}", (), part.sources)] if part else []
    wished = [Why("You like it.")] if item.id in now.wishes.preferred else []
    wished += [Why("You did it lately, so you can build on it.")] if item.id in now.wishes.familiar else []
    wished += [Why("It is for ease, because of a bad day this week.")] if item.id in now.wishes.eases else []
    version, dose = version_reason(item, now.doses, now.base), now.doses[item.id].why
    return (*helps, *belongs, *wished, *version, _evidence(item), *dose, *_changes(now.clearances[item.id]))


def changes_for(clearance: Clearance) -> tuple[str, ...]:
    """What safety asks to do differently."""
    return tuple(dict.fromkeys(ground.change for ground in clearance.grounds if ground.change))


def _evidence(item: Intervention) -> Why:
    evidence = item.evidence
    says = f"{DIRECTION_WORDS[evidence.direction]}. {CERTAINTY_WORDS[evidence.certainty]}. {evidence.says}"
    return Why(says, (), evidence.sources)


def _changes(clearance: Clearance) -> tuple[Why, ...]:
    changing = [ground for ground in clearance.grounds if ground.change]
    return tuple(Why(f"{ground.change} {ground.because}", ground.findings, ground.sources) for ground in changing)
