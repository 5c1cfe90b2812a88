"""Lines of a text: cut at U+000A and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator


def line_spans(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield (start, end) of each line, its newline left out.

    ``str.splitlines`` would also cut at U+0085, U+2028, VT and FF, of which the
    first is itself mojibake for an ellipsis.

    >>> list(line_spans("a\n\nb"))
    [(0, 1), (2, 2), (3, 4)]
    """
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(text)
