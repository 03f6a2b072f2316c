"""The statements of the PostgreSQL search, on a real server where there is one."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from spinewise.knowledge import load_knowledge
from spinewise.records.search import Query
from spinewise.records.search.documents import documents_of
from spinewise.records.search.postgresql import counts, hits, making, others, tsquery_of
from spinewise.records.search.records import HIT_BEGINS, HIT_ENDS
from spinewise.records.search.words import words_of
from tests.web.postgres import Server, available, running

SMALL = Path(__file__).parent / "knowledge"
TABLE = "spinewise_search_test"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    if not available():
        pytest.skip("there is no PostgreSQL on this machine")
    with tempfile.TemporaryDirectory(prefix="sw", dir="/tmp") as folder, running(Path(folder)) as one:
        for statement, values in making(TABLE, documents_of(load_knowledge(SMALL))):
            one.run(statement, values)
        yield one


def _found(server: Server, text: str = "", *, every: bool = True, **wishes: str) -> list[tuple[str, str]]:
    statement, values = hits(TABLE, words_of(text), Query(text, **wishes), every=every, most=9)
    return [(row[0], row[1]) for row in server.run(statement, values)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("should I rest", ("lesson", "move-or-rest")),
        ("WALKING", ("intervention", "slow-walk")),
        ("infec", ("condition", "spine-infection")),
        ("bed rest", ("claim", "rest-in-bed")),
        ("numbness seat", ("finding", "numb_seat")),
    ],
)
def test_stems_beginnings_and_names(server: Server, text: str, wanted: tuple[str, str]) -> None:
    assert wanted in _found(server, text)[:4]


def test_filters(server: Server) -> None:
    assert {kind for kind, _item in _found(server, "ache", kind="lesson")} == {"lesson"}
    assert ("lesson", "good-nights") in _found(server, group="pregnant")
    assert _found(server, certainty="moderate") == [("lesson", "move-or-rest")]
    assert ("intervention", "slow-walk") not in _found(server, "walk", complaint="numbness")
    assert ("intervention", "slow-walk") in _found(server, "walk", complaint="pain")


def test_some_words_may_do(server: Server) -> None:
    assert _found(server, "walk moon") == []
    assert ("intervention", "slow-walk") in _found(server, "walk moon", every=False)


def test_hits_are_marked(server: Server) -> None:
    statement, values = hits(TABLE, words_of("walks"), Query("walks"), every=True, most=1)
    assert server.run(statement, values)[0][2] == f"Slow {HIT_BEGINS}walk{HIT_ENDS}"


def test_counts_by_kind(server: Server) -> None:
    counted = dict(server.run(*counts(TABLE, words_of("rest"), Query("rest"), every=True)))
    assert counted["lesson"] == "1"


def test_making_it_twice_changes_nothing_and_others_are_known(server: Server) -> None:
    before = server.run(f"SELECT count(*) FROM {TABLE}", [])
    for statement, values in [*making(TABLE, documents_of(load_knowledge(SMALL))), *making(f"{TABLE}_two", ())]:
        server.run(statement, values)
    assert server.run(f"SELECT count(*) FROM {TABLE}", []) == before
    assert server.run(*others(TABLE)) == [[f"{TABLE}_two"]]


@pytest.mark.parametrize("text", ["'", "a & b", "!x", ":*", "the", "💥", "\\"])
def test_wild_words_break_nothing(server: Server, text: str) -> None:
    _found(server, text)


def test_the_expression() -> None:
    assert tsquery_of(words_of("no fever"), every=True) == "(no) & (fever | fever:*)"
