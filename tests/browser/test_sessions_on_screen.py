"""A session on the screen: by keyboard, by ear, from far, without a script, and as the core would have it."""

import json
from random import Random
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from spinewise.coaching import Asked, Session, as_plain, changed, session_of
from spinewise.knowledge import load_knowledge, usual_dose
from tests.browser.session_visit import PHONE, STEP_MS, Place, visit

pytestmark = pytest.mark.browser


def test_by_keyboard_alone(place: Place) -> None:
    with visit(place) as one:
        one.begin()
        page = one.page
        expect(page.locator("#pause")).to_be_focused()
        page.keyboard.press("Space")
        expect(page.get_by_role("button", name="Go on")).to_be_focused()
        page.keyboard.press("Space")
        expect(page.get_by_role("button", name="Pause", exact=True)).to_be_focused()
        page.locator("#what").click()
        page.keyboard.press("Space")
        expect(page.get_by_role("button", name="Go on")).to_be_visible()
        page.keyboard.press("ArrowRight")
        assert one.at == 1
        one.pass_s(1)
        page.keyboard.press("ArrowLeft")
        assert one.at == 0
        page.locator("#hurts").focus()
        one.pass_s(1)
        page.keyboard.press("Enter")
        expect(page.locator("#sheet-title")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator("#sheet")).to_be_hidden()


def test_nothing_is_said_aloud_before_somebody_wants_it(place: Place) -> None:
    with visit(place) as one:
        one.page.add_init_script("window.said = []; speechSynthesis.speak = (one) => window.said.push(one.text);")
        one.begin()
        one.pass_s(STEP_MS / 1000)
        assert one.page.evaluate("window.said") == []
        one.page.locator(".stage-more summary").click()
        one.page.get_by_role("button", name="Say it aloud").click()
        one.page.keyboard.press("ArrowRight")
        assert one.page.evaluate("window.said.length") > 0


def test_the_number_can_be_read_from_far_and_the_keys_are_in_reach(place: Place) -> None:
    with visit(place) as one:
        one.begin()
        for _ in range(8):
            size = one.page.evaluate("parseFloat(getComputedStyle(document.getElementById('count')).fontSize)")
            assert size >= 48
            for button in one.page.locator(".stage-keys button:visible").all():
                box = button.bounding_box()
                assert box is not None
                assert box["height"] >= 48
                assert box["y"] + box["height"] <= PHONE["height"]
            assert one.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
            one.page.keyboard.press("ArrowRight")
            one.pass_s(2)
            if not one.page.locator("#stage").is_visible():
                break


def test_on_the_other_side_the_picture_is_turned(place: Place) -> None:
    base = load_knowledge()
    steps = as_plain(session_of([usual_dose(base.interventions["bird-dog"])], base))["steps"]
    figures = {step["picture"]: f"/figures/{step['movement']}.svg" for step in steps if step["picture"]}
    with visit(place, clock=False) as one:
        one.begin("two")
        one.page.evaluate("figures => window.Spinewise.picture.load(figures)", figures)
        seen = {step["side"]: one.page.evaluate(PAINTED, step) for step in steps if step["picture"]}
    assert seen == {"both": "none", "first": "none", "other": "matrix(-1, 0, 0, 1, 0, 0)"}


PAINTED = """step => {
    const screen = window.Spinewise.screen;
    screen.enter(step);
    screen.paint(step, 1, 0, 1, false);
    return getComputedStyle(document.querySelector('#picture svg')).transform;
}"""
"""How the picture of a step is turned on the screen."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_bars_the_way(place: Place, scheme: Literal["light", "dark"]) -> None:
    with visit(place, color_scheme=scheme, reduced_motion="reduce") as one:
        one.page.goto(f"{one.mine}session/?size=ten")
        _judge(one.page)
        one.begin()
        _judge(one.page)
        one.page.locator(".stage-more summary").click()
        _judge(one.page)
        one.page.get_by_role("button", name="That hurts").click()
        _judge(one.page)
        one.pass_s(1)
        one.page.locator("#hurt-stop").click()
        _judge(one.page)
        one.finish()
        one.page.wait_for_url("**/done/")
        _judge(one.page)


def test_without_a_script_the_page_is_whole(place: Place) -> None:
    with visit(place, clock=False, java_script_enabled=False) as one:
        one.page.goto(f"{one.mine}session/?size=ten")
        one.page.get_by_role("button", name="4", exact=True).click()
        expect(one.page.locator("#player")).to_be_hidden()
        one.page.locator("input[value=done]").first.check(force=True)
        one.page.get_by_role("button", name="Finish").click()
        expect(one.page.get_by_role("heading", level=1)).to_have_text("Done for now")
        assert one.kinds() == {"session-started": 1, "item-done": 1, "session-finished": 1}


def _judge(page: Page) -> None:
    width = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert width[0] <= width[1]
    found = Axe().run(page)
    told = [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:160]}" for one in found.response["violations"]]
    assert told == []


def test_the_script_changes_a_session_as_the_core_does(place: Place) -> None:
    base = load_knowledge()
    chance = Random(7)
    movable = sorted(item.id for item in base.interventions.values() if item.family in ("exercise", "stretch", "relaxation"))
    with visit(place, clock=False) as one:
        one.begin("two")
        for _ in range(25):
            session = session_of([usual_dose(base.interventions[name]) for name in chance.sample(movable, 4)], base)
            asked = [chance.choice(list(Asked)) for _ in range(3)]
            _same(one.page, session, asked, chance)


def _same(page: Page, session: Session, asked: list[Asked], chance: Random) -> None:
    """Both go the same way, each step of it."""
    plain = {**as_plain(session), "rest_says": "Rest. Breathe calmly."}
    for what in asked:
        if not session.steps:
            return
        at = chance.randrange(len(session.steps))
        session = changed(session, at, what)
        plain = page.evaluate("([one, at, what]) => window.Spinewise.changed(one, at, what)", [plain, at, what.value])
        wanted = json.loads(json.dumps(as_plain(session)))
        assert {key: plain[key] for key in ("steps", "easier", "hurt", "said", "ended")} == {
            key: wanted[key] for key in ("steps", "easier", "hurt", "said", "ended")
        }
