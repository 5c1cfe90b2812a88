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

    A line break is only wrapping where the lines of the block are filled: each
    one so long that the next line's first word would not have fitted in.

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
    begin = block[0][0]
    for (start, end), (after, after_end) in pairwise(block):
        if not _wraps(text[start:end], text[after:after_end], width):
            yield begin, end
            begin = after
    yield begin, block[-1][1]


def _wraps(line: str, following: str, width: int) -> bool:
    word = _FIRST_WORD.match(following)
    if word is None or width not in _WRAPPED or len(line) < _WRAPPED[0]:
        return False
    continues = following.lstrip()[0].islower() or bool(_OPEN_END.search(line))
    return continues or len(line) + 1 + len(word[1]) > width
