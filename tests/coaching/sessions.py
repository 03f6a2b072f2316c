"""Random sessions over the real knowledge base, and what the laws measure in them."""

from collections.abc import Iterable
from random import Random

from hypothesis import strategies as st

from spinewise.coaching import Session, Step, StepKind
from spinewise.knowledge import Dose, load_knowledge, usual_dose
from spinewise.knowledge.records import Intervention

BASE = load_knowledge()
WORK = frozenset({StepKind.MOVE, StepKind.HOLD, StepKind.BREATHE})


def a_dose(item: Intervention, chance: Random) -> Dose:
    """A dose of an intervention that could come from anywhere: its usual one, or other numbers."""
    usual = usual_dose(item)
    if chance.random() < 0.4:
        return usual
    return Dose(
        item.id,
        chance.randint(1, 30),
        usual.intensity,
        chance.choice([None, 1, 2, 3]),
        chance.choice([None, 1, 5, 12]),
        chance.choice([None, 0.5, 3.0, 12.0, 45.0]),
    )


def _some(seed: int) -> tuple[Dose, ...]:
    chance = Random(seed)
    items = chance.sample(sorted(BASE.interventions), chance.randint(1, 9))
    return tuple(a_dose(BASE.interventions[name], chance) for name in items)


some_doses = st.integers(0, 2**32 - 1).map(_some)


def work_s(steps: Iterable[Step]) -> float:
    """Seconds of moving, holding and breathing."""
    return sum(step.usual_s for step in steps if step.kind in WORK)


def load_of(steps: Iterable[Step]) -> tuple[float, int, int]:
    """How much is asked of the body: seconds of work, repetitions, and hardest load."""
    known = [step for step in steps if step.kind in WORK]
    times = sum(step.repetitions for step in known if step.kind is not StepKind.BREATHE)
    hardest = max((BASE.interventions[step.intervention].load for step in known), default=0)
    return work_s(known), times, hardest


def kinds(session: Session) -> list[str]:
    """The kinds of the steps, as words."""
    return [step.kind.value for step in session.steps]
