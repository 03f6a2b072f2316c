"""A visitor without JavaScript: opens pages, reads them, fills the forms that are really there."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client

HEALTHY: dict[str, Any] = {
    "age": {"age": "42"},
    "sex": {"sex": "male"},
    "complaint": {"complaint": "pain"},
    "regions": {"regions": ["low-back"]},
    "seat-and-bladder": {"none": "1"},
    "chest": {"tearing_chest": "no"},
    "fever": {"fever": "no"},
    "past": {"none": "1"},
    "duration": {"duration_days": "10", "duration_days.unit": "days"},
    "pain": {"pain_nrs": "4"},
    "pregnant": {"pregnant_weeks": "0"},
    "heart": {"heart_trouble": "no"},
}
"""What somebody with an ordinary backache answers, by question."""


class Reader(HTMLParser):
    """Titles, links, form fields and visible words of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inputs: list[dict[str, str | None]] = []
        self.forms: list[dict[str, str | None]] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if tag == "input":
            self.inputs.append(values)
        if tag == "form":
            self.forms.append(values)
        if tag == "a" and values.get("href"):
            self.links.append(str(values["href"]))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@dataclass
class Visitor:
    """A person at a browser. ``page`` is the last page that was shown."""

    client: Client
    person: UUID | None = None
    page: Any = None
    path: str = ""
    reader: Reader = field(default_factory=Reader)

    def begin(self, name: str) -> None:
        """Start from the welcome page as somebody new."""
        self.open("/")
        self.send("/people/", {"name": name})
        match = re.fullmatch(r"/p/([0-9a-f-]{36})/check/", self.path)
        assert match is not None
        self.person = UUID(match[1])

    def open(self, path: str) -> HttpResponse:
        """Open an address and follow where it leads."""
        response = self.client.get(path, follow=True)
        return self._read(response, path)

    def mine(self, path: str = "") -> HttpResponse:
        """Open a page of this person."""
        return self.open(f"/p/{self.person}/{path}")

    def send(self, path: str, fields: dict[str, Any]) -> HttpResponse:
        """Send a form with the token of the page that is open."""
        token = self.hidden("csrfmiddlewaretoken")
        return self._read(self.client.post(path, {**fields, "csrfmiddlewaretoken": token}, follow=True), path)

    def answer(self, **fields: Any) -> HttpResponse:
        """Answer the screen that is open, with its own hidden fields."""
        hidden = {name: self.hidden(name) for name in ("version", "question")}
        helped = [str(one.get("value")) for one in self.reader.inputs if one.get("name") == "helped"]
        return self.send(self.path.split("?")[0], {**hidden, "helped": helped, **fields})

    def give_test(self, **fields: Any) -> HttpResponse:
        """Send the small test that is open."""
        return self.send(self.path, {"version": self.hidden("version"), **fields})

    def give(self, fields: dict[str, Any]) -> HttpResponse:
        """Answer with fields whose names are no Python names."""
        return self.answer(**fields)

    def finish(self, changes: dict[str, Any] | None = None) -> int:
        """Answer every screen as a healthy person would, but for ``changes``; gives back how many there were."""
        person = {**HEALTHY, **(changes or {})}
        for count in range(60):
            if not self.at_check():
                return count
            self.give(person[self.hidden("question")])
        raise AssertionError("the interview does not end")

    def finish_one(self) -> None:
        """Answer the screen that is open as a healthy person would."""
        self.give(HEALTHY[self.hidden("question")])

    def until(self, question: str, changes: dict[str, Any] | None = None) -> None:
        """Answer until this question is open."""
        person = {**HEALTHY, **(changes or {})}
        while self.hidden("question") != question:
            self.give(person[self.hidden("question")])

    def recheck(self, note: str = "", **fields: Any) -> HttpResponse:
        """Do the short danger check; with no fields it is "none of these"."""
        self.mine(f"recheck/?note={note}" if note else "recheck/")
        return self.look(**fields)

    def look(self, **fields: Any) -> HttpResponse:
        """Answer the danger check that is open."""
        hidden = {name: self.hidden(name) for name in ("version", "occasion")}
        helped = [str(one.get("value")) for one in self.reader.inputs if one.get("name") == "helped"]
        return self.send(f"/p/{self.person}/recheck/", {**hidden, "helped": helped, **(fields or {"none": "1"})})

    def say_again(self, **again: str) -> HttpResponse:
        """Answer the second question that is open."""
        kept = {str(one["name"]): one.get("value") or "" for one in self.reader.inputs if one.get("type") == "hidden"}
        kept.pop("csrfmiddlewaretoken")
        return self.send(self.path.split("?")[0], {**kept, **{f"again.{name}": value for name, value in again.items()}})

    def is_seen(self, who: str = "Dr Byron", on: str = "", said: str = "All is well.") -> HttpResponse:
        """Tell that a clinician has looked at it."""
        self.mine("seen/")
        hidden = {name: self.hidden(name) for name in ("seen", "version")}
        return self.send(f"/p/{self.person}/seen/", {**hidden, "who": who, "on": on, "said": said})

    @property
    def week_shown(self) -> bool:
        """Does the page that is open hold a week?"""
        return "All seven days" in self.text

    def change_week(self, action: str, **fields: Any) -> HttpResponse:
        """Press one of the buttons of the week that is open."""
        version = self.hidden("version")
        return self.send(f"/p/{self.person}/week/change/", {"action": action, "version": version, "day": "0", **fields})

    def change_week_blind(self, action: str, intervention: str) -> HttpResponse:
        """Send a change from a page that no longer offers it."""
        fields = {"action": action, "version": "1", "day": "0", "intervention": intervention}
        return self.send(f"/p/{self.person}/week/change/", fields)

    def at_check(self) -> bool:
        """Is a screen of the interview open?"""
        return self.path.split("?")[0].endswith("/check/")

    def hidden(self, name: str) -> str:
        """The value of a hidden field of the page."""
        return next(str(one.get("value")) for one in self.reader.inputs if one.get("name") == name)

    def checked(self) -> list[tuple[str, str]]:
        """The radio buttons and boxes that are ticked."""
        return [(str(one["name"]), str(one["value"])) for one in self.reader.inputs if "checked" in one]

    def value(self, name: str) -> str:
        """What stands in a text field."""
        return str(next(one.get("value") for one in self.reader.inputs if one.get("name") == name))

    def has_one_of_each_id(self) -> None:
        """No two elements of the page share an id."""
        ids = [values["id"] for _tag, values in self.reader.tags if values.get("id")]
        assert len(ids) == len(set(ids)), self.path

    @property
    def text(self) -> str:
        """The words of the page, spaces made single."""
        return re.sub(r"\s+", " ", " ".join(self.reader.words))

    @property
    def html(self) -> str:
        """The page as it was sent."""
        return str(self.page.content.decode())

    def _read(self, response: Any, path: str) -> HttpResponse:
        self.page = response
        self.path = response.redirect_chain[-1][0] if response.redirect_chain else path
        self.reader = Reader()
        if "pdf" not in response["Content-Type"]:
            self.reader.feed(response.content.decode())
        return response  # type: ignore[no-any-return]
