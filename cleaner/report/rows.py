"""Source and text side by side: cut into rows at the line ends that no change touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cleaner.document import Document
from cleaner.report.hunks import Hunk, hunks


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the source beside a line of the text; several of either where changes join or drop lines."""

    old: tuple[int, int]
    new: tuple[int, int]
    hunks: tuple[Hunk, ...]


def rows(doc: Document) -> Iterator[Row]:
    """Yield the rows of a document; the newlines between them are left out."""
    source = doc.source
    old = new = 0  # where the row begins
    at, shift = 0, 0  # how far the source is read; new offset minus old offset there
    inside: list[Hunk] = []
    for hunk in [*hunks(doc), None]:
        stop = hunk.old[0] if hunk else len(source)
        while (cut := source.find("\n", at, stop)) >= 0:
            yield Row((old, cut), (new, cut + shift), tuple(inside))
            old, new, at = cut + 1, cut + 1 + shift, cut + 1
            inside = []
        if hunk:
            inside.append(hunk)
            at, shift = hunk.old[1], hunk.new[1] - hunk.old[1]
    yield Row((old, len(source)), (new, len(doc.text)), tuple(inside))
