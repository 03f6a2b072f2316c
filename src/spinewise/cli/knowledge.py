"""``spinewise knowledge``: list, check, coverage, describe, and a programme as a picture."""

from argparse import Namespace
from pathlib import Path

from spinewise.cli.printing import bullet, print_json, print_lines, say
from spinewise.interop.files import write_whole
from spinewise.interop.inventory import read_inventory
from spinewise.knowledge import (
    CONTENT,
    KINDS,
    BadInput,
    BadKnowledge,
    KnowledgeBase,
    Problem,
    load_knowledge,
    load_with_problems,
)
from spinewise.knowledge.checks import check_knowledge
from spinewise.knowledge.coverage import Coverage, coverage
from spinewise.knowledge.describe import pages, picture_name, programme_svg, title_of
from spinewise.movement import check_movements
from spinewise.rehearsal import rehearse

_MOST_SHOWN = 40


def run(options: Namespace) -> int:
    """Run one of the actions."""
    actions = {"list": _list, "check": _check, "coverage": _coverage, "describe": _describe, "programme": _programme}
    actions[options.action](options)
    return 0


def _list(options: Namespace) -> None:
    base = load_knowledge()
    kinds = KINDS if options.kind is None else [options.kind]
    items = [(item.id, kind, title_of(item)) for kind in kinds for item in base.items.get(kind, {}).values()]
    if options.json:
        print_json([{"id": item, "kind": kind, "name": name} for item, kind, name in items])
    else:
        print_lines(f"{kind}\t{item}\t{name}" for item, kind, name in items)


def _check(options: Namespace) -> None:
    content = _folder(options.content or CONTENT)
    loaded = load_with_problems(content)
    problems = (*loaded.problems, *check_knowledge(loaded.base), *check_movements(loaded.base)) or rehearse(loaded.base)
    if problems:
        raise BadKnowledge(problems)
    print_lines([f"{_size(loaded.base)} items, nothing wrong."])


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise BadInput(
            (Problem(str(path), "--content", "is no folder", "Give the folder that holds findings/, sources/, ..."),)
        )
    return path


def _size(base: KnowledgeBase) -> int:
    return sum(1 for _ in base.everything())


def _coverage(options: Namespace) -> None:
    found = coverage(load_knowledge(), read_inventory(options.inventory))
    if options.json:
        print_json(_document(found))
    else:
        print_lines(_in_words(found))


def _document(found: Coverage) -> dict[str, object]:
    return {
        "total": found.total,
        "covered": found.covered,
        "missing": list(found.missing),
        "items": {name: list(items) for name, items in found.items.items()},
        "unknown": {name: list(items) for name, items in found.unknown.items()},
    }


def _in_words(found: Coverage) -> list[str]:
    lines = [f"{found.covered} of {found.total} statements are served.", *bullet(found.missing[:_MOST_SHOWN])]
    if len(found.missing) > _MOST_SHOWN:
        lines.append(f"  and {len(found.missing) - _MOST_SHOWN} more; --json names them all")
    if found.unknown:
        lines += ["Under covers, but not in the inventory:"]
        lines += bullet(f"{name} ({', '.join(items)})" for name, items in found.unknown.items())
    return lines


def _describe(options: Namespace) -> None:
    described = pages(load_knowledge())
    if options.out is None:
        print_lines(described.values())
        return
    try:
        options.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"cannot be made: {error.strerror}"
        raise BadInput((Problem(str(options.out), "--out", what, "Give a folder that can be written"),)) from error
    for name, page in described.items():
        write_whole(options.out / f"{name.replace('_', '-')}.md", page.encode())
    for one in load_knowledge().programmes.values():
        write_whole(options.out / picture_name(one.id), programme_svg(one, load_knowledge()).encode())
    say(f"{len(described)} pages in {options.out}")


def _programme(options: Namespace) -> None:
    base = load_knowledge()
    if options.programme not in base.programmes:
        known = ", ".join(base.programmes)
        raise BadInput((Problem("knowledge programme", options.programme, "is no programme", f"There are {known}"),))
    picture = programme_svg(base.programmes[options.programme], base)
    if options.out is None:
        print_lines([picture])
        return
    write_whole(options.out, picture.encode())
    say(f"{options.out} is drawn.")
