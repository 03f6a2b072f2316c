"""A session as plain data, for a page, a file or another language."""

from dataclasses import asdict
from typing import Any

from spinewise.coaching.changing import ADVICE
from spinewise.coaching.records import Session, Step


def as_plain(session: Session) -> dict[str, Any]:
    """The session as nested dicts and lists of texts, numbers and truth values, ready for JSON.

    ``easier`` holds for each intervention the steps that take the place of its own, and ``advice`` what to say after
    each thing that somebody can ask for, so that a page without a connection can do what ``changed`` does.
    """
    return {
        "duration_s": session.duration_s,
        "steps": [step_as_plain(step) for step in session.steps],
        "easier": {name: [step_as_plain(step) for step in steps] for name, steps in session.easier.items()},
        "left_out": list(session.left_out),
        "hurt": list(session.hurt),
        "said": session.advice,
        "ended": session.ended,
        "advice": {what.value: text for what, text in ADVICE.items()},
    }


def picture_of(step: Step) -> str:
    """The name of the picture of a step: its movement, and what is left out of it; empty without a picture."""
    return " ".join((step.movement, *step.without)).strip()


def step_as_plain(step: Step) -> dict[str, Any]:
    """One step as a dict; ``picture`` names its picture."""
    plain = asdict(step)
    plain["picture"] = picture_of(step)
    plain["kind"], plain["side"] = step.kind.value, step.side.value
    return {key: list(value) if isinstance(value, tuple) else value for key, value in plain.items()}
