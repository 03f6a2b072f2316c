"""The words of the pages themselves: plain, calm, without the words that frighten."""

import re
from pathlib import Path

import pytest

from spinewise import web

TEMPLATES = Path(web.__file__).parent / "templates"
HARDEST_GRADE = 8
SHORTEST_TO_JUDGE_WORDS = 30
FRIGHTENING = re.compile(r"\b(damag|degenerat|slipped|wear and tear|out of place|crumbl|you have (a|an) )", re.IGNORECASE)


def _texts(path: Path) -> list[str]:
    found = re.findall(r"\{%-? *trans[^%]*%\}(.*?)\{% *endtrans *%\}", path.read_text(), flags=re.DOTALL)
    plain = (re.sub(r"\{%.*?%\}", ". ", re.sub(r"\{\{.*?\}\}", "7", text)) for text in found)
    return [re.sub(r"\s+", " ", text).strip() for text in plain]


def _syllables(word: str) -> int:
    """Groups of vowels, a silent e at the end left out; near enough for a mean over many words."""
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])e$", "", word.lower()))))


def _grade(text: str) -> float:
    """The Flesch-Kincaid grade (Kincaid 1975): 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    words = re.findall(r"[A-Za-z]+", text)
    sentences = len(re.findall(r"[.:?]", text))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


PAGES = sorted(TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_words_are_plain_and_calm(path: Path) -> None:
    texts = _texts(path)
    assert not any("!" in text for text in texts)
    assert not any(FRIGHTENING.search(text) for text in texts)
    whole = " ".join(text for text in texts if text.endswith((".", ":", "?")))
    if len(whole.split()) >= SHORTEST_TO_JUDGE_WORDS:
        assert _grade(whole) <= HARDEST_GRADE


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_words_stand_outside_the_translation(path: Path) -> None:
    text = re.sub(r"\{%-? *trans.*?endtrans *%\}", "", path.read_text(), flags=re.DOTALL)
    text = re.sub(r"\{% block (title|\w+_class) %\}[\w -]*", " ", text)
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", text, flags=re.DOTALL)
    text = re.sub(r"[a-z-]+=\"[^\"]*\"", " ", text)
    assert set(re.findall(r"[A-Za-z]{4,}", text)) <= {"Spinewise", "nbsp"}
