"""Every format shows the dose of the person, and why it is so much."""

import json
from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from spinewise.interop.answers import plan_document
from spinewise.interop.fhir import care_plan_of
from spinewise.interop.icalendar import calendar_of
from spinewise.interop.pdf import week_pdf
from spinewise.interop.text import week_text
from spinewise.knowledge import Disposition, Dose
from spinewise.planning import Plan, Why
from tests.interop.weeks import base, watch, week

MINE = Dose("squat", 6, "light", sets=3, repetitions=7, hold_s=4.0, level=4, levels=9)
WHY = Why("Last week went well.", (), ("guideline",))


def dosed() -> Plan:
    made = week()
    items = (
        replace(item, dose=MINE, why=(*item.why, WHY), dose_why=(WHY,)) if item.intervention == "squat" else item
        for item in made.items
    )
    return replace(made, items=tuple(items))


def shown_in(text: str) -> bool:
    flat = " ".join(text.split())
    return "3 sets, 7 repetitions, hold 4 seconds" in flat and "Last week went well." in flat


def test_plain_text() -> None:
    assert shown_in(week_text(dosed(), base(), watch()))


def test_calendar() -> None:
    text = calendar_of(dosed(), base(), watch()).decode().replace("\r\n ", "").replace("\\,", ",")
    assert shown_in(text)


def test_care_plan() -> None:
    assert shown_in(json.dumps(care_plan_of(dosed(), base(), watch())))


def test_page_to_print() -> None:
    pages = PdfReader(BytesIO(week_pdf(dosed(), base(), watch()))).pages
    assert shown_in(" ".join(page.extract_text() for page in pages))


def test_answer() -> None:
    days = json.loads(json.dumps(plan_document(dosed(), (), base(), Disposition.SELF_CARE)))["days"]
    squat = next(item for day in days for item in day["items"] if item["intervention"] == "squat")
    assert (squat["minutes"], squat["dose"]["sets"], squat["dose"]["level"]) == (6, 3, 4)
    assert (squat["dosage"]["minutes"], squat["dosage"]["sets"]) == (6, 3)
    assert squat["dose_why"] == [{"says": "Last week went well.", "findings": [], "sources": ["guideline"]}]
