"""Time: key poses with holds become frames; between them every angle runs smoothly (its speed never jumps)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from spinewise.movement.skeleton import Array

TURN_PER_FRAME_DEG = 13.0
FEWEST_STEPS, MOST_STEPS = 4, 8
BREATH_S = 4.0
"""One breath in a hold lasts about so long."""


@dataclass(frozen=True, eq=False)
class Timeline:
    """Times of the frames, and for each frame the key pose before it and how far it is from there to the next (0 to 1)."""

    time_s: Array
    before: tuple[int, ...]
    is_key: tuple[bool, ...]
    knots_s: Array
    """Arrival and leaving of each key pose, and the return of the first: the times between which angles are interpolated."""
    knot_pose: tuple[int, ...]
    breathing: tuple[float, ...]
    """1 where a long hold breathes in."""


def lay_out(at_s: Sequence[float], hold_s: Sequence[float], lasts_s: float, keys: Array) -> Timeline:
    """Frames for key poses (poses x coordinates); the first pose comes back at ``lasts_s``."""
    knots, poses = [], []
    frames: list[tuple[float, int, bool, float]] = []
    count = len(at_s)
    for pose in range(count):
        leave = at_s[pose] + hold_s[pose]
        arrivals = [at_s[pose], leave] if hold_s[pose] > 0 else [at_s[pose]]
        knots += arrivals
        poses += [pose] * len(arrivals)
        frames += [(at_s[pose], pose, True, 0.0), *_breaths(at_s[pose], hold_s[pose], pose)]
        after = at_s[pose + 1] if pose + 1 < count else lasts_s
        widest = float(np.abs(keys[(pose + 1) % count] - keys[pose]).max())
        steps = int(np.clip(np.ceil(widest / TURN_PER_FRAME_DEG), FEWEST_STEPS, MOST_STEPS)) if widest > 0.01 else 1
        frames += [(leave + (after - leave) * step / steps, pose, False, 0.0) for step in range(1, steps)]
    times, before, is_key, breathing = zip(*frames, (lasts_s, count - 1, True, 0.0), strict=True)
    return Timeline(np.array(times), before, is_key, np.array([*knots, lasts_s]), (*poses, 0), breathing)


def _breaths(at_s: float, hold_s: float, pose: int) -> list[tuple[float, int, bool, float]]:
    """Frames of a hold: its end, and before it breath in and out in turn."""
    if hold_s <= 0:
        return []
    halves = 2 * round(hold_s / BREATH_S) or 1
    return [
        (at_s + hold_s * half / halves, pose, True, float(half % 2) if halves > 1 else 0.0) for half in range(1, halves + 1)
    ]


def interpolate(timeline: Timeline, keys: Array, *, still: Sequence[bool]) -> Array:
    """Every frame of a table (poses x columns) by cubic curves that never overshoot (Fritsch and Carlson, 1980)."""
    values = keys[list(timeline.knot_pose)]
    slopes = _slopes(timeline.knots_s, values)
    at_rest = [still[pose] for pose in timeline.knot_pose]
    slopes[at_rest] = 0.0
    place = np.clip(np.searchsorted(timeline.knots_s, timeline.time_s, side="right") - 1, 0, len(values) - 2)
    width = np.diff(timeline.knots_s)[place][:, None]
    part = ((timeline.time_s - timeline.knots_s[place])[:, None]) / width
    square, cube = part**2, part**3
    result: Array = (
        values[place] * (2 * cube - 3 * square + 1)
        + slopes[place] * width * (cube - 2 * square + part)
        + values[place + 1] * (3 * square - 2 * cube)
        + slopes[place + 1] * width * (cube - square)
    )
    return result


def _slopes(knots: Array, values: Array) -> Array:
    """Slopes at the knots of a curve that comes back to its beginning."""
    widths = np.diff(knots)[:, None]
    rises = np.diff(values, axis=0) / widths
    before, after = np.roll(rises, 1, axis=0), rises
    wide_before, wide_after = np.roll(widths, 1, axis=0), widths
    weight_a, weight_b = 2 * wide_after + wide_before, wide_after + 2 * wide_before
    same = before * after > 0
    safe = np.where(same, before, 1.0), np.where(same, after, 1.0)
    inner = np.where(same, (weight_a + weight_b) / (weight_a / safe[0] + weight_b / safe[1]), 0.0)
    return np.concatenate([inner, inner[:1]])
