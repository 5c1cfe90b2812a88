"""The characters of many lines at once: of which kind each is, and where words begin."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Count = NDArray[np.int64]
Hash = NDArray[np.uint64]

SPACE, LOWER, UPPER, OTHER, DIGIT, STOP, PAUSE, MARK = range(8)
_BASE = 0x9E3779B97F4A7C15  # odd, so that it has an inverse
_INVERSE = pow(_BASE, -1, 1 << 64)
_USUAL = 1 << 18  # characters of a few pages


class Glyphs(NamedTuple):
    """The characters of lines that are joined by newlines.

    Attributes:
        code: Of each character, the newlines among them.
        kind: SPACE, LOWER, ...
        owner: The line it is of; a newline is of the line it ends.
        first: Of each line, its first character.
        last: Its last.
        begins: Where words begin: runs of letters and digits.
        words: A number for each word, the same for the same word in any case (but for a last sigma).
        letters: How many characters each word has.
        per_line: How many words each line has.
    """

    code: NDArray[np.uint32]
    kind: NDArray[np.uint8]
    owner: Count
    first: Count
    last: Count
    begins: Count
    words: Hash
    letters: Count
    per_line: Count


@cache
def _tables() -> tuple[NDArray[np.uint8], Hash]:
    """The kind of each code point of the basic plane, and its lower case."""
    kinds = {"Ll": LOWER, "Lu": UPPER, "Lt": UPPER, "Zs": SPACE}
    major = {"L": OTHER, "M": OTHER, "N": DIGIT}
    plane = [*map(chr, range(0x10000))]
    found = [*map(unicodedata.category, plane)]
    kinds |= {category: major.get(category[0], MARK) for category in {*found} - {*kinds}}
    kind = np.fromiter(map(kinds.__getitem__, found), np.uint8, len(plane))
    lowered = zip(plane, map(str.lower, plane), strict=True)
    small = "".join(lower if len(lower) == 1 else char for char, lower in lowered)
    low = np.frombuffer(small.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    for chars, value in ((".!?…。！？", STOP), (",;:、，：；", PAUSE), ("\t\n\r\v\f", SPACE)):
        kind[[ord(c) for c in chars]] = value
    return kind, low


def glyphs(joined: str) -> Glyphs:
    """Look at lines joined by newlines."""
    code = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    plane = np.minimum(code, 0xFFFF)
    kind = _tables()[0][plane]
    cut = np.flatnonzero(code == 10)
    first, last = np.append(0, cut + 1), np.append(cut, len(code)) - 1
    owner = np.repeat(np.arange(len(first)), np.diff(np.append(first, len(code))))
    inside = np.zeros(len(kind) + 2, np.bool_)
    inside[1:-1] = (kind >= LOWER) & (kind <= DIGIT)
    edge = np.flatnonzero(inside[1:] != inside[:-1])
    begins, letters = edge[::2], edge[1::2] - edge[::2]
    per_line = np.bincount(owner[begins], minlength=len(first))
    words = _hashes(plane, begins, letters)
    return Glyphs(code, kind, owner, first, last, begins, words, letters, per_line)


def _hashes(plane: NDArray[np.uint32], begins: Count, letters: Count) -> Hash:
    """A polynomial of each word's letters, modulo 2 ** 64: powers by the place in the text, shifted back."""
    up, down = _powers(max(_USUAL, 1 << len(plane).bit_length()))
    total = np.zeros(len(plane) + 1, np.uint64)
    np.cumsum(_tables()[1][plane] * up[: len(plane)], out=total[1:])
    found: Hash = (total[begins + letters] - total[begins]) * down[begins]
    found ^= found >> np.uint64(32)  # the first letter counts least: mix
    found *= np.uint64(_BASE)
    return found ^ found >> np.uint64(29)


@lru_cache(maxsize=1)
def _powers(count: int) -> tuple[Hash, Hash]:
    """The first powers of the base and of its inverse, modulo 2 ** 64."""
    up, down = np.full(count, _BASE, np.uint64), np.full(count, _INVERSE, np.uint64)
    return np.multiply.accumulate(up), np.multiply.accumulate(down)


def hashed(words: list[str]) -> Hash:
    """The numbers that words have in any text."""
    return glyphs("\n".join(words)).words
