"""A guided session: steps one after the other, each with its time, its picture and its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class StepKind(StrEnum):
    """What a step asks of somebody."""

    PREPARE = "prepare"
    MOVE = "move"
    HOLD = "hold"
    CHANGE_SIDE = "change-side"
    REST = "rest"
    BREATHE = "breathe"
    READ = "read"


class Side(StrEnum):
    """Which side of the body; ``BOTH`` where a movement has no other side."""

    BOTH = "both"
    FIRST = "first"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Cue:
    """Something short to say. ``at_s`` counts from the begin of a repetition where there is one, else of the step."""

    at_s: float
    says: str


@dataclass(frozen=True, slots=True)
class BreathPart:
    """One part of a breath: ``in``, ``hold`` (full), ``out`` or ``rest`` (empty), and how long it lasts."""

    do: str
    lasts_s: float


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a session.

    ``duration_s`` is ``None`` where the person decides when to go on; ``usual_s`` is then what it usually takes, else the
    same. ``says`` is the one text to speak and show large; ``guide`` is the longer list to show beside it.
    """

    kind: StepKind
    intervention: str
    name: str
    says: str
    usual_s: float
    duration_s: float | None
    movement: str = ""
    still: bool = False
    """The figure stands still (getting ready, rest)."""
    side: Side = Side.BOTH
    set_number: int = 0
    sets: int = 0
    """Which set of how many; 0 for steps outside sets."""
    repetitions: int = 0
    """How many times in this step; 0 where time counts."""
    repetition_s: float = 0.0
    hold_at_s: float = 0.0
    hold_s: float = 0.0
    """Within a repetition: when the long pose is reached, and how long it is held."""
    figure_waits_s: float = 0.0
    """How much longer than its own picture a repetition is held; the picture waits at ``hold_at_s``. Below 0: less."""
    cues: tuple[Cue, ...] = ()
    breath: tuple[BreathPart, ...] = ()
    guide: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    """Things to have at hand."""
    changes: tuple[str, ...] = ()
    """What safety asks this person to do differently."""
    said_first: tuple[str, ...] = ()
    """What to say before ``says``: the changes that picture and cues do not follow by themselves."""
    without: tuple[str, ...] = ()
    """What is left out of the picture, because this person must not do it."""
    gone: tuple[str, ...] = ()
    """Parts of a set that are left out for this person, in sentences."""
    stop_signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """The steps in order, and what may take their place."""

    steps: tuple[Step, ...]
    easier: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    """For an intervention the steps of its easier form; none where there is nothing easier that safety allows."""
    left_out: tuple[str, ...] = ()
    """What was asked for and is not in it, because safety does not offer it."""
    hurt: tuple[str, ...] = ()
    """Where somebody said that it hurts, in order."""
    advice: str = ""
    """What to say after the last change; empty before any."""
    ended: bool = False
    """Stopped for good: no more steps, only advice."""

    @property
    def duration_s(self) -> float:
        """How long it usually takes."""
        return sum(step.usual_s for step in self.steps)

    @property
    def interventions(self) -> tuple[str, ...]:
        """What is done, each once, in the order of the steps."""
        return tuple(dict.fromkeys(step.intervention for step in self.steps))
