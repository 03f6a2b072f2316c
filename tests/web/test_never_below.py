"""Whatever people do in whatever order, over days: the week is never shown below what stands.

A plain twin keeps what must stand: the most urgent sign said since the last clearance, less what was taken back twice.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spinewise.knowledge import Disposition
from tests.web.visitor import Visitor

SIGNS = {
    "fever": Disposition.SAME_DAY,
    "numb_seat": Disposition.EMERGENCY,
    "no_urine": Disposition.EMERGENCY,
    "tearing_chest": Disposition.EMERGENCY,
}
STEPS = st.one_of(
    st.tuples(st.just("look"), st.sets(st.sampled_from(sorted(SIGNS)), max_size=1)),
    st.tuples(st.just("look"), st.just(set())),
    st.tuples(st.just("check"), st.sets(st.sampled_from(["fever", "numb_seat", "cancer"]), max_size=1)),
    st.tuples(st.just("seen"), st.just(set())),
    st.tuples(st.just("correct"), st.sets(st.sampled_from(["fever", "numb_seat"]), min_size=1, max_size=1)),
    st.tuples(st.just("waver"), st.sets(st.sampled_from(["fever", "numb_seat"]), min_size=1, max_size=1)),
    st.tuples(st.just("number"), st.sets(st.sampled_from("0369"), min_size=1, max_size=1)),
    st.tuples(st.just("sleep"), st.sets(st.sampled_from(["1", "7", "28"]), min_size=1, max_size=1)),
)


@dataclass
class Twin:
    """One person, what they do, and the signs that stand as a plain reader of the rules would say."""

    visitor: Visitor
    now: datetime = datetime(2026, 11, 12, 9, tzinfo=UTC)
    signs: set[str] = field(default_factory=set)

    @property
    def stands(self) -> Disposition:
        levels = {**SIGNS, "cancer": Disposition.WITHIN_DAYS}
        return max((levels[one] for one in self.signs), default=Disposition.SELF_CARE)

    def look(self, yes: set[str]) -> None:
        self.visitor.mine("recheck/")
        if not self.visitor.path.endswith("/recheck/"):
            return
        self.visitor.look(**{name: "yes" if name in yes else "no" for name in SIGNS})
        self.signs |= yes
        self._go_on()

    def check(self, yes: set[str]) -> None:
        self.visitor.mine()
        self.visitor.send(f"/p/{self.visitor.person}/new-check/", {})
        seat = {"numb_seat": "yes" if "numb_seat" in yes else "no", "no_urine": "no"}
        past = {"past_illnesses": ["cancer"]} if "cancer" in yes else {"none": "1"}
        fever = {"fever": "yes" if "fever" in yes else "no"}
        self.visitor.finish({"seat-and-bladder": seat, "past": past, "fever": fever})
        self.signs |= yes

    def seen(self, _none: set[str]) -> None:
        self.visitor.mine("seen/")
        if self.visitor.path.endswith("/seen/"):
            self.visitor.is_seen(on=self.now.date().isoformat())
            self.signs.clear()

    def correct(self, finding: set[str], again: str = "no") -> None:
        (name,) = finding
        if self.visitor.mine(f"correct/{name}/").status_code == 200 and "Was that answer wrong?" in self.visitor.text:
            self.visitor.say_again(**{name: again})
            if again == "no":
                self.signs.discard(name)

    def waver(self, finding: set[str]) -> None:
        self.correct(finding, again="unsure")

    def number(self, pain: set[str]) -> None:
        self.visitor.mine()
        if "How is it today?" in self.visitor.text:
            self.visitor.send(f"/p/{self.visitor.person}/number/", {"pain": next(iter(pain))})

    def sleep(self, days: set[str]) -> None:
        self.now += timedelta(days=int(next(iter(days))))

    def _go_on(self) -> None:
        while self.visitor.at_check():
            self.visitor.finish_one()


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, min_size=1, max_size=7))
def test_the_week_is_never_shown_below_what_stands(visit: Callable[[], Visitor], steps: list[tuple[str, set[str]]]) -> None:
    with transaction.atomic():
        twin = Twin(visit())
        with mock.patch("django.utils.timezone.now", side_effect=lambda: twin.now):
            twin.visitor.begin("Alice")
            twin.visitor.finish()
            for step, given_with in steps:
                twin.now += timedelta(minutes=1)
                getattr(twin, step)(given_with)
                _judge(twin)
        transaction.set_rollback(True)


def _judge(twin: Twin) -> None:
    visitor = twin.visitor
    visitor.mine("week/")
    if visitor.week_shown:
        assert twin.stands < Disposition.SAME_DAY, twin.signs
        assert twin.stands < Disposition.WITHIN_DAYS or "Until you have been seen" in visitor.text
    visitor.mine()
    if twin.stands >= Disposition.SAME_DAY:
        assert "Read what to do now" in visitor.text
        assert "Open your week" not in visitor.text
