"""How long one repetition of a movement lasts for a dose, and when its words are said."""

from dataclasses import dataclass

from spinewise.coaching.records import Cue
from spinewise.knowledge import Dose
from spinewise.knowledge.records import Movement

LONG_HOLD_S = 8.0
"""From here a repetition is something to stay in, not something to count."""
INTO_AND_OUT_S = 6.0
"""Getting into a hold and out of it, where no movement tells."""
LEAST_HOLD_S = 1.0
SPOKEN_HOLD_S = 5.0
_SOON_OVER_S = 2.0


@dataclass(frozen=True, slots=True)
class Pace:
    """One repetition: its length, its long pose, how much longer than the picture it lasts, its words."""

    repetition_s: float
    hold_at_s: float
    hold_s: float
    figure_waits_s: float
    cues: tuple[Cue, ...]

    @property
    def is_hold(self) -> bool:
        """Is it something to stay in?"""
        return self.hold_s >= LONG_HOLD_S


def pace_of(dose: Dose, movement: Movement | None) -> Pace | None:
    """The pace of one repetition; ``None`` where nothing tells it, so that only time counts."""
    if movement is None or (len(movement.poses) == 1 and not dose.hold_s):
        return _without_picture(dose.hold_s) if dose.hold_s else None
    longest = max(range(len(movement.poses)), key=lambda number: movement.poses[number].hold_s)
    pose = movement.poses[longest]
    held = max(dose.hold_s, LEAST_HOLD_S) if dose.hold_s else pose.hold_s
    waits = held - pose.hold_s
    cues = tuple(
        Cue(round(other.at_s + (waits if number > longest else 0.0), 2), other.says)
        for number, other in enumerate(movement.poses)
    )
    return Pace(movement.lasts_s + waits, pose.at_s, held, waits, (*cues, *_end_of(pose.at_s, held, longest, movement)))


def _without_picture(hold_s: float) -> Pace:
    into = INTO_AND_OUT_S / 2
    return Pace(hold_s + INTO_AND_OUT_S, into, hold_s, 0.0, (Cue(into, "Hold."), Cue(into + hold_s, "Let go.")))


def _end_of(at_s: float, held_s: float, longest: int, movement: Movement) -> tuple[Cue, ...]:
    """A word to come out of a long hold, where no next pose says one soon."""
    later = movement.poses[longest + 1 :]
    if held_s < SPOKEN_HOLD_S or (later and later[0].at_s - at_s - movement.poses[longest].hold_s < _SOON_OVER_S):
        return ()
    return (Cue(round(at_s + held_s, 2), "Slowly back."),)
