"""The figure itself, moving or still."""

from collections.abc import Mapping, Sequence

import numpy as np

from spinewise.movement.drawing.camera import UNITS_PER_M, Camera
from spinewise.movement.drawing.outline import open_paths
from spinewise.movement.drawing.parts import Drawn, draw_parts
from spinewise.movement.drawing.svg import COLOURS, Clock, element, path
from spinewise.movement.flesh import Flesh
from spinewise.movement.skeleton import Array, Posed

GAP = 0.008 * UNITS_PER_M
FAR_M = 0.1
"""A limb that is so much farther than its twin lies in the shade."""
SPINE_SHOWS_BELOW = 0.5
"""The spine is drawn unless the front of the trunk looks at the eye: the cosine between the two."""
_SPINE = ("pelvis", "lumbar2", "lumbar4", "thoracic1", "thoracic3", "thoracic5", "neck1", "neck3", "head")


def draw_figure(
    posed: Posed,
    flesh: Flesh,
    camera: Camera,
    clock: Clock | None,
    prefix: str,
    breath: Array,
    between: Mapping[str, str],
) -> str:
    """All groups of the body as SVG, from the farthest to the nearest.

    ``prefix`` keeps the ids of pictures apart; ``between`` holds things to draw just behind a group.
    """
    groups = draw_parts(posed, flesh, camera, breath)
    near = {drawn.name: drawn.nearness_m for drawn in groups}
    written = []
    for drawn in groups:
        other = near.get(drawn.name[:-1] + {"r": "l", "l": "r"}.get(drawn.name[-1], ""), -np.inf)
        written.append(
            between.get(drawn.name, "") + _group(drawn, clock, f"{prefix}{drawn.name}", far=drawn.nearness_m < other - FAR_M)
        )
        written.append(_spine(posed, camera, clock) if drawn.name == "trunk" else "")
    return "".join(written)


def _group(drawn: Drawn, clock: Clock | None, name: str, *, far: bool) -> str:
    names = [f"{name}-{number}" for number in range(len(drawn.layers))]
    gaps = "".join(element("use", href=f"#{one}", stroke=COLOURS["gap"], stroke_width=f"{2 * GAP:.0f}") for one in names)
    layers = "".join(
        element("g", element("g", _outlines(layer.paths, clock), id=one), fill=COLOURS[layer.cloth])
        for one, layer in zip(names, drawn.layers, strict=True)
    )
    shade = ""
    if far:
        shade = element("g", "".join(element("use", href=f"#{one}") for one in names), fill="#000", opacity="0.16")
    return element("g", gaps + layers + shade, stroke_linejoin="round")


def _outlines(paths: Sequence[Sequence[str]], clock: Clock | None) -> str:
    return "".join(path(values, clock) for values in paths)


def _spine(posed: Posed, camera: Camera, clock: Clock | None) -> str:
    """The spine as a row of beads, a little in front of the skin of the back."""
    front = posed.orientation[:, posed.skeleton.place["thoracic1"], :, 0]
    if float((front @ camera.towards).mean()) > SPINE_SHOWS_BELOW:
        return ""
    points: Array = np.stack([posed.point(joint, (-0.012, 0.0, 0.0)) for joint in _SPINE[1:-1]], axis=1)
    look = {"fill": "none", "stroke": COLOURS["gap"], "stroke_linecap": "round", "opacity": "0.75"}
    return path(open_paths(camera.project(points)), clock, stroke_width="6", stroke_dasharray="0.1 11", **look)
