"""What was worked out lately, by everything that it depends on. The same content gives the same account and the same week.

Nothing is kept that could be stale: the answers, the disposition, the wishes and what happened are the key. It lives in the
memory of this process only, and is emptied when somebody is deleted.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, ClassVar, Generic, TypeVar

from spinewise.knowledge import Findings
from spinewise.records.history import forget_what_happened

Made = TypeVar("Made")


class Lately(Generic[Made]):
    """The last things made, each once; the oldest gives way."""

    everywhere: ClassVar[list["Lately[Any]"]] = []

    def __init__(self, most: int) -> None:
        self.everywhere.append(self)
        self._most = most
        self._made: OrderedDict[Hashable, Made] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made for this key, or what is made now."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
        made = make()
        with self._lock:
            self._made[key] = made
            while len(self._made) > self._most:
                self._made.popitem(last=False)
        return made

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._made.clear()


def forget_everybody() -> None:
    """Nothing about anybody stays in the memory of this process."""
    for kept in Lately.everywhere:
        kept.clear()
    forget_what_happened()


def content_of(findings: Findings) -> Hashable:
    """Findings as a key."""
    return frozenset(findings.values.items()), findings.unsure, findings.assumed
