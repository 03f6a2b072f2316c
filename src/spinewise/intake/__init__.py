"""The interview: which question next, and when enough is known."""

from spinewise.intake.interview import Answered, Interview, Purpose, Step, askable, next_step
from spinewise.intake.playing import play

__all__ = ["Answered", "Interview", "Purpose", "Step", "askable", "next_step", "play"]
