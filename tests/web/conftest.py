"""The small knowledge base of the web tests, and visitors of the pages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client, override_settings

from spinewise.knowledge import KnowledgeBase, load_knowledge
from tests.web.visitor import Visitor

SMALL = Path(__file__).parent / "knowledge"


@pytest.fixture(autouse=True)
def _small_knowledge() -> Iterator[None]:
    with override_settings(SPINEWISE_CONTENT=SMALL):
        yield


@pytest.fixture
def base() -> KnowledgeBase:
    return load_knowledge(SMALL)


@pytest.fixture
def visit(db: None) -> Callable[[], Visitor]:
    """Somebody with a browser of their own, with no script running in it."""
    return lambda: Visitor(Client(enforce_csrf_checks=True))


@pytest.fixture
def alice(visit: Callable[[], Visitor]) -> Visitor:
    """Alice, who has just begun."""
    visitor = visit()
    visitor.begin("Alice")
    return visitor
