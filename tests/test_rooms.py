"""The rooms of the house: who may import whom, and what the core never touches (docs/architecture.md)."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src"
PACKAGE = "spinewise"
CORE = ("knowledge", "intake", "triage", "differential", "safety", "planning", "movement", "coaching")
JOINING = ("assessment", "week", "rehearsal")
PURE = (*CORE[1:], *JOINING)
DECISIONS = frozenset(CORE)
STEPS = DECISIONS | set(JOINING)
EVERYTHING = STEPS | {"safety_case", "interop", "records", "web", "cli"}
MAY_IMPORT: dict[str, frozenset[str]] = {
    "knowledge": frozenset(),
    "intake": frozenset({"knowledge", "triage", "differential", "safety"}),
    "triage": frozenset({"knowledge"}),
    "differential": frozenset({"knowledge"}),
    "safety": frozenset({"knowledge"}),
    "planning": frozenset({"knowledge", "safety"}),
    "movement": frozenset({"knowledge"}),
    "coaching": frozenset({"knowledge", "movement", "safety"}),
    "assessment": frozenset({"knowledge", "intake", "triage", "differential", "safety"}),
    "week": frozenset({"knowledge", "planning", "assessment"}),
    "rehearsal": frozenset({"knowledge", "safety", "planning", "assessment", "week"}),
    "safety_case": frozenset({"knowledge"}),
    "interop": STEPS,
    "records": STEPS,
    "web": EVERYTHING - {"web", "cli"},
    "cli": EVERYTHING - {"cli"},
    "__init__": STEPS,
    "__main__": frozenset({"cli"}),
}
FRAMEWORKS = frozenset({"django", "django_htmx", "csp", "jinja2", "uvicorn", "a2wsgi", "whitenoise"})
CLOCKS = frozenset({"time", "zoneinfo", "sched"})
CLOCK_CALLS = frozenset({"now", "today", "utcnow", "fromtimestamp"})
CHANCE = frozenset({"secrets", "uuid"})
Look = Callable[[ast.AST], list[str]]
OPEN_DOORS: dict[str, frozenset[str]] = {
    "knowledge": frozenset({"records", "scales", "errors", "checks", "coverage", "describe"}),
}
"""Modules of a room that others may use as a whole: the records' names are too many for one list."""
DISK = frozenset({"pathlib", "os", "shutil", "tempfile", "io", "glob"})


@dataclass(frozen=True, slots=True)
class Import:
    """One import: the module, the name taken from it (empty for the whole module), and the line."""

    module: str
    name: str
    line: int

    @property
    def top(self) -> str:
        """The first part of the module's name."""
        return self.module.split(".")[0]


def imports_of(tree: ast.AST) -> Iterator[Import]:
    """Every import in a file, also those inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, "", node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are written out in this house"
            yield from (Import(node.module or "", alias.name, node.lineno) for alias in node.names)


def calls_of(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call in a file."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def room_of(module: str, name: str = "") -> str | None:
    """The room that an import reaches; ``None`` when it is none of ours."""
    parts = [*module.split("."), name]
    if parts[0] != PACKAGE:
        return None
    return parts[1] if parts[1] in MAY_IMPORT else "__init__"


def wrong_rooms(room: str, tree: ast.AST) -> list[str]:
    """Imports of rooms that this room may not import."""
    reached = [(one, room_of(one.module, one.name)) for one in imports_of(tree)]
    return [f"line {one.line}: {room} imports {to}" for one, to in reached if to not in (None, room, *MAY_IMPORT.get(room, ()))]


def hidden_names(room: str, tree: ast.AST) -> list[str]:
    """Names of other core packages that these do not show in ``__all__``; a module may be shown as a whole."""
    found = []
    for one in imports_of(tree):
        to = room_of(one.module, one.name)
        if to not in CORE or to == room:
            continue
        shown = {*import_module(f"{PACKAGE}.{to}").__all__, *OPEN_DOORS.get(to, ())}
        inner = [*one.module.split("."), one.name][2]
        if inner not in shown:
            found.append(f"line {one.line}: {one.module} ({one.name}) is not shown by {PACKAGE}.{to}")
    return found


def frameworks(tree: ast.AST) -> list[str]:
    """Imports of the web framework or server."""
    return [f"line {one.line}: {one.module}" for one in imports_of(tree) if one.top in FRAMEWORKS]


def clocks(tree: ast.AST) -> list[str]:
    """Anything that asks what time it is."""
    found = [f"line {one.line}: {one.module}" for one in imports_of(tree) if one.top in CLOCKS]
    names = [(call.lineno, call.func.attr) for call in calls_of(tree) if isinstance(call.func, ast.Attribute)]
    return found + [f"line {line}: .{name}()" for line, name in names if name in CLOCK_CALLS]


def chance(tree: ast.AST) -> list[str]:
    """Randomness that no seed repeats: a random source is made with a seed or not at all."""
    found = [f"line {one.line}: {one.module}" for one in imports_of(tree) if one.top in CHANCE]
    found += [
        f"line {one.line}: random.{one.name}"
        for one in imports_of(tree)
        if one.top == "random" and one.name not in ("", "Random")
    ]
    for call in calls_of(tree):
        name = ast.unparse(call.func)
        seeded = name.split(".")[-1] in ("default_rng", "Random") and (call.args or call.keywords)
        drawn = name == "Random" or name.startswith(("random.Random", "np.random.", "numpy.random.")) or name == "default_rng"
        if drawn and not seeded:
            found.append(f"line {call.lineno}: {name}()")
    return found


def disk(tree: ast.AST) -> list[str]:
    """Anything that reaches for files or the environment."""
    found = [f"line {one.line}: {one.module}" for one in imports_of(tree) if one.top in DISK]
    return found + [f"line {call.lineno}: open()" for call in calls_of(tree) if ast.unparse(call.func) == "open"]


def files() -> list[Path]:
    return sorted((SOURCE / PACKAGE).rglob("*.py"))


def home_of(path: Path) -> str:
    """The room in which a file stands."""
    inside = path.relative_to(SOURCE / PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def parsed(rooms: tuple[str, ...] | None = None) -> Iterator[tuple[str, str, ast.AST]]:
    for path in files():
        if rooms is None or home_of(path) in rooms:
            yield path.relative_to(SOURCE).as_posix(), home_of(path), ast.parse(path.read_text(encoding="utf-8"))


def test_every_file_stands_in_a_room() -> None:
    assert {home_of(path) for path in files()} <= set(MAY_IMPORT)


def test_rooms_import_only_the_rooms_that_the_table_allows() -> None:
    assert "\n".join(f"{place}, {what}" for place, room, tree in parsed() for what in wrong_rooms(room, tree)) == ""


def test_other_rooms_use_only_what_a_core_package_shows() -> None:
    assert "\n".join(f"{place}, {what}" for place, room, tree in parsed() for what in hidden_names(room, tree)) == ""


def test_the_core_knows_no_framework() -> None:
    assert "\n".join(f"{place}, {what}" for place, _, tree in parsed(CORE + JOINING) for what in frameworks(tree)) == ""


def test_the_core_asks_no_clock() -> None:
    assert "\n".join(f"{place}, {what}" for place, _, tree in parsed(CORE + JOINING) for what in clocks(tree)) == ""


def test_the_core_draws_nothing_without_a_seed() -> None:
    assert "\n".join(f"{place}, {what}" for place, _, tree in parsed(CORE + JOINING) for what in chance(tree)) == ""


def test_only_knowledge_reads_files() -> None:
    assert "\n".join(f"{place}, {what}" for place, _, tree in parsed(PURE) for what in disk(tree)) == ""


@pytest.mark.parametrize(
    ("look", "code"),
    [
        (frameworks, "def f():\n    from django.db import models"),
        (clocks, "import time"),
        (clocks, "from datetime import date\nx = date.today()"),
        (clocks, "import datetime\nx = datetime.datetime.now()"),
        (chance, "import random\nx = random.Random()"),
        (chance, "from random import shuffle"),
        (chance, "import numpy as np\nx = np.random.default_rng()"),
        (chance, "import numpy as np\nx = np.random.normal(0, 1)"),
        (chance, "from uuid import uuid4"),
        (disk, "from pathlib import Path"),
        (disk, "x = open('facts.yaml')"),
        (lambda tree: wrong_rooms("triage", tree), "from spinewise.planning import plan_week"),
        (lambda tree: wrong_rooms("triage", tree), "from spinewise import web"),
        (lambda tree: wrong_rooms("knowledge", tree), "import spinewise.triage.triage"),
        (lambda tree: hidden_names("planning", tree), "from spinewise.safety.safety import _rules_of"),
    ],
)
def test_each_look_finds_what_it_looks_for(look: Look, code: str) -> None:
    assert len(look(ast.parse(code))) == 1


@pytest.mark.parametrize(
    "code",
    [
        "import numpy as np\nx = np.random.default_rng(7)",
        "from random import Random\nx = Random(7)",
        "from datetime import date, timedelta\nx = date(2026, 1, 1) + timedelta(days=1)",
        "from spinewise.safety import clear",
    ],
)
def test_what_is_allowed_passes(code: str) -> None:
    tree = ast.parse(code)
    looks = (frameworks, clocks, chance, disk)
    found = [what for look in looks for what in look(tree)]
    assert found + wrong_rooms("planning", tree) + hidden_names("planning", tree) == []
