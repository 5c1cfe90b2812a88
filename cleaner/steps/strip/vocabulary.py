"""The words of lines: those that hint at their use, and those that other paragraphs of the page have too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.steps.strip.glyphs import Count, Glyphs, Hash, hashed
from cleaner.steps.strip.words import signals

_LONG = 5  # letters; shorter words are in every text
_LINES = 20  # bits for the number of a line; a word keeps the others
_OFTEN = (1, 3)  # paragraphs besides its own that have the word


class Vocabulary(NamedTuple):
    """The longer words of the lines of a page, each once a line.

    Attributes:
        word: The upper bits of its number.
        line: Index of the line.
    """

    word: Hash
    line: Count

    @staticmethod
    def shared(
        pages: Sequence[Vocabulary], sizes: Sequence[int], prose: NDArray[np.bool_]
    ) -> NDArray[np.float32]:
        """Which share of a line's words other paragraphs have, once and three times; and has it any."""
        at = np.cumsum(sizes) - sizes
        line = np.concatenate([words.line + start for words, start in zip(pages, at, strict=True)])
        word = np.concatenate([words.word for words in pages])
        key = np.sort(word << np.uint64(_LINES) | line.astype(np.uint64))
        line = (key & np.uint64((1 << _LINES) - 1)).astype(np.int64)
        page = np.repeat(np.arange(len(sizes)), sizes)[line]
        new = np.diff(key >> np.uint64(_LINES), prepend=np.uint64(0)) != 0
        new |= np.diff(page, prepend=-1) != 0
        starts = np.flatnonzero(new)
        others = np.zeros(0, np.int64)
        if len(starts):
            paragraphs = np.add.reduceat(prose[line].astype(np.int64), starts)
            others = np.repeat(paragraphs, np.diff(np.append(starts, len(line)))) - prose[line]
        own = np.bincount(line, minlength=len(prose))
        often = [np.bincount(line[others >= n], minlength=len(prose)) / np.maximum(own, 1) for n in _OFTEN]
        return np.column_stack([*often, own > 0]).astype(np.float32)


def vocabulary(found: Glyphs, sizes: Sequence[int]) -> Iterator[Vocabulary]:
    """The longer words of pages of so many lines, page after page."""
    long = found.letters >= _LONG
    line = found.owner[found.begins[long]].astype(np.uint64)
    key = np.sort(line << np.uint64(64 - _LINES) | found.words[long] >> np.uint64(_LINES))
    key = key[np.diff(key, prepend=~key[:1]) != 0]
    line = key >> np.uint64(64 - _LINES)
    word = key & np.uint64((1 << 64 - _LINES) - 1)
    ends = np.searchsorted(line, np.cumsum(sizes))
    start = 0
    for end, size, until in zip(ends, sizes, np.cumsum(sizes), strict=True):
        yield Vocabulary(word[start:end], line[start:end].astype(np.int64) - int(until) + size)
        start = end


_SHIFTS = tuple(map(np.uint64, (48, 32, 16)))  # 16 bits a table: a word stands in the first that had room


@cache
def _table() -> tuple[Hash, Count, list[Count]]:
    """Words that hint at a use: their numbers, their groups as bits, and which stands in each slot."""
    bits: dict[str, int] = {}
    for number, group in enumerate(signals().values()):
        for word in filter(str.isalnum, group):
            bits[word] = bits.get(word, 0) | 1 << number
    numbers, slots = hashed([*bits]), [np.zeros(1 << 16, np.int64) for _ in _SHIFTS]
    for i, number in enumerate(numbers.tolist(), 1):
        places = ((slot, number >> int(shift) & 0xFFFF) for slot, shift in zip(slots, _SHIFTS, strict=True))
        slot, at = next((slot, at) for slot, at in places if not slot[at])
        slot[at] = i
    return np.append(np.uint64(0), numbers), np.array([0, *bits.values()]), [s for s in slots if s.any()]


def hints(words: Hash) -> Count:
    """The groups of each word, as bits."""
    numbers, bits, slots = _table()
    found = np.zeros(len(words), np.int64)
    for slot, shift in zip(slots, _SHIFTS, strict=False):
        at = slot[(words >> shift).astype(np.uint16)]
        some = np.flatnonzero(at)
        own = at[some]
        found[some] |= np.where(numbers[own] == words[some], bits[own], 0)
    return found
