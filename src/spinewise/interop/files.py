"""Writing a file whole or not at all."""

import tempfile
from pathlib import Path

from spinewise.knowledge import BadInput, Problem


def write_whole(path: Path, data: bytes) -> None:
    """The file appears when everything is written; until then the old one stays. Only its owner may read it.

    Raises:
        BadInput: when the path cannot be written.
    """
    try:
        _replace(path, data)
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise BadInput((Problem(str(path), "", what, "Check that the folder exists and that you may write there"),)) from error


def _replace(path: Path, data: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        beside = Path(file.name)
        try:
            file.write(data)
            file.flush()
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
