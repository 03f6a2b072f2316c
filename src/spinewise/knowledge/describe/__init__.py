"""The generated reference: every item of the knowledge base in words, with its evidence and sources."""

from spinewise.knowledge.describe.pages import page_of, pages
from spinewise.knowledge.describe.to_check import citations, reason_to_check
from spinewise.knowledge.describe.words import title_of

__all__ = ["citations", "page_of", "pages", "reason_to_check", "title_of"]
