"""The interview: which question next, and when enough is known."""

from spinewise.intake.asking import Askable, askable
from spinewise.intake.interview import Answered, Interview, Purpose, Step, next_step
from spinewise.intake.playing import play

__all__ = ["Answered", "Askable", "Interview", "Purpose", "Step", "askable", "next_step", "play"]
