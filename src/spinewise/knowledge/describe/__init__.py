"""The generated reference: every item of the knowledge base in words, with its evidence and sources."""

from spinewise.knowledge.describe.pages import page_of, pages
from spinewise.knowledge.describe.words import title_of

__all__ = ["page_of", "pages", "title_of"]
