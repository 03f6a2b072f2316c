"""Sessions in a real browser: whatever happens to the window or the line, each thing is recorded once."""

from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.session_visit import STEP_MS, Place, Visit, visit, without_a_line

pytestmark = pytest.mark.browser

WORK = ("move", "hold", "breathe", "read")


def nothing_twice(actions: list[dict[str, Any]]) -> None:
    """No key, no step and no end of a thing is there twice."""
    assert len({one["key"] for one in actions}) == len(actions)
    ends = Counter((one["kind"], one.get("intervention"), one.get("step")) for one in actions)
    assert {what for what, count in ends.items() if count > 1} == set()


def whole(visit: Visit) -> None:
    """Everything of the session is recorded, each once."""
    data, actions = visit.data, visit.recorded()
    nothing_twice(actions)
    work = [number for number, step in enumerate(data["steps"]) if step["kind"] in WORK]
    assert sorted(one["step"] for one in actions if one["kind"] == "step-done") == work
    done = {one["intervention"]: one["outcome"] for one in actions if one["kind"] == "item-done"}
    assert done == {step["intervention"]: "done" for step in data["steps"]}


def test_a_whole_session_is_recorded_once(place: Place) -> None:
    with visit(place) as one:
        one.begin()
        one.to_the_end()
        one.all_sent()
        whole(one)
        one.finish()
        one.page.wait_for_url("**/done/")
        expect(one.page.get_by_role("heading", level=1)).to_have_text("Done for now")
        kinds = one.kinds()
        assert (kinds["session-started"], kinds["session-finished"], kinds["effort"], kinds["pain"]) == (1, 1, 1, 1)


def test_it_goes_on_at_the_same_step_after_a_reload(place: Place) -> None:
    with visit(place) as one:
        one.begin()
        one.pass_s(STEP_MS / 1000)
        one.pass_s(1)
        running = one.at
        assert running > 0
        one.page.reload()
        expect(one.page.locator("#gate-title")).to_have_text("You were in the middle of it")
        before = one.at
        assert before >= running
        one.page.get_by_role("button", name="Go on").click()
        assert one.at == before
        one.to_the_end()
        one.all_sent()
        whole(one)


def test_a_window_that_was_killed_loses_nothing_and_doubles_nothing(place: Place) -> None:
    with visit(place) as one:
        one.begin()
        one.pass_s(STEP_MS / 1000)
        one.pass_s(STEP_MS / 1000)
        address, running = one.page.url, one.at
        assert running > 0
        dying = one.page
        one.page = one.context.new_page()
        one.page.clock.install()
        one.context.new_cdp_session(dying).send("Page.setWebLifecycleState", {"state": "frozen"})
        dying.close(run_before_unload=False)
        one.page.goto(address)
        expect(one.page.locator("#gate")).to_be_visible()
        before = one.at
        assert before >= running
        one.page.locator("#gate-go").click()
        assert one.at == before
        one.to_the_end()
        one.all_sent()
        whole(one)


def test_what_is_done_without_a_line_is_sent_once_when_it_is_back(place: Place) -> None:
    with visit(place) as one:
        one.begin()
        one.pass_s(STEP_MS / 1000)
        one.all_sent()
        before = len(one.recorded())
        without_a_line(one)
        one.to_the_end()
        expect(one.page.locator("#unsent")).to_have_text("Kept on this phone. It is sent when you are online again.")
        one.finish()
        expect(one.page.locator("#over-title")).to_be_visible()
        one.context.set_offline(False)
        one.all_sent()
        assert len(one.recorded()) > before
        whole(one)
        assert one.kinds()["session-finished"] == 1


def test_an_answer_that_is_lost_on_the_way_back_is_no_second_action(place: Place) -> None:
    with visit(place) as one:
        one.begin()
        lost = {"left": 2}

        def lose(route: Any) -> None:
            if route.request.method == "POST" and lost["left"]:
                lost["left"] -= 1
                route.fetch()
                route.abort()
            else:
                route.continue_()

        one.page.route("**/actions/", lose)
        one.to_the_end()
        one.page.evaluate("window.Spinewise.queue.send()")
        one.pass_s(100)
        one.all_sent()
        assert lost["left"] == 0
        whole(one)


@pytest.mark.parametrize("button", ["#too-much", "#easier", "#skip"])
def test_a_double_tap_is_one_action(place: Place, button: str) -> None:
    with visit(place) as one:
        one.begin()
        one.page.locator(button).dblclick()
        one.all_sent()
        kind = {"#too-much": "too-much", "#easier": "easier", "#skip": "skipped"}[button]
        assert one.kinds()[kind] == 1


def test_a_double_tap_on_finish_finishes_once(place: Place) -> None:
    with visit(place) as one:
        one.begin("two")
        one.to_the_end()
        one.page.get_by_role("button", name="Finish").dblclick()
        one.page.wait_for_url("**/done/")
        assert one.kinds()["session-finished"] == 1


def test_two_windows_run_one_session(place: Place) -> None:
    with visit(place, clock=False) as one:
        one.begin()
        first, second = one.page, one.context.new_page()
        second.goto(first.url)
        expect(second.locator("#gate-title")).to_have_text("This session runs in another window")
        second.get_by_role("button", name="Take it over here").click()
        expect(second.locator("#stage")).to_be_visible()
        expect(first.locator("#gate-title")).to_have_text("It goes on in another window")


def test_a_phone_that_slept_has_not_exercised(place: Place) -> None:
    with visit(place) as one:
        one.begin()
        before = one.at
        one.pass_s(3600)
        expect(one.page.get_by_role("button", name="Go on")).to_be_visible()
        assert one.at == before
        assert one.kinds() == {"session-started": 1}


def test_a_pause_stops_the_time(place: Place) -> None:
    with visit(place) as one:
        one.begin()
        one.page.get_by_role("button", name="Pause").click()
        one.pass_s(100)
        assert one.at == 0
        one.page.get_by_role("button", name="Go on").click()
        one.pass_s(100)
        one.pass_s(1)
        assert one.at > 0


def test_much_pain_ends_it_and_looks_for_danger(place: Place) -> None:
    with visit(place) as one:
        one.begin()
        _hurt(one, 8, "Leave this one out")
        one.page.wait_for_url("**/recheck/?note=hurts")
        assert one.kinds() == {"session-started": 1, "hurts": 1, "session-stopped": 1}
        one.page.goto(f"{one.mine}session/")
        one.page.wait_for_url("**/recheck/*")


def test_much_pain_without_a_line_says_what_to_watch_for(place: Place) -> None:
    with visit(place) as one:
        one.begin()
        without_a_line(one)
        _hurt(one, 9, "Stop for today")
        expect(one.page.locator("#over-look a")).to_be_visible()
        expect(one.page.locator("#stage")).to_be_hidden()


def test_little_pain_leaves_one_thing_out_and_the_second_time_ends_it(place: Place) -> None:
    with visit(place) as one:
        one.begin()
        first = one.data["steps"][0]["intervention"]
        _hurt(one, 3, "Leave this one out")
        one.page.get_by_role("button", name="Go on").click()
        one.pass_s(2)
        _hurt(one, 3, "Leave this one out")
        expect(one.page.locator("#after")).to_be_visible()
        expect(one.page.locator("#advice")).to_contain_text("Enough for today.")
        one.all_sent()
        hurt = [action["intervention"] for action in one.recorded() if action["kind"] == "hurts"]
        assert hurt[0] == first
        assert len(set(hurt)) == 2


def _hurt(one: Visit, pain: int, choice: str) -> None:
    one.page.get_by_role("button", name="That hurts").click()
    one.page.locator(f"[data-scale=hurt][data-value='{pain}']").click()
    one.pass_s(1)
    one.page.get_by_role("button", name=choice).last.click()
