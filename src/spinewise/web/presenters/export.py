"""What the file for taking along holds, before it is made."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

SECTIONS = {
    "person": gettext_lazy("Your name, country and the day you came"),
    "interviews": gettext_lazy("Your checks with their answers"),
    "events": gettext_lazy("What your checks led to, day by day"),
    "days": gettext_lazy("Your number for each day"),
    "week": gettext_lazy("Your wishes for the week"),
    "changes": gettext_lazy("When something was stored"),
}


@dataclass(frozen=True, slots=True)
class PreviewView:
    """The parts of the file with how much is in them, and the file itself as text."""

    parts: tuple[tuple[str, str], ...]
    text: str


def export_preview(document: Mapping[str, Any]) -> PreviewView:
    """A preview of the document that will be written, which holds nothing private."""
    kept = {key: value for key, value in document.items() if isinstance(value, dict | list)}
    parts = tuple((str(SECTIONS.get(key, key.replace("_", " ").capitalize())), _size(value)) for key, value in kept.items())
    return PreviewView(parts, json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True))


def _size(value: Any) -> str:
    return _("%(n)s in all") % {"n": len(value)} if isinstance(value, list) else _("as it stands")
