"""What the user named: files, folders, standard input; and where each result goes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cleaner.errors import FormatError
from cleaner.formats.base import Format
from cleaner.formats.table import FORMATS, format_of

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One input: a name for reports, the file, and its place below the folder it was found in."""

    name: str
    path: Path | None
    below: Path

    def open(self) -> AbstractContextManager[BinaryIO]:
        """Return the bytes to read, as a context manager."""
        return self.path.open("rb") if self.path else nullcontext(sys.stdin.buffer)

    @property
    def format(self) -> Format:
        """The format its name asks for.

        Raises:
            FormatError: no format knows the ending.
        """
        return format_of(self.name if self.path else "")

    def target(self, output: Path, *, many: bool) -> Path:
        """Return the file the result goes to: ``output`` itself, or a place below it."""
        if not many and not output.is_dir():
            return output
        suffix = self.format.suffix
        same = FORMATS.get(self.below.suffix.lower()) is FORMATS.get(suffix)
        return output / (self.below if same else self.below.with_suffix(suffix))


def sources(names: Sequence[str]) -> Iterator[Source]:
    """Yield the inputs; a folder stands for every file below it whose kind is known.

    Raises:
        FormatError: a folder holds no such file.
    """
    for name in names:
        path = Path(name)
        if name == STDIN:
            yield Source(STDIN, None, Path("stdin.txt"))
        elif path.is_dir():
            found = sorted(
                p for p in path.rglob("*") if p.is_file() and p.suffix and p.suffix.lower() in FORMATS
            )
            if not found:
                raise FormatError(
                    f"{name}: no file of a known kind in this folder: {' '.join(s for s in FORMATS if s)}"
                )
            yield from (Source(str(p), p, p.relative_to(path)) for p in found)
        else:
            yield Source(name, path, Path(path.name))
