"""Pictures of all movements to look at: python tools/contact_sheet.py FOLDER [--only WORDS] [--shape SHAPE] [--dark] ..."""

import argparse
import html
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from spinewise.knowledge import KnowledgeBase, load_with_problems
from spinewise.movement import figure_svg

CHROMIUM = Path("/usr/bin/chromium")
PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 12px; font: 15px system-ui; background: {paper}; color: {ink}; }}
main {{ display: grid; grid-template-columns: repeat({columns}, {cell}px); gap: 10px; }}
figure {{ margin: 0; background: {sheet}; border-radius: 8px; padding: 6px; }}
svg.fig {{ width: 100%; height: {height}px; display: block; }}
</style><main>{cells}</main>"""
LIGHT = {"paper": "#fbf6ec", "ink": "#22201c", "sheet": "#fffdf8"}
DARK = {"paper": "#1b1917", "ink": "#f3ece0", "sheet": "#25221f"}


def main() -> None:
    """Draw the movements as steps, so many to a page, and take the pictures."""
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    base = load_with_problems().base
    wanted = [word for word in options.only.split(",") if word]
    ids = [one for one in base.movements if not wanted or any(word in one for word in wanted)]
    look = "-dark" if options.dark else ""
    look += f"-{options.shape}" if options.shape else ""
    for first in range(0, len(ids), options.per_page):
        page = page_of(ids[first : first + options.per_page], base, options)
        path = options.folder / f"contact-sheet{look}-{first // options.per_page + 1}.png"
        take(page, path, options.columns * (options.cell + 10) + 24, dark=options.dark)
        print(path)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="only movements whose id holds one of these words (comma between)")
    parser.add_argument("--shape", default="", help="whose body, such as heavy or pregnant-32")
    parser.add_argument("--dark", action="store_true", help="the dark theme")
    parser.add_argument("--columns", type=int, default=5)
    parser.add_argument("--cell", type=int, default=300, help="width of a picture in px")
    parser.add_argument("--per-page", type=int, default=20)
    return parser.parse_args()


def page_of(ids: Sequence[str], base: KnowledgeBase, options: argparse.Namespace) -> str:
    """The page with some movements."""
    cells = "".join(
        f"<figure>{figure_svg(base, one, steps=True, shape=options.shape)}"
        f"<figcaption>{html.escape(base.movements[one].name)}</figcaption></figure>"
        for one in ids
    )
    colours = DARK if options.dark else LIGHT
    return PAGE.format(cells=cells, columns=options.columns, cell=options.cell, height=options.cell * 5 // 6, **colours)


def take(page: str, path: Path, width_px: int, *, dark: bool) -> None:
    """Render a page and keep its picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        tab = browser.new_page(viewport={"width": width_px, "height": 900}, color_scheme="dark" if dark else "light")
        tab.set_content(page)
        tab.screenshot(path=path, full_page=True)
        browser.close()


if __name__ == "__main__":
    main()
