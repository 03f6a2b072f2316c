"""The generated reference: every item of the knowledge base in words, with its evidence and sources."""

from spinewise.knowledge.describe.diagram import programme_in_words, programme_svg
from spinewise.knowledge.describe.pages import page_of, pages, picture_name
from spinewise.knowledge.describe.to_check import citations, reason_to_check
from spinewise.knowledge.describe.words import title_of

__all__ = [
    "citations",
    "page_of",
    "pages",
    "picture_name",
    "programme_in_words",
    "programme_svg",
    "reason_to_check",
    "title_of",
]
