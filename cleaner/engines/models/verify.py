"""Is a model still what was installed?  What each file hashed to is written down beside it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from cleaner.engines.packages import folders, read
from cleaner.errors import EngineError

PIN: Final = "cleaner.json"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about one folder of a package.

    Attributes:
        path: The folder.
        state: ``sound``: as it was installed; ``unpinned``: readable, but installed by another program;
            ``broken``: changed, incomplete or not readable.
        message: What is wrong, or what it is.
    """

    path: Path
    state: Literal["sound", "unpinned", "broken"]
    message: str


def pin(package: Path, origin: str, sha256: str) -> None:
    """Write down where a package came from, and what its files hash to."""
    record = {"origin": origin, "sha256": sha256, "files": _hashes(package)}
    (package / PIN).write_text(json.dumps(record, indent=1), "utf-8")


def verify(extra: Iterable[str | Path] = ()) -> list[Verdict]:
    """Look at every package, and at every stray folder among them."""
    return [
        _verdict(path)
        for folder in folders(extra)
        if folder.is_dir()
        for path in sorted(folder.iterdir())
        if path.is_dir() and not path.name.startswith((".", "__"))
    ]


def _verdict(path: Path) -> Verdict:
    try:
        package = read(path)
        if not (path / PIN).is_file():
            return Verdict(
                path, "unpinned", f"{package.name}: not installed by cleaner, so not to be compared"
            )
        record: dict[str, Any] = json.loads((path / PIN).read_text("utf-8"))
        origin, files = record["origin"], record["files"]
        changed = sorted(set(files.items()) ^ set(_hashes(path).items()))
    except (
        EngineError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RecursionError,
        OSError,
    ) as error:
        return Verdict(path, "broken", f"{error}; remove the folder, or install the model again")
    if changed:
        names = ", ".join(dict.fromkeys(name for name, _ in changed))
        return Verdict(path, "broken", f"{package.name}: changed since it was installed: {names}")
    return Verdict(path, "sound", f"{package.name}, from {origin}")


def _hashes(package: Path) -> dict[str, str]:
    found = {}
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.name != PIN:
            with path.open("rb") as file:
                found[path.relative_to(package).as_posix()] = hashlib.file_digest(file, "sha256").hexdigest()
    return found
