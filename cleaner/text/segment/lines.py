"""Which line breaks end a unit of text, and which only wrap it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cleaner.text.lines import line_spans

_WRAPPED = range(40, 121)  # code points: how wide people and programs wrap text
_FIRST_WORD = re.compile(r"\s*(\S+)")
_OPEN_END = re.compile(r"[,;–-]\s*\Z")


def units(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the spans a sentence cannot cross: a line, or the lines of one hard-wrapped paragraph.

    A line break is only wrapping where all lines of a block are filled, each one
    so long that the next line's first word would not have fitted in; or where a
    long line stops in mid-sentence and the next begins small.

    >>> list(units("Title\nText\n\nMore"))
    [(0, 5), (6, 10), (12, 16)]
    """
    block: list[tuple[int, int]] = []
    for start, end in line_spans(text):
        if text[start:end].strip():
            block.append((start, end))
        else:
            yield from _joined(text, block)
            block = []
    yield from _joined(text, block)


def _joined(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if len(block) < 2:
        yield from block
        return
    width = max(end - start for start, end in block)
    filled = len(block) > 2 and all(_full(text, line, after, width) for line, after in pairwise(block))
    begin = block[0][0]
    for (start, end), (after, after_end) in pairwise(block):
        if not (width in _WRAPPED and (filled or _goes_on(text[start:end], text[after:after_end]))):
            yield begin, end
            begin = after
    yield begin, block[-1][1]


def _full(text: str, line: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """True if the first word of the line ``after`` would not have fitted into ``line``."""
    word = _FIRST_WORD.match(text, *after)
    return word is not None and line[1] - line[0] + 1 + len(word[1]) > width


def _goes_on(line: str, after: str) -> bool:
    """True if a long line stops in mid-sentence."""
    return len(line) >= _WRAPPED[0] and (after.lstrip()[0].islower() or bool(_OPEN_END.search(line)))
