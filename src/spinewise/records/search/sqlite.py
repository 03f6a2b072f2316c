"""The index in SQLite: one FTS5 table, stemmed, ranked by BM25 with more weight on names."""

from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from typing import Any

from django.db import connection, transaction

from spinewise.records.search.records import HIT_BEGINS, HIT_ENDS, Alternatives, Document, Found, Hit, Query
from spinewise.records.search.weights import KIND_WEIGHTS
from spinewise.records.search.words import SHORTEST_PREFIX

PREFIX = "spinewise_search_"
_COLUMNS = ("kind", "item", "certainty", "complaints", "people", "weight", "title", "also", "summary", "body", "signs")
_PLAIN = frozenset(("kind", "item", "certainty", "complaints", "people", "weight"))
_TITLE, _BODY = _COLUMNS.index("title"), _COLUMNS.index("body")
_RANK = "bm25({table}, 0, 0, 0, 0, 0, 0, 8.0, 6.0, 3.0, 1.0, 0.5) * weight"
_EXCERPT_WORDS = 24


class SqliteSearch:
    """Search by SQLite's own full-text index."""

    def there(self, table: str) -> bool:
        """Does this index exist?"""
        return bool(_rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = %s", [table]))

    def make(self, table: str, documents: tuple[Document, ...]) -> None:
        """Make an index and drop every other one; all of it or nothing."""
        with transaction.atomic(), closing(connection.cursor()) as cursor:
            if self.there(table):
                return
            for (old,) in _rows(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE %s AND sql LIKE %s",
                [f"{PREFIX}%", "CREATE VIRTUAL%"],
            ):
                cursor.execute(f'DROP TABLE "{old}"')
            columns = ", ".join(f"{name} UNINDEXED" if name in _PLAIN else name for name in _COLUMNS)
            tokens = "tokenize = 'porter unicode61 remove_diacritics 2', prefix = '3 4 5'"
            cursor.execute(f"CREATE VIRTUAL TABLE {table} USING fts5({columns}, {tokens})")
            marks = ", ".join(["%s"] * len(_COLUMNS))
            cursor.executemany(f"INSERT INTO {table} VALUES ({marks})", [_row(document) for document in documents])  # noqa: S608

    def find(self, table: str, words: tuple[Alternatives, ...], query: Query, *, every: bool, most: int) -> Found:
        """The best hits for words that must all be there (``every``) or of which one is enough."""
        where, values = _where(table, words, query, every=every)
        rank = _RANK.format(table=table) if words else "weight DESC, rowid"
        ranked = _rows(f"SELECT rowid, kind FROM {table} WHERE {where} ORDER BY {rank}", values)  # noqa: S608
        best = [int(row) for row, kind in ranked if query.kind in ("", kind)][:most]
        return Found(_hits(table, words, best, every=every), tuple(Counter(str(kind) for _row, kind in ranked).items()), every)


def _hits(table: str, words: tuple[Alternatives, ...], best: list[int], *, every: bool) -> tuple[Hit, ...]:
    """The hits in full. Marking them is dear, so it is done only for the best."""
    matched, asked = (f"{table} MATCH %s AND ", [match_of(words, every=every)]) if words else ("", [])
    shown = _shown(table) if words else "title, summary"
    chosen = f"{matched}rowid IN ({', '.join(map(str, best)) or 'NULL'})"
    rows = {row[0]: row[1:] for row in _rows(f"SELECT rowid, kind, item, {shown} FROM {table} WHERE {chosen}", asked)}  # noqa: S608
    return tuple(Hit(*rows[one]) for one in best)


def match_of(words: Iterable[Alternatives], *, every: bool) -> str:
    """The FTS5 expression: each word whole (stemmed) or as a beginning, with its neighbours."""
    return (" AND " if every else " OR ").join(f"({' OR '.join(_forms(ones))})" for ones in words)


def _forms(alternatives: Alternatives) -> list[str]:
    typed = alternatives[0]
    beginning = [f'"{typed}"*'] if len(typed) >= SHORTEST_PREFIX else []
    return [*(f'"{word}"' for word in alternatives), *beginning]


def _where(table: str, words: tuple[Alternatives, ...], query: Query, *, every: bool) -> tuple[str, list[Any]]:
    parts, values = ["1"], list[Any]()
    if words:
        parts, values = [f"{table} MATCH %s"], [match_of(words, every=every)]
    for column, wish in (("complaints", query.complaint), ("people", query.group), ("certainty", query.certainty)):
        if wish:
            open_to_all = " OR complaints = ''" if column == "complaints" else ""
            parts.append(f"({column} LIKE %s{open_to_all})")
            values.append(f"% {wish} %")
    return " AND ".join(parts), values


def _shown(table: str) -> str:
    marks = f"char({ord(HIT_BEGINS)}), char({ord(HIT_ENDS)})"
    return f"highlight({table}, {_TITLE}, {marks}), snippet({table}, {_BODY}, {marks}, '…', {_EXCERPT_WORDS})"


def _row(document: Document) -> tuple[Any, ...]:
    def listed(values: tuple[str, ...]) -> str:
        return f" {' '.join(values)} " if values else ""

    return (
        document.kind,
        document.id,
        listed((document.certainty,)) if document.certainty else "",
        listed(document.complaints),
        listed(document.groups),
        KIND_WEIGHTS.get(document.kind, 1.0),
        document.title,
        document.also,
        document.summary,
        document.body,
        document.signs,
    )


def _rows(statement: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with closing(connection.cursor()) as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
