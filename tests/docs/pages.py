"""The documents of the project and the blocks of code in them."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def pages() -> list[Path]:
    """Every Markdown file that is written by hand."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def blocks(page: Path, language: str) -> list[str]:
    """The code blocks of one language, in their order."""
    return [text for name, text in _BLOCK.findall(page.read_text(encoding="utf-8")) if name == language]
