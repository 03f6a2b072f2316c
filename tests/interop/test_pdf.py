"""The week on paper."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from spinewise.interop.dose_words import dose_in_words
from spinewise.interop.pdf import week_content, week_pdf, write_week
from spinewise.interop.pdf.pictures import for_paper, qr_picture, steps_picture
from spinewise.knowledge import BadInput, Dose, load_knowledge
from spinewise.planning import PlannedItem
from tests.interop.weeks import AWKWARD, base, empty_week, own_watch, watch, week


def content() -> Any:
    return week_content(week(), base(), watch())


def test_it_is_a_pdf_and_the_same_week_gives_the_same_bytes() -> None:
    first = week_pdf(week(), base(), watch())
    assert first.startswith(b"%PDF-")
    assert first.rstrip().endswith(b"%%EOF")
    assert week_pdf(week(), base(), watch()) == first


def test_the_page_holds_seven_days_in_order() -> None:
    days = content()["days"]
    assert [day["date"] for day in days][:2] == ["Thursday 26 November 2026", "Friday 27 November 2026"]
    assert len(days) == 7
    assert days[0]["items"] == [
        {"slot": "Morning", "name": "A walk", "minutes": 10},
        {"slot": "Morning", "name": "Squat", "minutes": 5},
    ]
    assert days[1]["items"] == []


def test_each_thing_is_told_once_with_dose_changes_and_when_to_stop() -> None:
    walk, squat = content()["things"]
    assert walk["changes"] == ["Walk slowly."]
    assert walk["dose"] == "10 minutes each time; light"
    assert walk["stop"] == ["Stop when it hurts more."]
    assert squat["dose"] == "5 minutes each time; 2 sets, 1 repetition, hold 2.5 seconds; light"
    assert squat["steps"] == ["Sit.", AWKWARD]


def test_what_to_watch_for_and_the_sources_are_told() -> None:
    page = content()
    assert page["watch"] == [{"name": "", "emergency": ["Numb between the legs."], "doctor": []}]
    assert page["sources"] == [{"title": "The guideline. A college, 2020.", "address": "https://example.org/guideline"}]


def test_an_empty_week_is_still_a_page() -> None:
    assert week_pdf(empty_week(), base(), watch()).startswith(b"%PDF-")


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_week(week(), base(), watch(), tmp_path / "week.pdf")
    assert (tmp_path / "week.pdf").read_bytes() == week_pdf(week(), base(), watch())
    with pytest.raises(BadInput, match="cannot be written"):
        write_week(week(), base(), watch(), tmp_path / "missing" / "week.pdf")


def test_a_dose_without_numbers_is_its_intensity() -> None:
    assert dose_in_words(Dose("walk", 10, "light")) == "light"


def read_back(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def text_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read_back(data).pages).split())


def test_read_back_it_tells_the_days_the_doses_and_what_this_person_should_watch_for() -> None:
    told = text_of(week_pdf(week(), base(), own_watch()))
    for part in ("Thursday 26 November 2026", "A walk 10 min", "2 sets, 1 repetition, hold 2.5 seconds", "Walk slowly."):
        assert part in told
    assert told.index("Get emergency help if you notice") < told.index("How to do each thing")
    assert "In pregnancy • Bleeding." in told
    assert told.index("More signs, if other trouble comes along") < told.index("New pain at night.")


def test_read_back_it_has_as_many_pages_as_it_needs_and_says_which() -> None:
    pages = read_back(week_pdf(week(), base(), watch())).pages
    assert 1 <= len(pages) <= 3
    assert f"Page {len(pages)}" in pages[-1].extract_text()
    assert all(page.mediabox[2:] == pytest.approx([595.3, 841.9], abs=0.2) for page in pages)


def shapes_of(data: bytes) -> int:
    """How many filled or stroked shapes the pages hold: pictures are drawn as shapes."""
    contents = [page.get_contents() for page in read_back(data).pages]
    streams = [one.get_data() for one in contents if one is not None]
    forms = [form.get_data() for page in read_back(data).pages for form in _forms(page)]
    return sum(len(re.findall(rb"\b[fFSbB]\*?\s", stream)) for stream in (*streams, *forms))


def _forms(page: Any) -> list[Any]:
    found = page["/Resources"].get("/XObject", {})
    return [found[name].get_object() for name in found]


def test_an_address_becomes_a_code_and_none_without() -> None:
    assert week_content(week(), base(), watch())["qr"] == ""
    address = "http://192.168.1.7:8000/p/0c7a/week/"
    with_code = week_pdf(week(), base(), watch(), address)
    assert "The code opens your week on your own Spinewise" in text_of(with_code)
    assert "http" not in text_of(with_code).replace("https://example.org/guideline", "")
    assert shapes_of(with_code) > shapes_of(week_pdf(week(), base(), watch()))


def test_each_address_has_its_own_code_and_the_same_one_each_time() -> None:
    first, second = (f"http://192.168.1.7:8000/p/{person}/week/" for person in ("0c7a", "1d8b"))
    assert qr_picture(first) == qr_picture(first)
    assert qr_picture(first) != qr_picture(second)


def test_things_that_a_movement_shows_have_their_picture_on_paper() -> None:
    real = load_knowledge()
    item = real.interventions["bird-dog"]
    dose = Dose(item.id, item.dosage.minutes, item.dosage.intensity)
    plan = replace(week(), items=(PlannedItem(0, "morning", item.id, dose),), changes={})
    picture = steps_picture("bird-dog", real)
    assert week_content(plan, real, watch())["things"][0]["picture"] == picture  # type: ignore[index,call-overload]
    assert shapes_of(week_pdf(plan, real, watch())) > 20


@pytest.mark.parametrize(
    ("drawn", "printed"),
    [
        ('<path fill="var(--skin,#e9c3a4)"/>', '<path fill="#e9c3a4"/>'),
        ('<g stroke="var( --accent , #0b5750)"/>', '<g stroke="#0b5750"/>'),
        ("<svg><style>.a{fill:var(--x,#fff)}</style><path/></svg>", "<svg><path/></svg>"),
        ('<path fill="#123456"/>', '<path fill="#123456"/>'),
    ],
)
def test_colours_for_paper_are_plain_colours(drawn: str, printed: str) -> None:
    assert for_paper(drawn) == printed
