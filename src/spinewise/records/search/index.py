"""The index of a knowledge base, and the one way to search it.

An index is a table whose name is a hash of the content and of the code that fills it. Other content has another name, so
a search can never be answered from a stale index: the table is there for just this content, or it is made first.
"""

import hashlib
from functools import cache
from pathlib import Path

from django.db import connection

from spinewise.knowledge import KnowledgeBase
from spinewise.records.search.documents import documents_of
from spinewise.records.search.postgresql import PostgresqlSearch
from spinewise.records.search.records import Engine, Found, Query
from spinewise.records.search.sqlite import PREFIX, SqliteSearch
from spinewise.records.search.words import words_of

MOST_HITS = 40
_ENGINES: dict[str, Engine] = {"sqlite": SqliteSearch(), "postgresql": PostgresqlSearch()}


def search(query: Query, base: KnowledgeBase, most: int = MOST_HITS) -> Found:
    """The best hits for a query. When no item of any kind holds every word, those that hold some of them."""
    table, engine = index_of(base), _engine()
    words = words_of(query.text)
    if query.text.strip() and not words:
        return Found()
    found = engine.find(table, words, query, every=True, most=most)
    if found.total or len(words) < 2:
        return found
    return engine.find(table, words, query, every=False, most=most)


def index_of(base: KnowledgeBase) -> str:
    """The name of the index of this content, which is made when it is not there.

    Raises:
        ValueError: for a base that nobody read from files: without the key of its content nothing tells old from new.
    """
    if not base.content_key:
        raise ValueError("a knowledge base without a content key cannot be indexed: load it from its files")
    table = f"{PREFIX}{_key(base.content_key)}"
    engine = _engine()
    if not engine.there(table):
        engine.make(table, documents_of(base))
    return table


@cache
def _key(content_key: str) -> str:
    digest = hashlib.blake2b(content_key.encode(), digest_size=12)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _engine() -> Engine:
    return _ENGINES[connection.vendor]
