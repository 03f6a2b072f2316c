"""How good a week is, worked out in the background while its page is already read.

One thread proves one week after the other, the newest first, as somebody may be looking at it. Nobody waits for it, and the
week that somebody sees never changes by it: only its distance from the best week is said more exactly next time, or that
there is no better one. The key is all that the week depends on, so that what was proven for an earlier week is never said
of another one. Waiting and proven weeks are few, in the memory of this process only, and forgotten when somebody is deleted.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace
from threading import Condition, Thread

from spinewise.knowledge import SpinewiseError
from spinewise.planning import Plan
from spinewise.web.solved import Lately

MOST_WAITING = 16
MOST_PROVEN = 256
_LOG = logging.getLogger(__name__)
Prove = Callable[[], Plan]


class Prover(Lately[float]):
    """The best week's worth by the key of a week, as far as it is known. Without ``begin`` it proves nothing."""

    def __init__(self, most_waiting: int = MOST_WAITING, most_proven: int = MOST_PROVEN) -> None:
        super().__init__(most_proven)
        self._most_waiting = most_waiting
        self._waiting: OrderedDict[Hashable, Prove] = OrderedDict()
        self._changed = Condition(self._lock)
        self._forgotten = 0
        """How often all was forgotten; a proof that was under way meanwhile is not kept."""
        self._thread: Thread | None = None

    def begin(self) -> None:
        """Start the thread, once."""
        with self._lock:
            if self._thread is not None:
                return
            self._thread = Thread(target=self._work, name="prover", daemon=True)
        self._thread.start()

    def nearer(self, key: Hashable, plan: Plan, prove: Prove) -> Plan:
        """The same week with the least bound known by now; asks for a proof where there is none yet."""
        if plan.proven:
            return plan
        with self._lock:
            bound = self._made.get(key)
            if bound is None:
                self._ask(key, prove)
                return plan
        nearest = min(plan.bound, max(bound, plan.objective))
        return replace(plan, bound=nearest, proven=nearest <= plan.objective)

    def clear(self) -> None:
        """Forget what was proven and what waits."""
        super().clear()
        with self._lock:
            self._waiting.clear()
            self._forgotten += 1

    def work_off(self) -> None:
        """Prove all that waits, now and here."""
        while (next_one := self._next()) is not None:
            self._settle(*next_one)

    def _ask(self, key: Hashable, prove: Prove) -> None:
        self._waiting[key] = prove
        self._waiting.move_to_end(key)
        while len(self._waiting) > self._most_waiting:
            self._waiting.popitem(last=False)
        self._changed.notify()

    def _next(self) -> tuple[Hashable, Prove] | None:
        with self._lock:
            return self._waiting.popitem(last=True) if self._waiting else None

    def _settle(self, key: Hashable, prove: Prove) -> None:
        before = self._forgotten
        try:
            bound = prove().bound
        except SpinewiseError:
            _LOG.exception("a week could not be proven")
            return
        if before == self._forgotten:
            self.get(key, lambda: bound)

    def _work(self) -> None:
        while True:
            with self._lock:
                self._changed.wait_for(lambda: bool(self._waiting))
            self.work_off()


PROVER = Prover()
