"""The index in PostgreSQL: one table with a weighted ``tsvector``, stemmed in English, ranked by cover density.

Every statement is made by a pure function, so that it can be tried on a server without Django in between.
"""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from django.db import connection, transaction

from spinewise.records.search.records import HIT_BEGINS, HIT_ENDS, Alternatives, Document, Found, Hit, Query
from spinewise.records.search.weights import KIND_WEIGHTS
from spinewise.records.search.words import SHORTEST_PREFIX

PREFIX = "spinewise_search_"
Statement = tuple[str, list[Any]]
_EXCERPT_WORDS = 24


class PostgresqlSearch:
    """Search by PostgreSQL's own full-text index."""

    def there(self, table: str) -> bool:
        """Does this index exist?"""
        return bool(_rows("SELECT 1 WHERE to_regclass(%s) IS NOT NULL", [table]))

    def make(self, table: str, documents: tuple[Document, ...]) -> None:
        """Make an index and drop every other one; all of it or nothing."""
        with transaction.atomic(), closing(connection.cursor()) as cursor:
            for statement, values in making(table, documents):
                cursor.execute(statement, values)
            for (old,) in _rows(*others(table)):
                cursor.execute(f'DROP TABLE "{old}"')

    def find(self, table: str, words: tuple[Alternatives, ...], query: Query, *, every: bool, most: int) -> Found:
        """The best hits for words that must all be there (``every``) or of which one is enough."""
        counted = _rows(*counts(table, words, query, every=every))
        found = _rows(*hits(table, words, query, every=every, most=most))
        return Found(tuple(Hit(*row) for row in found), tuple((str(kind), int(count)) for kind, count in counted), every)


def making(table: str, documents: tuple[Document, ...]) -> Iterator[Statement]:
    """The statements that make and fill an index. Two processes that do it at once end with one whole index."""
    yield "SELECT pg_advisory_xact_lock(hashtext(%s))", [PREFIX]
    columns = "kind text, item text, certainty text, complaints text[], people text[], weight real, title text, body text"
    yield f"CREATE TABLE IF NOT EXISTS {table} ({columns}, words tsvector, PRIMARY KEY (kind, item))", []
    yield f"CREATE INDEX IF NOT EXISTS {table}_words ON {table} USING gin (words)", []
    for document in documents:
        yield _insert(table, document)


def _insert(table: str, document: Document) -> Statement:
    parts = (("A", document.title), ("B", document.also), ("C", document.summary), ("D", f"{document.body} {document.signs}"))
    vector = " || ".join(f"setweight(to_tsvector('english', %s), '{letter}')" for letter, _text in parts)
    statement = (
        f"INSERT INTO {table} VALUES (%s, %s, %s, %s::text[], %s::text[], %s, %s, %s, {vector}) "  # noqa: S608
        "ON CONFLICT DO NOTHING"
    )
    weight = KIND_WEIGHTS.get(document.kind, 1.0)
    own = [document.kind, document.id, document.certainty, list(document.complaints), list(document.groups), weight]
    return statement, [*own, document.title, document.body, *(text for _letter, text in parts)]


def others(table: str) -> Statement:
    """The indexes of other content."""
    ours = "schemaname = current_schema() AND starts_with(tablename, %s) AND tablename <> %s"
    return f"SELECT tablename FROM pg_tables WHERE {ours}", [PREFIX, table]  # noqa: S608


def hits(table: str, words: tuple[Alternatives, ...], query: Query, *, every: bool, most: int) -> Statement:
    """The best items of the kind that is asked for."""
    where, values = _where(words, query, every=every)
    only, kind = (" AND kind = %s", [query.kind]) if query.kind else ("", [])
    if not words:
        select = f"SELECT kind, item, title, body FROM {table} WHERE {where}{only} ORDER BY weight DESC, kind, item LIMIT %s"  # noqa: S608
        return select, [*values, *kind, most]
    asked = tsquery_of(words, every=every)
    marks = f"StartSel={HIT_BEGINS}, StopSel={HIT_ENDS}"
    head = f"ts_headline('english', title, asked, '{marks}, HighlightAll=true')"
    text = f"ts_headline('english', body, asked, '{marks}, MaxWords={_EXCERPT_WORDS}, MinWords=8')"
    select = (
        f"SELECT kind, item, {head}, {text} FROM {table}, to_tsquery('english', %s) AS asked "  # noqa: S608
        f"WHERE {where}{only} ORDER BY ts_rank('{{0.1, 0.3, 0.6, 1.0}}', words, asked) * weight DESC, kind, item LIMIT %s"
    )
    return select, [asked, *values, *kind, most]


def counts(table: str, words: tuple[Alternatives, ...], query: Query, *, every: bool) -> Statement:
    """How many items of each kind."""
    where, values = _where(words, query, every=every)
    return f"SELECT kind, count(*) FROM {table} WHERE {where} GROUP BY kind", values  # noqa: S608


def tsquery_of(words: tuple[Alternatives, ...], *, every: bool) -> str:
    """The text-search expression: each word stemmed or as a beginning, with its neighbours."""
    return (" & " if every else " | ").join(f"({' | '.join(_forms(ones))})" for ones in words)


def _forms(alternatives: Alternatives) -> list[str]:
    typed = alternatives[0]
    return [*alternatives, *([f"{typed}:*"] if len(typed) >= SHORTEST_PREFIX else [])]


def _where(words: tuple[Alternatives, ...], query: Query, *, every: bool) -> Statement:
    parts, values = ["true"], list[Any]()
    if words:
        parts, values = ["words @@ to_tsquery('english', %s)"], [tsquery_of(words, every=every)]
    if query.complaint:
        parts.append("(complaints = '{}' OR %s = ANY(complaints))")
        values.append(query.complaint)
    if query.group:
        parts.append("%s = ANY(people)")
        values.append(query.group)
    if query.certainty:
        parts.append("certainty = %s")
        values.append(query.certainty)
    return " AND ".join(parts), values


def _rows(statement: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with closing(connection.cursor()) as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
