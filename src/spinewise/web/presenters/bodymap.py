"""The drawn body: a front and a back view, each place a shape that can be tapped.

Shapes are drawn for the left half of the picture and mirrored; those that lie on the middle line are drawn whole.
The picture is a second face of real checkboxes: each shape sits in the label of its checkbox, so it works without
any script.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WIDTH, HEIGHT = 200, 450


@dataclass(frozen=True, slots=True)
class Shape:
    """The outline of one place. ``mirrored`` shapes appear on both sides."""

    place: str
    path: str
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One view of the body; later shapes lie on top of earlier ones."""

    id: str
    name: Promise
    shapes: tuple[Shape, ...]


_ARM = Shape(
    "arm",
    "M46 112 C40 128 36 146 34 164 C31 182 28 198 26 216 L39 219 C43 203 48 186 51 168 C55 152 58 "
    "134 59 116 C55 110 50 109 46 112 Z",
    True,
)
_HAND = Shape("hand", "M25.5 219 L38.5 222 C41 232 40 244 35 252 C31 258 24 256 22 248 C20 238 22 228 25.5 219 Z", True)
_SHOULDER = Shape("shoulder", "M79 80 C66 84 52 86 47 98 C45 102 45.5 106 46 109 C51 106 56 107 60 112 L66 104 L72 90 Z", True)
_NECK = "M88.5 60 C89 68 87 74 80 78 L120 78 C113 74 111 68 111.5 60 C107 65 104 66 100 66 C96 66 93 65 88.5 60 Z"
_LEG = Shape("leg", "M64 325 L94 325 C97 346 93 378 88.5 409 L72 409 C65 386 59 352 64 325 Z", True)
_FOOT = Shape("foot", "M71.5 412 L88.5 412 C89 420 91 428 89 434 C86 441 66 442 59 437 C58 430 69 424 71.5 412 Z", True)

FRONT = Figure(
    "front",
    _("From the front"),
    (
        Shape(
            "head", "M100 7 C84 7 77 19 78 34 C78.4 40 79.5 44 81 47 L119 47 C120.5 44 121.6 40 122 34 C123 19 116 7 100 7 Z"
        ),
        Shape("jaw", "M81.5 49.5 C84 57 92 64 100 64 C108 64 116 57 118.5 49.5 Z"),
        Shape("neck", _NECK),
        _SHOULDER,
        _ARM,
        _HAND,
        Shape(
            "chest",
            "M81 80 L119 80 L127 90 L133 105 L139 114 C138 126 137 132 136 138 L64 138 C63 132 62 126 61 114 L67 105 L73 90 Z",
        ),
        Shape(
            "abdomen",
            "M64.5 140.5 L135.5 140.5 C134 154 133.5 164 134.5 174 C135.5 184 137.5 190 139 196 L61 196 "
            "C62.5 190 64.5 184 65.5 174 C66.5 164 66 154 64.5 140.5 Z",
        ),
        Shape("hip", "M60.5 198.5 L68 198.5 L78 222 L75 240 L54.5 240 C54.5 224 57 210 60.5 198.5 Z", True),
        Shape("pelvis", "M70.5 198.5 L129.5 198.5 L120 220 L80 220 Z"),
        Shape("groin", "M80 222.5 L120 222.5 L122 240 L103 251 Q100 253 97 251 L78 240 Z"),
        Shape(
            "thigh",
            "M54.5 242.5 L76.5 242.5 L97.5 254.5 C98.5 280 97 302 94 322.5 L64.5 322.5 C58 298 54 268 54.5 242.5 Z",
            True,
        ),
        _LEG,
        _FOOT,
    ),
)
BACK = Figure(
    "back",
    _("From behind"),
    (
        Shape(
            "head",
            "M100 7 C84 7 77 19 78 34 C78.6 44 82 51 87 57.5 C91 62 95 63.5 100 63.5 C105 63.5 109 62 113 "
            "57.5 C118 51 121.4 44 122 34 C123 19 116 7 100 7 Z",
        ),
        Shape("neck", _NECK),
        _SHOULDER,
        _ARM,
        _HAND,
        Shape("upper-back", "M81 80 L119 80 L127 90 L133 105 L138 113 L138 118 L62 118 L62 113 L67 105 L73 90 Z"),
        Shape("shoulder-blade", "M71 94 C77 91 86 93 91 97 C92 108 88 124 81 131 C73 128 67 112 67 103 Z", True),
        Shape(
            "mid-back",
            "M62.5 120.5 L72 120.5 C75 127 78 131 81 133.5 C87 130 90 125 92 120.5 L108 120.5 C110 125 113 "
            "130 119 133.5 C122 131 125 127 128 120.5 L137.5 120.5 C137 128 136.5 136 135.5 146 L64.5 146 "
            "C63.5 136 63 128 62.5 120.5 Z",
        ),
        Shape("flank", "M65 148.5 L78 148.5 L78 184 L63.5 184 C65.5 174 66.5 162 65 148.5 Z", True),
        Shape("low-back", "M80.5 148.5 L119.5 148.5 L119.5 184 L80.5 184 Z"),
        Shape("hip", "M63 186.5 L72 186.5 C63 196 61 214 62 238 L54.5 238 C55 218 58.5 202 63 186.5 Z", True),
        Shape("buttock", "M75 186.5 L98.5 186.5 L98.5 232 C94 246 72 248 64.5 238 C63 214 66 196 75 186.5 Z", True),
        Shape("sacrum", "M83 186.5 L117 186.5 L107 210 L93 210 Z"),
        Shape("tailbone", "M93.5 212.5 L106.5 212.5 L103 226 Q100 229 97 226 Z"),
        Shape(
            "thigh",
            "M54.5 241 L62 241 C72 250 90 250 97.5 242 C98.5 274 97 302 94 322.5 L64.5 322.5 C58 298 54 266 54.5 241 Z",
            True,
        ),
        Shape("saddle", "M94 231 C97 229.5 103 229.5 106 231 C108 240 106 250 100 254 C94 250 92 240 94 231 Z"),
        _LEG,
        _FOOT,
    ),
)
FIGURES = (FRONT, BACK)

GROUPS = (
    (
        _("The back"),
        ("upper-back", "shoulder-blade", "mid-back", "low-back", "flank", "sacrum", "tailbone", "back-unspecified"),
    ),
    (_("Head, neck and shoulders"), ("head", "jaw", "neck", "shoulder")),
    (_("Arms and hands"), ("arm", "hand")),
    (_("Chest and belly"), ("chest", "abdomen")),
    (_("Hips and between"), ("buttock", "hip", "groin", "pelvis", "saddle")),
    (_("Legs and feet"), ("thigh", "leg", "foot")),
    (_("Elsewhere"), ("whole-body",)),
)
"""Headings of the list beside the picture, with the places under each."""
