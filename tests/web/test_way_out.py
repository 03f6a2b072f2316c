"""The quick way out of every personal page, and the page that it leads to."""

import pytest

from tests.web.visitor import Visitor

PERSONAL = ("", "check/1/", "answers/", "result/", "result/summary/", "emergency/", "week/", "settings/", "delete/", "export/")


@pytest.mark.parametrize("path", PERSONAL)
def test_every_personal_page_has_it_near_the_top(alice: Visitor, path: str) -> None:
    alice.finish()
    alice.mine(path)
    links = [link for link in alice.reader.links if link != "#main"]
    assert "/weather/" in links[:3]


def test_every_screen_of_the_check_has_it(alice: Visitor) -> None:
    while alice.at_check():
        assert "/weather/" in alice.reader.links
        alice.finish_one()


def test_public_pages_need_none(alice: Visitor) -> None:
    alice.open("/")
    assert "/weather/" not in alice.reader.links


def test_the_neutral_page_names_nobody_and_nothing_and_leads_nowhere(alice: Visitor) -> None:
    alice.finish()
    alice.open("/weather/")
    assert alice.page.status_code == 200
    assert "Reading the clouds" in alice.text
    assert alice.reader.links == []
    words = alice.text.lower()
    assert not any(word in words for word in ("alice", "spinewise", "back ", "pain", "doctor", "emergency"))
    assert str(alice.person) not in alice.html


def test_it_loads_nothing_from_elsewhere_and_sets_nothing(alice: Visitor) -> None:
    alice.open("/weather/")
    assert "http" not in alice.html.replace("https://www.w3.org", "")
    assert not alice.page.cookies
    assert "script" not in alice.html
