"""Pages that hold answers are never stored by a browser or a proxy."""

import pytest

from tests.web.test_people import PERSONAL
from tests.web.visitor import Visitor


@pytest.mark.parametrize("path", PERSONAL)
def test_a_personal_page_is_never_stored(alice: Visitor, path: str) -> None:
    alice.finish()
    assert alice.client.get(f"/p/{alice.person}/{path}", follow=True)["Cache-Control"] == "no-store"


def test_the_list_of_people_is_never_stored(alice: Visitor) -> None:
    assert alice.open("/")["Cache-Control"] == "no-store"
