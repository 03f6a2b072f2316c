"""Pictures for paper: the still steps of a movement, and a QR code, as SVG that the typesetter can draw."""

import re

import segno

from spinewise.knowledge import KnowledgeBase
from spinewise.movement import figure_svg, movement_of

_WITH_FALLBACK = re.compile(r"var\(\s*--[\w-]+\s*,\s*([^()]+)\)")
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


def steps_picture(intervention: str, base: KnowledgeBase) -> str:
    """The steps of a thing side by side; empty where no movement shows it."""
    if movement_of(base, intervention) is None:
        return ""
    return for_paper(figure_svg(base, intervention, steps=True, standalone=False))


def for_paper(svg: str) -> str:
    """The picture in its light colours: the typesetter knows neither style sheets nor variables."""
    return _STYLE.sub("", _WITH_FALLBACK.sub(r"\1", svg))


def qr_picture(address: str) -> str:
    """A QR code of an address, with the white edge that readers need."""
    code = segno.make(address, error="m", micro=False)
    return str(code.svg_inline(border=4, dark="#000", light="#fff", omitsize=True))
