"""Searching everything: what is found, how it is shown, and an index that is never stale."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test import override_settings

from spinewise.knowledge import CONTENT, KnowledgeBase, load_knowledge
from spinewise.records.search import Query, index_of, search
from spinewise.records.search.audience import GROUPS
from spinewise.records.search.documents import documents_of
from spinewise.records.search.records import HIT_BEGINS, HIT_ENDS
from spinewise.records.search.sqlite import match_of
from spinewise.records.search.words import words_of
from spinewise.web.presenters.search import CERTAINTIES, GROUP_NAMES, Piece, closest, pieces, shortened
from tests.web.visitor import Visitor


def _found(base: KnowledgeBase, text: str = "", **wishes: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.id) for hit in search(Query(text, **wishes), base).hits]


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("should I rest", ("lesson", "move-or-rest")),
        ("WALKING", ("intervention", "slow-walk")),
        ("infec", ("red-flag", "infection")),
        ("bed rest", ("lesson", "move-or-rest")),
        ("numbness seat", ("red-flag", "cauda")),
    ],
)
@pytest.mark.django_db
def test_stems_beginnings_and_names(base: KnowledgeBase, text: str, best: tuple[str, str]) -> None:
    assert _found(base, text)[0] == best


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("hurts at night", "finding", "night_pain"),
        ("hurts at night", "lesson", "sleep-and-pain"),
        ("should I rest", "lesson", "move-or-rest"),
        ("cannot pee", "finding", "urinary_retention"),
        ("numb bottom", "red-flag", "cauda-equina"),
        ("slipped disc", "lesson", "discs"),
        ("birddog", "intervention", ""),
        ("osteopor", "finding", "osteoporosis"),
        ("nice sciatica", "source", "nice-ng59"),
    ],
)
@pytest.mark.django_db
def test_everyday_words_find_what_is_meant(text: str, kind: str, wanted: str) -> None:
    found = [item for _kind, item in _found(load_knowledge(), text, kind=kind)]
    assert (wanted in found[:8]) if wanted else not found


@pytest.mark.django_db
def test_filters_by_kind_complaint_group_and_certainty(base: KnowledgeBase) -> None:
    assert {kind for kind, _item in _found(base, "pain", kind="lesson")} == {"lesson"}
    assert ("lesson", "good-nights") in _found(base, group="pregnant")
    assert ("lesson", "move-or-rest") not in _found(base, group="pregnant")
    assert _found(base, certainty="moderate") == [("lesson", "move-or-rest")]
    assert ("intervention", "slow-walk") not in _found(base, complaint="numbness")
    assert ("intervention", "slow-walk") in _found(base, complaint="pain")


@pytest.mark.django_db
def test_counts_tell_of_every_kind_whatever_kind_is_shown(base: KnowledgeBase) -> None:
    everything, lessons = search(Query("rest"), base), search(Query("rest", kind="lesson"), base)
    assert everything.counts == lessons.counts
    assert everything.total > len(lessons.hits)


@pytest.mark.django_db
def test_when_nothing_holds_every_word_some_words_have_to_do(base: KnowledgeBase) -> None:
    found = search(Query("walk on the moon"), base)
    assert not found.every_word
    assert found.hits[0].id == "slow-walk"


@pytest.mark.parametrize(
    "text", ["zzzz", "???", '" OR ""', "*", "NEAR(", "a\x00b", "-", "kind:lesson", "💥", "'; DROP TABLE x"]
)
@pytest.mark.django_db
def test_wild_words_break_nothing(base: KnowledgeBase, text: str) -> None:
    assert search(Query(text), base).total >= 0


@pytest.mark.django_db
def test_hits_are_marked_in_names_and_excerpts(base: KnowledgeBase) -> None:
    hit = search(Query("walks"), base).hits[0]
    assert hit.title == f"Slow {HIT_BEGINS}walk{HIT_ENDS}"
    assert f"{HIT_BEGINS}walk{HIT_ENDS} keeps you going." in hit.excerpt


def test_a_text_is_cut_at_its_hits() -> None:
    text = f"a {HIT_BEGINS}b{HIT_ENDS} c"
    assert pieces(text) == (Piece("a ", hit=False), Piece("b", hit=True), Piece(" c", hit=False))
    assert shortened("word " * 40).endswith("…")
    assert shortened(text) == text


def test_small_words_do_not_count_unless_there_is_nothing_else() -> None:
    assert [ones[0] for ones in words_of("Does it hurt at night?")] == ["hurt", "night"]
    assert [ones[0] for ones in words_of("the")] == ["the"]
    assert words_of("hurts")[0] == ("hurts", "pain", "ache", "sore")
    assert match_of(words_of("no fever"), every=True) == '("no") AND ("fever" OR "fever"*)'


def test_a_word_nobody_knows_gets_a_neighbour(base: KnowledgeBase) -> None:
    assert closest("slwo walk", base) == "slow walk"
    assert closest("slow walk", base) == ""
    assert closest("qqqqqq", base) == ""


def _tables() -> set[str]:
    return {
        name for name in connection.introspection.table_names() if name.startswith("spinewise_search_") and name.count("_") == 2
    }


@pytest.mark.django_db
def test_other_content_has_another_index_and_the_old_one_is_gone(base: KnowledgeBase) -> None:
    first = index_of(base)
    items = {**base.items, "claim": {}}
    changed = replace(base, items=items, content_key="another")
    second = index_of(changed)
    assert first != second
    assert _tables() == {second}
    assert _found(changed, "bed rest", kind="claim") == []
    assert _found(base, "bed rest", kind="claim") == [("claim", "rest-in-bed")]
    assert _tables() == {first}


@pytest.mark.django_db
def test_an_index_that_was_lost_is_made_again(base: KnowledgeBase) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {index_of(base)}")
    assert _found(base, "walk")


def test_a_base_without_a_content_key_is_refused(base: KnowledgeBase) -> None:
    with pytest.raises(ValueError, match="content key"):
        index_of(replace(base, content_key=""))


def test_every_item_is_in_the_index_and_no_text_holds_our_signs() -> None:
    documents = documents_of(load_knowledge())
    for one in documents:
        assert one.title
        assert one.summary
        assert HIT_BEGINS not in one.body + one.title
        assert HIT_ENDS not in one.body + one.title
    assert len({(one.kind, one.id) for one in documents}) == len(documents)


def test_groups_and_certainties_have_names_and_know_their_findings() -> None:
    base = load_knowledge()
    assert set(GROUPS) == set(GROUP_NAMES)
    assert {one.certainty for one in documents_of(base)} - {""} <= set(CERTAINTIES)
    for group in GROUPS.values():
        assert group.findings <= set(base.findings)
        for finding, option in group.choices:
            assert option in base.findings[finding].option_values


def test_the_page_shows_hits_kinds_and_marks(alice: Visitor) -> None:
    alice.open("/reference/?q=walk")
    assert "<mark>walk</mark>" in alice.html.lower()
    assert "/reference/intervention/slow-walk/" in alice.reader.links
    assert "/reference/?q=walk&kind=intervention" in alice.reader.links
    assert alice.value("q") == "walk"


def test_for_a_person_the_hits_say_whether_they_are_fine(alice: Visitor) -> None:
    alice.finish({"heart": {"heart_trouble": "yes"}})
    alice.mine("reference/?q=knee+bend")
    assert "Not for you now" in alice.text
    alice.open("/reference/?q=knee+bend")
    assert "Not for you now" not in alice.text


def test_nothing_found_says_what_to_try(alice: Visitor) -> None:
    alice.open("/reference/?q=slwo&kind=lesson")
    for words in ("0 found", "You can try:", "Another spelling:", "search everything", "what to watch for"):
        assert words in alice.text


def test_more_than_fits_can_be_shown(alice: Visitor) -> None:
    alice.open("/reference/?q=the&most=3")
    assert "/reference/?q=the&most=6" in alice.reader.links
    alice.open("/reference/?q=the&most=99999")
    assert "Show more" not in alice.text


@pytest.mark.parametrize(
    "query", ["q=%00", "q=%22", "kind=x", "kind=../", "group=x", "certainty=%25", "most=x", "most=-1", "complaint=%27"]
)
def test_wild_queries_break_nothing(alice: Visitor, query: str) -> None:
    assert alice.open(f"/reference/?{query}").status_code == 200


def test_a_search_on_a_list_is_a_search_of_that_kind(alice: Visitor) -> None:
    alice.open("/reference/condition/?q=infection")
    assert alice.path == "/reference/?q=infection&kind=condition"
    assert "/reference/condition/spine-infection/" in alice.reader.links
    assert "/reference/condition/plain-back-pain/" not in alice.reader.links


def test_the_head_of_every_page_has_a_search_but_not_the_check(alice: Visitor) -> None:
    assert "top-search" not in alice.html
    alice.finish()
    alice.mine("week/")
    assert "top-search" in alice.html
    alice.mine("reference/")
    assert "top-search" not in alice.html


@pytest.mark.django_db
def test_the_server_makes_the_index_for_the_content_that_it_serves() -> None:
    with override_settings(SPINEWISE_CONTENT=CONTENT):
        assert index_of(load_knowledge()) in _tables()
