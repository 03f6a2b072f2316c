"""Each programme as its story: who somebody is, what their page says, and what their week leaves out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from spinewise.knowledge import load_with_problems
from tests.browser.told import put_in
from tests.browser.walker import HEALTHY, begin, running_server, walk

pytestmark = pytest.mark.browser

BASE = load_with_problems().base
BACKACHE: Mapping[str, Any] = {
    "age": 42,
    "sex": "female",
    "complaint": "pain",
    "regions": ["low-back"],
    "onset": "gradual",
    "duration_days": 10,
    "pain_nrs": 4,
    "minutes_per_day": 20,
}
WOMAN = {"age": 31, "duration_days": 21}


@dataclass(frozen=True)
class Story:
    """Somebody, the heading of their page, what they read there, and what never stands in their week."""

    facts: Mapping[str, Any]
    heading: str
    reads: tuple[str, ...]
    never: tuple[str, ...] = ()
    week: bool = True


STORIES: Mapping[str, Story] = {
    "Flora woke with a stiff, sore back the day before yesterday": Story(
        {"duration_days": 2, "onset": "sudden"},
        "First days of a new pain: Ease and easy moves",
        ("Day 2, today", "A warm shower often helps.", "It begins to ease."),
        ("dumbbell-strength", "swallow"),
    ),
    "Rosa is in her third week": Story(
        {"duration_days": 18},
        "Recovery: Getting stronger",
        ("Muscles may ache for a day or two", "After six weeks, when it keeps getting better.", "In a bad spell go back"),
    ),
    "Petra has had pain for two years": Story(
        {"duration_days": 700},
        "Lasting pain: Finding your even pace",
        ("hurt and harm are not the same", "After two weeks at an even pace."),
        ("run-walk-return",),
    ),
    "Leo feels it down the leg": Story(
        {"sex": "male", "sciatica": True, "duration_days": 9},
        "Nerve pain in the leg: Calm the nerve",
        ("feel the seat", "A foot that drops"),
        ("sciatic-slider", "hamstring-towel"),
    ),
    "Arno feels it down the arm": Story(
        {"sex": "male", "regions": ["neck", "arm"], "arm_pain": True, "duration_days": 9},
        "Nerve pain in the arm: Calm neck and arm",
        ("Turn the head a little", "Hands that get clumsy"),
        ("neck-half-circle", "median-nerve-slider"),
    ),
    "Zoe had shingles on her back": Story(
        {"age": 58, "complaint": "skin-pain", "shingles_history": True, "skin_touch_pain": True, "duration_days": 40},
        "Nerve pain in the skin: Getting used to touch",
        ("Stroke the edge of the sore place", "New blisters"),
        (),
    ),
    "Cora gets cramps at night": Story(
        {"complaint": "cramp", "cramps": True, "duration_days": 20, "regions": ["leg"]},
        "Recovery: Getting stronger",
        ("Cramps: First help and a habit",),
    ),
    "Nils has a numb patch on the thigh": Story(
        {"sex": "male", "complaint": "numbness", "regions": ["thigh"], "thigh_numbness": True, "duration_days": 15},
        "Numb or tingling skin: Watch and protect",
        ("draw the edge of the patch", "Look at it instead of trusting what you feel."),
        ("heat-pack-back", "cold-pack-back"),
    ),
    "Desi sits at a desk": Story(
        {"occupation": "desk", "long_sitting": True},
        "A day at a desk: Breaks that stick",
        ("Get up at least once an hour", "After three weeks of breaks."),
    ),
    "Bruno lays bricks": Story(
        {"sex": "male", "occupation": "manual"},
        "Standing and hard work: Spread the load",
        ("Name the two heaviest tasks",),
    ),
    "Dora drives a lorry": Story(
        {"occupation": "driving", "drives_long": True},
        "Long hours at the wheel: Seat and stops",
        ("Stop at least every two hours",),
    ),
    "Mara is in week 31": Story(
        {**WOMAN, "pregnant_weeks": 31},
        "Pregnancy, week by week: Week 28 to the birth",
        (
            "You are in week 31 of your pregnancy.",
            "Both sides are equally safe for sleep.",
            "The baby moves less than it used to",
            "not on your back",
        ),
        ("prone-press-up", "knee-to-chest-one", "bridge", "warm-bath-evening"),
    ),
    "Vera gave birth last week": Story(
        {**WOMAN, "postpartum_weeks": 1, "birth_type": "vaginal", "duration_days": 5},
        "After a birth: Days 1 to 14",
        ("Weeks since the birth: 1.", "Light squeezes of the pelvic floor", "Bleeding that soaks a large pad"),
        ("curl-up", "postpartum-strength-12"),
    ),
    "Sina had a caesarean eight weeks ago": Story(
        {**WOMAN, "postpartum_weeks": 8, "birth_type": "caesarean"},
        "After a caesarean: Weeks 6 to 12",
        ("Check the gap.", "A scar that is red"),
        ("dead-bug", "plank-forearms"),
    ),
    "Olga has thin bones": Story(
        {"age": 68, "osteoporosis": True, "vertebral_fracture_history": False, "falls": False, "balance_trouble": False},
        "Fragile bones: Build bone and strength",
        ("No fall in the last three months.", "Measure your height once a year."),
        ("knees-to-chest-both", "childs-pose", "double-knee-twist"),
    ),
    "Marta is past the menopause": Story(
        {"age": 56, "postmenopausal": True},
        "Around and after the menopause: Look first",
        ("Two easy strength days a week.",),
        ("heel-drops",),
    ),
    "Otto is 82": Story(
        {"sex": "male", "age": 82, "duration_days": 40},
        "Steady and strong with age: Chair first",
        ("Clear the way to bed and bathroom",),
        ("balance-one-leg", "step-up"),
    ),
    "Ada plays handball": Story(
        {"age": 24, "athlete": True},
        "Sport and the way back: Fit around it",
        ("Cut the part that hurts by half",),
        ("return-to-sport", "run-walk-return"),
    ),
    "Sky has spots on the back": Story(
        {"age": 22, "back_acne": True},
        "The skin of the back: A mild start",
        ("No scrubbing and no squeezing",),
        ("gentle-exfoliation",),
    ),
    "Will is well": Story(
        {"sex": "male", "complaint": "weakness"},
        "The good months: Two moments a day",
        ("Two minutes in the morning", "Stand up and sit down for half a minute"),
        (),
        week=False,
    ),
    "Kim is eleven": Story(
        {"age": 11, "complaint": "weakness", "regions": ["back-unspecified"]},
        "For children and teenagers: Play and change",
        ("Be a cat, then a tree", "Tell a grown-up today."),
        (),
        week=False,
    ),
}


@dataclass(frozen=True)
class Cast:
    """The people of the stories, on one server."""

    browser: Browser
    address: str
    ids: Mapping[str, str]

    def of(self, name: str) -> str:
        """The address of somebody's pages."""
        return f"{self.address}/p/{self.ids[name]}/"


@pytest.fixture(scope="module")
def cast(tmp_path_factory: pytest.TempPathFactory, chrome: Browser) -> Iterator[Cast]:
    data: Path = tmp_path_factory.mktemp("programmes")
    ids = put_in(data, {name: {**BACKACHE, **story.facts} for name, story in STORIES.items()})
    with running_server(data) as address:
        yield Cast(chrome, address, ids)


@pytest.fixture
def phone(cast: Cast) -> Iterator[Page]:
    page = cast.browser.new_page(viewport={"width": 390, "height": 844})
    yield page
    page.close()


def read(page: Page) -> str:
    """All words of the page, those in closed parts too."""
    return page.locator("main").text_content() or ""


@pytest.mark.parametrize("name", STORIES)
def test_the_story(cast: Cast, phone: Page, name: str) -> None:
    story = STORIES[name]
    phone.goto(cast.of(name))
    phone.locator(".programme-line a").click()
    phone.wait_for_url("**/programme/")
    headings = phone.locator("h1, h3").all_text_contents()
    assert story.heading in headings
    words = read(phone)
    for passage in story.reads:
        assert passage in words
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    phone.goto(cast.of(name) + "week/?print=1")
    planned = phone.locator(".sheet-item h3").all_text_contents()
    assert bool(planned) is story.week
    assert not {BASE.interventions[one].name for one in story.never} & set(planned)


def test_the_signs_of_alarm_are_one_tap_away(cast: Cast, phone: Page) -> None:
    phone.goto(cast.of("Mara is in week 31") + "programme/")
    phone.get_by_role("link", name="Signs of alarm").click()
    expect(phone.locator("#alarm-lead")).to_be_in_viewport()
    phone.get_by_role("link", name="One of these is so").first.click()
    phone.wait_for_url("**/recheck/?note=new")


def test_the_page_has_no_barrier_in_light_and_dark(cast: Cast) -> None:
    for scheme in ("light", "dark"):
        page = cast.browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
        page.goto(cast.of("Flora woke with a stiff, sore back the day before yesterday") + "programme/")
        assert not Axe().run(page).response["violations"]
        page.close()


def test_the_picture_of_a_programme_is_shown(cast: Cast, phone: Page) -> None:
    phone.goto(cast.of("Rosa is in her third week") + "programme/")
    phone.locator("summary", has_text="The whole programme as a picture").first.click()
    picture = phone.locator("img.programme-picture").first
    picture.scroll_into_view_if_needed()
    phone.wait_for_function(
        "() => { const i = document.querySelector('img.programme-picture'); return i.complete && i.naturalWidth > 0; }"
    )
    assert "Getting stronger" in (picture.get_attribute("alt") or "")


def test_somebody_who_walks_the_whole_check_lands_in_the_first_days(cast: Cast, phone: Page) -> None:
    mine = begin(phone, cast.address, "Frida")
    walk(phone, {**HEALTHY, "duration_days": "1"})
    phone.goto(mine + "programme/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("First days of a new pain: Ease and easy moves")
    expect(phone.get_by_text("Find a position of ease.")).to_be_visible()
