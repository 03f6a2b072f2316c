"""Writing SVG: elements, animated outlines, and the colours of the house with their fallbacks."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from xml.sax.saxutils import escape, quoteattr

COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "skin": "var(--skin,#e9c3a4)",
        "shirt": "var(--second,#d98a64)",
        "trousers": "var(--accent,#0b5750)",
        "hair": "var(--hair,#4a453d)",
        "gap": "var(--sheet,#fffdf8)",
        "ink": "var(--ink,#22201c)",
        "eye": "#33261f",
        "wood": "var(--line,#cfc5b3)",
        "edge": "var(--edge,#857b69)",
        "wash": "var(--accent-wash,#dcebe6)",
        "soft": "var(--second-wash,#f4dfcd)",
        "linen": "var(--linen,#fffdf8)",
    }
)
"""Colours as the style sheet of the app names them; a picture alone shows the light theme."""

_SPECIAL = re.compile(r"[^\x20-\x7e]|[\"&<>]")


def element(name: str, inside: str = "", **attributes: object) -> str:
    """One element; underlines in attribute names stand for hyphens, and what is None is left out."""
    told = "".join(
        f" {key.rstrip('_').replace('_', '-')}={_quoted(str(value))}" for key, value in attributes.items() if value is not None
    )
    return f"<{name}{told}>{inside}</{name}>" if inside else f"<{name}{told}/>"


def _quoted(value: str) -> str:
    return quoteattr(value) if _SPECIAL.search(value) else f'"{value}"'


def text(words: str) -> str:
    """Words made safe for XML."""
    return escape(words)


class Clock:
    """The times of an animation, ready to be written into every moving element."""

    def __init__(self, time_s: Sequence[float]) -> None:
        self.lasts_s = time_s[-1]
        self._times = ";".join(f"{time / self.lasts_s:.3f}".rstrip("0").rstrip(".") or "0" for time in time_s)

    def travelling(self, values: Sequence[str]) -> str:
        """An endless way of a whole group."""
        still = self.moving("transform", values)
        return still.replace("<animate ", '<animateTransform type="translate" ', 1)

    def stepping(self, attribute: str, values: Sequence[str]) -> str:
        """An endless animation of one attribute that jumps from value to value."""
        return self.moving(attribute, values).replace("<animate ", '<animate calcMode="discrete" ', 1)

    def moving(self, attribute: str, values: Sequence[str]) -> str:
        """An endless animation of one attribute; nothing when it never changes."""
        if all(value == values[0] for value in values):
            return ""
        return (
            f'<animate attributeName="{attribute}" dur="{self.lasts_s:g}s" repeatCount="indefinite" '
            f'keyTimes="{self._times}" values="{";".join(values)}"/>'
        )


def path(values: Sequence[str], clock: Clock | None, **attributes: object) -> str:
    """A path that moves through its values; without a clock it stays at the first."""
    return element("path", clock.moving("d", values) if clock else "", d=values[0], **attributes)
