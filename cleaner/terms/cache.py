"""Compiled term bases on disk, so that a large one is compiled once and not in every process.

The files lie in the user's cache (``$XDG_CACHE_HOME/cleaner/terms``), a few for each term base, named by the
digest of all that they were made from, so none is ever out of date; those of the last eight term bases are
kept.  They are plain arrays in numpy's format, with a checksum each: reading one runs no code.  A file is
written whole or not at all, by any number of processes; one that is broken is made anew.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from cleaner.terms.arrays import Arrays

KEPT = 32
"""Files that are kept, of some 30 MB for the four of 100,000 names."""


def folder() -> Path:
    """Where the files lie."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "cleaner" / "terms"


def kept(part: str, made_from: str, make: Callable[[], Arrays]) -> Arrays:
    """A part of what is made of something told by its digest: read if it is there, else made and written."""
    digest = hashlib.sha256(f"{made_from} {_code()}".encode()).hexdigest()
    try:
        path = folder() / f"{part}-{digest}.npz"
    except RuntimeError:  # nobody's home, as in some containers
        return make()
    arrays = _read(path)
    if arrays is None:
        arrays = make()
        with suppress(OSError):  # a home that cannot be written to costs time, no more
            _write(path, arrays)
    return arrays


def _read(path: Path) -> Arrays | None:
    try:
        with np.load(path, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
    except (OSError, ValueError, EOFError, BadZipFile):
        return None
    with suppress(OSError):  # it may be another user's
        os.utime(path)
    return arrays if str(arrays.pop("name", "")) == path.stem else None


def _write(path: Path, arrays: Arrays) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    named: dict[str, Any] = {"name": np.array(path.stem), **arrays}
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            np.savez(file, **named)
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)
    for old in sorted(path.parent.glob("*.npz"), key=lambda p: p.stat().st_mtime)[:-KEPT]:
        old.unlink(missing_ok=True)


@cache
def _code() -> str:
    """Digest of the code that compiles, and of its tables: what another version made is not read."""
    total = hashlib.sha256(f"{version('daachorse')} {version('numpy')}".encode())
    for place in (files("cleaner.terms"), files("cleaner.terms") / "data"):
        for file in sorted(place.iterdir(), key=lambda f: f.name):
            if file.name.endswith((".py", ".txt", ".tsv", ".xz")):
                total.update(file.read_bytes())
    return total.hexdigest()
