"""Full-text search over the knowledge base: one index in the database, made anew whenever the content is another."""

from spinewise.records.search.index import index_of, search
from spinewise.records.search.records import Document, Engine, Found, Hit, Query

__all__ = ["Document", "Engine", "Found", "Hit", "Query", "index_of", "search"]
