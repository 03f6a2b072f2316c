"""The small knowledge base of the web tests, and visitors of the pages."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client, override_settings

from spinewise.knowledge import CONTENT, KnowledgeBase, load_knowledge
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


class Clock:
    """The time as the application sees it; tests let days pass."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)

    def pass_days(self, days: int) -> None:
        self.now += timedelta(days=days)

    def pass_minutes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock that stands at the morning of 12 November 2026."""
    clock = Clock()
    monkeypatch.setattr("django.utils.timezone.now", lambda: clock.now)
    return clock


@pytest.fixture
def alice(visit: Callable[[], Visitor]) -> Visitor:
    """Alice, who has just begun."""
    visitor = visit()
    visitor.begin("Alice")
    return visitor


@pytest.fixture
def real_knowledge(_small_knowledge: None) -> Iterator[None]:
    """The knowledge base that is really served, in place of the small one."""
    with override_settings(SPINEWISE_CONTENT=CONTENT):
        yield
