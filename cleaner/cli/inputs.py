"""What the user named: files, folders, standard input; and where each result goes."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cleaner.document import Document
from cleaner.errors import CleanerError, FormatError
from cleaner.formats.base import Format, Unreadable
from cleaner.formats.table import FORMATS, format_of

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One input: a name for reports, the file, its place below its folder, and what bars it."""

    name: str
    path: Path | None
    below: Path
    fault: CleanerError | OSError | None = None

    def open(self) -> AbstractContextManager[BinaryIO]:
        """Return the bytes to read, as a context manager."""
        if self.fault:
            raise self.fault
        if self.path:
            return self.path.open("rb")
        if sys.stdin is None:
            raise FormatError("standard input is closed: name a file, or pipe one in")
        return nullcontext(sys.stdin.buffer)

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


Item = tuple[Source, Document | Unreadable | CleanerError | OSError]


def into_folder(args: argparse.Namespace, found: Sequence[Source]) -> bool:
    """True if the results go into a folder: there are several, or they come from one, or ``-o`` names one."""
    named = (args.output_name or "").endswith(("/", os.sep))
    return named or len(found) > 1 or any(_is_folder(name) for name in args.inputs)


def sources(names: Sequence[str], results: Collection[Path] = ()) -> Iterator[Source]:
    """Yield the inputs; a folder stands for every file below it whose kind is known, but no ``results``.

    An input that is named twice, by itself and by its folder, is one: it has one result, and one record.

    Args:
        names: Files and folders, or ``-``.
        results: Files and folders that are written to.
    """
    yield from dict.fromkeys(_named(names, results))


def _named(names: Sequence[str], results: Collection[Path]) -> Iterator[Source]:
    for name in names:
        path = Path(name)
        if name == STDIN:
            yield Source(STDIN, None, Path("stdin.txt"))
        elif _is_folder(name):
            found = sorted(_below(path, {real(p) for p in results}), key=lambda s: s.name)
            known = " ".join(s for s in FORMATS if s)
            yield from found or [
                Source(name, None, path, FormatError(f"no file of a known kind in this folder: {known}"))
            ]
        else:
            yield Source(name, path, Path(path.name))


def items(jobs: Iterable[Source]) -> Iterator[Item]:
    """Yield what each source holds; where it cannot be read, why."""
    for source in jobs:
        try:
            with source.open() as stream:
                for item in source.format.read(stream, source.name):
                    yield source, item
        except (CleanerError, OSError) as error:
            yield source, error


def _is_folder(name: str) -> bool:
    """True for a folder; false for a name that is barred or too long, which fails by itself, later."""
    return os.path.isdir(name)  # noqa: PTH112  (Path.is_dir raises at such a name)


def real(path: Path) -> Path:
    """Where a path leads, links followed; no error where they lead in a circle."""
    return Path(os.path.realpath(path))


def _below(folder: Path, results: Set[Path]) -> Iterator[Source]:
    """The files below a folder, and the folders that cannot be read; links to folders are not followed."""
    barred: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=barred.append):
        folders[:] = [f for f in folders if real(Path(place) / f) not in results]
        for path in (Path(place) / file for file in files):
            known = path.suffix and path.suffix.lower() in FORMATS
            if known and (path.is_file() or path.is_symlink()) and real(path) not in results:
                yield Source(str(path), path, path.relative_to(folder))
    for error in barred:
        yield Source(str(error.filename), None, Path(error.filename), error)
