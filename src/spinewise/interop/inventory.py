"""Reading an inventory of statements: a folder of YAML lists in which each entry has an id."""

from pathlib import Path

from spinewise.knowledge import BadInput, Problem, read_yaml_file


def read_inventory(folder: Path) -> tuple[str, ...]:
    """The ids of all statements in a folder, in the order of the files.

    Raises:
        BadInput: when there is no such folder, no list in it, or an entry without an id.
    """
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        what = "holds no YAML file" if folder.is_dir() else "is no folder"
        raise BadInput((Problem(str(folder), "", what, "Give the folder of an inventory: YAML lists with ids"),))
    return tuple(dict.fromkeys(name for path in paths for name in _ids(path)))


def _ids(path: Path) -> list[str]:
    entries = read_yaml_file(path)
    if not isinstance(entries, list):
        raise BadInput((Problem(str(path), "", "is not a list of statements", "Begin each with '- id: ...'"),))
    ids = [entry.get("id") if isinstance(entry, dict) else None for entry in entries]
    bad = tuple(
        Problem(f"{path}, entry {number}", "id", "has no id", "Give it one")
        for number, name in enumerate(ids, start=1)
        if not isinstance(name, str)
    )
    if bad:
        raise BadInput(bad)
    return [str(name) for name in ids]
