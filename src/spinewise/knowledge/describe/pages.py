"""Markdown pages, one for each kind of item. Every field of every item is told: nothing can be forgotten here."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from spinewise.knowledge.base import KINDS, KnowledgeBase
from spinewise.knowledge.conditions import Condition
from spinewise.knowledge.describe.to_check import sources_to_check
from spinewise.knowledge.describe.words import label_of, links, plain, title_of

_HEADINGS: Mapping[str, str] = {
    "red-flag": "Danger rules",
    "condition": "What may be behind it",
    "intervention": "Self-care",
    "plan-gate": "When there is no plan",
    "consistency": "Answers that cannot both be right",
}
"""Headings that say more than the name of the folder."""
_IN_THE_HEADING = ("id", "name")


def pages(base: KnowledgeBase) -> Mapping[str, str]:
    """A Markdown page for each kind that holds items, by the name of the kind's folder."""
    return {folder: page_of(kind, base) for kind, (folder, _) in KINDS.items() if base.items[kind]}


def page_of(kind: str, base: KnowledgeBase) -> str:
    """Every item of one kind in words."""
    items = base.items[kind].values()
    lines = [
        f"# {_HEADINGS.get(kind, label_of(KINDS[kind][0]))}",
        "",
        f"{len(items)} items, generated from the knowledge base.",
    ]
    if kind == "source":
        lines += ["", *sources_to_check(base)]
    for item in items:
        lines += ["", f"## {plain(title_of(item))}", "", f"`{item.id}`, in {base.place_of(kind, item.id)}", ""]
        if kind == "programme":
            lines += [f"![{plain(item.name)}]({picture_name(item.id)})", ""]
        lines += _fields(item, base, "")
    return "\n".join(lines) + "\n"


def picture_name(programme: str) -> str:
    """The file that holds the picture of a programme, beside the pages."""
    return f"programme-{programme}.svg"


def _fields(record: msgspec.Struct, base: KnowledgeBase, indent: str) -> Iterator[str]:
    for name in record.__struct_fields__:
        value = getattr(record, name)
        at_top = not indent and name in _IN_THE_HEADING
        if value is not None and value not in ("", ()) and not at_top:
            yield from _field(name, value, base, indent)


def _field(name: str, value: Any, base: KnowledgeBase, indent: str) -> Iterator[str]:
    head = f"{indent}- **{label_of(name)}:**"
    if isinstance(value, msgspec.Struct):
        yield head
        yield from _fields(value, base, indent + "  ")
    elif isinstance(value, tuple) and isinstance(value[0], msgspec.Struct):
        yield head
        for place, part in enumerate(value, start=1):
            yield f"{indent}  {place}."
            yield from _fields(part, base, indent + "     ")
    elif isinstance(value, tuple) and any(str(part).endswith(".") for part in value):
        yield head
        yield from (f"{indent}  - {plain(str(sentence))}" for sentence in value)
    else:
        yield f"{head} {_inline(name, value, base)}"


def _inline(name: str, value: Any, base: KnowledgeBase) -> str:
    if name == "sources":
        return links(value, base)
    if name == "source":
        return links((value,), base)
    if name == "url":
        return f"<{value}>"
    if name in ("findings", "members"):
        return "; ".join(plain(base.name_of(finding)) for finding in value)
    return plain(_said(value, base))


def _said(value: Any, base: KnowledgeBase) -> str:
    if isinstance(value, Condition):
        return value.describe(base)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(_said(part, base) for part in value)
    if isinstance(value, Mapping):
        return "; ".join(f"{key} {_said(part, base)}" for key, part in value.items())
    if isinstance(value, list):
        return " and ".join(_said(part, base) for part in value)
    return f"{value:g}" if isinstance(value, float) else str(value)
