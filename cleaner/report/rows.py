"""Source and text side by side: cut into rows at the line ends that no change touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cleaner.document import Document
from cleaner.report.hunks import Hunk, hunks


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the source beside a line of the text; several of either where changes join or split lines.

    Attributes:
        old: Span of the source.
        new: Span of the text, or None where whole lines were dropped.
        hunks: What was changed inside.
    """

    old: tuple[int, int]
    new: tuple[int, int] | None
    hunks: tuple[Hunk, ...] = ()


def rows(doc: Document) -> Iterator[Row]:
    """Yield the rows of a document; the newlines between them are left out."""
    source = doc.source
    old = new = 0  # where the row begins
    at = shift = 0  # how far the source is read; new offset minus old offset there
    inside: list[Hunk] = []
    for hunk in hunks(doc):
        for cut in _line_ends(source, at, hunk.old[0]):
            yield Row((old, cut), (new, cut + shift), tuple(inside))
            old, new, inside = cut + 1, cut + 1 + shift, []
        at, shift = hunk.old[1], hunk.new[1] - hunk.old[1]
        if _drops_lines(source, hunk, old) and not inside:
            yield Row((old, at - 1), None, (hunk,))
            old, new = at, hunk.new[1]
        else:
            inside.append(hunk)
    for cut in _line_ends(source, at, len(source)):
        yield Row((old, cut), (new, cut + shift), tuple(inside))
        old, new, inside = cut + 1, cut + 1 + shift, []
    yield Row((old, len(source)), (new, len(doc.text)), tuple(inside))


def _line_ends(text: str, start: int, end: int) -> Iterator[int]:
    while (start := text.find("\n", start, end)) >= 0:
        yield start
        start += 1


def _drops_lines(source: str, hunk: Hunk, line_start: int) -> bool:
    """True if nothing is left of whole lines, the line ends included."""
    start, end = hunk.old
    return start == line_start and hunk.new[0] == hunk.new[1] and source[start:end].endswith("\n")
