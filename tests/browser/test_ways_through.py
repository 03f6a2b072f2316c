"""Ways through the pages: by keyboard alone, by tapping the body, without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import World
from tests.browser.walker import HEALTHY, begin, walk

pytestmark = pytest.mark.browser


def _press_until(page: Page, wanted: str, most: int = 60) -> None:
    """Press Tab until something whose name holds this is in focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        named = page.evaluate(
            "() => { const e = document.activeElement;"
            " return (e.labels && e.labels[0] ? e.labels[0].innerText : e.innerText || '').trim(); }"
        )
        if wanted in named:
            return
    raise AssertionError(f"the keyboard never reaches {wanted}")


def test_the_first_screens_by_keyboard_alone(world: World) -> None:
    page = world.browser.new_page()
    page.goto(world.address)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the page")
    page.locator("summary", has_text="Somebody else").focus()
    page.keyboard.press("Enter")
    _press_until(page, "Your name")
    page.keyboard.type("Eve")
    page.keyboard.press("Enter")
    page.wait_for_url("**/check/")
    _press_until(page, "years")
    page.keyboard.type("42")
    _press_until(page, "Female")
    page.keyboard.press("Space")
    _press_until(page, "Continue")
    page.keyboard.press("Enter")
    expect(page.locator("h1:focus")).to_contain_text("troubles you most")
    page.close()


def test_enter_never_means_none_of_these(world: World) -> None:
    page = world.browser.new_page()
    begin(page, world.address, "Faye")

    def stop_at_a_group(open_page: Page, _question: str) -> None:
        if open_page.get_by_role("button", name="None of these").count() and open_page.locator("fieldset.yesno").count() > 1:
            raise StopIteration

    with pytest.raises(StopIteration):
        walk(page, HEALTHY, stop_at_a_group)
    page.wait_for_load_state("networkidle")
    page.locator("fieldset.yesno input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_selector("#errors")
    page.close()


def test_a_place_is_chosen_by_tapping_the_picture(world: World) -> None:
    page = world.browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(world.alice + "check/2/")
    box = page.locator("#place-low-back")
    assert box.is_checked()
    page.locator(".place-low-back path").first.scroll_into_view_if_needed()
    shape = page.locator(".place-low-back path").first.bounding_box()
    assert shape is not None
    page.mouse.click(shape["x"] + shape["width"] / 2, shape["y"] + shape["height"] / 2)
    expect(box).not_to_be_checked()
    page.locator(".place-neck path").first.dispatch_event("click")
    expect(page.locator("#place-neck")).to_be_checked()
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.place-neck path')).fill"
        " !== getComputedStyle(document.querySelector('.place-jaw path')).fill"
    )
    page.close()


def test_the_whole_way_without_javascript(world: World) -> None:
    context = world.browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(world.address)
    page.locator("details.add summary").click()
    page.get_by_label("Your name, if you like").fill("Gina")
    page.get_by_role("button", name="Start the check").click()
    page.get_by_label("years").fill("42")
    page.get_by_label("Female").check(force=True)
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Pain or ache").check(force=True)
    page.get_by_role("checkbox", name="Low back").check(force=True)
    page.get_by_role("button", name="Continue").click()
    assert page.url.endswith("/check/")
    assert "Question 3" in (page.locator("[role=progressbar]").get_attribute("aria-valuetext") or "")
    context.close()


def test_a_boosted_answer_changes_title_and_focus(world: World) -> None:
    page = world.browser.new_page()
    begin(page, world.address, "Hana")
    page.get_by_label("years").fill("42")
    page.get_by_label("Female").check(force=True)
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("h1:focus")).to_contain_text("troubles you most")
    expect(page).to_have_title(re.compile("troubles you most"))
    page.go_back()
    page.close()


def test_a_swap_on_the_week_page(world: World) -> None:
    page = world.browser.new_page()
    page.goto(world.alice + "week/")
    item = page.locator("details.item").first
    name = item.locator(".item-name").inner_text().strip()
    item.locator("summary").first.click()
    item.get_by_role("button", name="Not for me").click()
    expect(page.get_by_role("status").first).to_contain_text("We will not offer it again")
    expect(page.locator(".left-out")).to_contain_text(name)
    page.locator(".left-out button").first.click()
    expect(page.get_by_role("status").first).to_contain_text("It may come back")
    page.close()


def test_no_answer_is_left_in_the_browser(world: World) -> None:
    page = world.browser.new_page()
    begin(page, world.address, "Ida")
    walk(page, HEALTHY)
    assert page.evaluate("localStorage.length") == 0
    kept = page.evaluate("Object.entries(sessionStorage)")
    assert all(key == "htmx-current-path-for-history" and value.startswith("/p/") for key, value in kept)
    page.close()


def test_results_come_while_somebody_types_and_the_box_keeps_the_focus(world: World) -> None:
    page = world.browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(world.alice + "reference/")
    page.get_by_label("Search", exact=True).click()
    page.keyboard.type("hurts at night")
    expect(page.locator("#found mark").first).to_be_visible()
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("#q")).to_have_value("hurts at night")
    assert page.url.endswith("reference/?q=hurts%20at%20night&kind=&complaint=&group=&certainty=")
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("What", exact=True).select_option("lesson")
    expect(page.locator("#found .kind").first).to_have_text("Lesson")
    expect(page.locator("#found .chips [aria-current]")).to_contain_text("Questions and answers")
    page.close()


def test_searching_from_the_head_by_keyboard_without_javascript(world: World) -> None:
    context = world.browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(world.alice + "week/")
    page.get_by_label("Search the library").focus()
    page.keyboard.type("should I rest")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reference/?q=should+I+rest")
    page.locator("#found .rows a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("rest")
    context.close()


def test_the_search_in_the_head_is_for_the_desk_only(world: World) -> None:
    page = world.browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(world.alice + "week/")
    expect(page.locator("#top-q")).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator("#top-q")).to_be_visible()
    page.close()


def test_what_counts_here_opens_by_keyboard(world: World) -> None:
    page = world.browser.new_page()
    begin(page, world.address, "Jo")

    def stop_at_a_broader_question(open_page: Page, _question: str) -> None:
        if open_page.locator("details.counts").count():
            raise StopIteration

    with pytest.raises(StopIteration):
        walk(page, HEALTHY, stop_at_a_broader_question)
    expect(page.locator("h1")).to_be_focused()  # the new screen has settled: nothing takes the focus away after this
    summary = page.locator("details.counts summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.counts li").first).to_be_visible()
    page.close()


def test_ones_own_words_are_confirmed_by_tapping_without_javascript(world: World) -> None:
    context = world.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    mine = begin(page, world.address, "Kim")
    page.get_by_label("In your own words: what is wrong?").fill("My low back hurts for three weeks and pain goes down my leg")
    page.get_by_role("button", name="Show what you understood").click()
    page.locator("fieldset", has_text="For 3 weeks").get_by_label("Yes, right").check(force=True)
    page.get_by_role("button", name="Go on with the questions").click()
    page.wait_for_url("**/check/")
    page.goto(mine + "answers/")
    expect(page.locator(".answered")).to_contain_text("3 weeks")
    expect(page.locator(".answered")).not_to_contain_text("leg")
    context.close()


def test_the_way_out_takes_the_place_of_the_page(world: World) -> None:
    page = world.browser.new_page()
    page.goto(world.address)
    page.goto(world.alice + "result/")
    page.get_by_role("link", name="Leave this page").click()
    page.wait_for_url("**/weather/")
    expect(page).to_have_title("Reading the clouds")
    assert page.evaluate("sessionStorage.length") == 0
    page.go_back()
    assert page.url.rstrip("/") == world.address
    page.close()


def test_a_small_test_is_done_and_told(world: World) -> None:
    page = world.browser.new_page()
    page.goto(world.alice + "tests/single_leg_stand_s/")
    page.get_by_label("For how many seconds can you stand on one leg").fill("35")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/tests/bridge_hold_s/")
    page.get_by_role("link", name="Skip", exact=True).click()
    page.goto(world.alice + "tests/")
    expect(page.get_by_role("main")).to_contain_text("35 seconds")
    page.close()


def test_the_danger_check_at_one_tap_without_javascript(world: World) -> None:
    context = world.browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(world.alice)
    page.get_by_role("link", name="Something is new or worse").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Since last time")
    page.get_by_role("button", name="None of these").click()
    expect(page.get_by_role("status").first).to_contain_text("None of these is a sign of danger")
    page.get_by_role("button", name="3", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Noted for today")
    context.close()


def test_an_answer_is_taken_back_by_keyboard_only_when_both_agree(world: World) -> None:
    page = world.browser.new_page()
    mine = begin(page, world.address, "Kim")
    walk(page, {**HEALTHY, "saddle_numbness": "yes"})
    page.goto(mine + "correct/saddle_numbness/")
    _press_until(page, "Yes")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/result/?note=kept")
    expect(page.get_by_role("heading", level=1).first).to_contain_text("emergency")
    page.close()
