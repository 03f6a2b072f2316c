"""The parts of a page of the reference."""

from dataclasses import dataclass

from spinewise.web.presenters.words import SourceView


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to another page of the reference."""

    kind: str
    id: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a page. ``folded`` parts open when somebody wants them."""

    title: str
    texts: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    refs: tuple[Ref, ...] = ()
    sources: tuple[SourceView, ...] = ()
    folded: bool = False

    @property
    def filled(self) -> bool:
        """Does it hold anything?"""
        return bool(self.texts or self.points or self.facts or self.refs)


@dataclass(frozen=True, slots=True)
class Tag:
    """A short word with a colour, such as a verdict."""

    colour: str
    words: str


@dataclass(frozen=True, slots=True)
class ItemPage:
    """A whole page. ``address`` leads to the publication itself, for a source."""

    kind: str
    id: str
    title: str
    lead: str
    sections: tuple[Section, ...]
    sources: tuple[SourceView, ...] = ()
    tag: Tag | None = None
    care: str = ""
    address: str = ""
    backlinks: tuple[Section, ...] = ()
    picture: str = ""
    picture_words: str = ""

    @property
    def parts(self) -> tuple[Section, ...]:
        """The parts that hold something."""
        return tuple(section for section in self.sections if section.filled)


def facts(*pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The facts that are known."""
    return tuple((name, value) for name, value in pairs if value)
