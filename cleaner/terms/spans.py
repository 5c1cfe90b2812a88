"""Spans of a text that may be names, all of them at once.

A *live* word begins with a capital, or is no English word; a *span* is up to four live words with single
blanks or hyphens between.  The text is an array of code points here, words and spans are arrays of places in
it: Python takes no step for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cleaner.terms.ragged import HASH, Ragged, characters, ranges, strings
from cleaner.terms.rarity import ordinaries, ordinary

LONGEST = 4
"""Words of the longest span."""
_MANY = 500_000  # words remembered
_WIDEST = 40  # letters of a word; a longer one is no name
_LETTERS = re.compile(r"[^\W\d_]+")
_PLANE = 0x10000  # letters beyond it, of old scripts and of mathematics, are none here
_JOINTS, _APOSTROPHES, _UMLAUTS = " \u00a0-", "'’", "äöüß"
_POSSESSIVE = 2  # letters of it
_TORN = re.compile(r"(?<![^\W\d_])([^\W\d_]++)(?: [äöüß] [a-z]++)+")
_JOINT = re.compile(r"[ \u00a0-]")
_TORN_JOINT = re.compile(r"[\u00a0-]| (?![äöüß] [a-z])(?:(?<! [äöüß] )|(?![a-z]))")

TELLS, GIVEN, KNOWN, DEAD = range(4)
"""What a word may do: tell something in a span; do so beside others only, as a given name, which may be
translated; go along in one; stand in none."""

Places = NDArray[np.int64]


class Uses:
    """What each word may do, remembered by the hash of its letters."""

    def __init__(self, judge: Callable[[str], int] = lambda _: TELLS) -> None:
        """Take what judges live words."""
        self._judge = judge
        self._hashes, self._uses = _dead_ones()

    def of(self, words: Ragged) -> NDArray[np.uint8]:
        """What each of some words may do, given their code points."""
        hashes = words.numbers(HASH)
        place = self._hashes.searchsorted(hashes)
        uses = self._uses.take(place, mode="clip")
        new = np.flatnonzero(self._hashes.take(place, mode="clip") != hashes)
        if len(new):
            found, first, which = np.unique(hashes[new], return_index=True, return_inverse=True)
            texts = strings(words.take(new[first]))
            told = np.array([DEAD if _dead(text) else self._judge(text) for text in texts], np.uint8)
            uses[new] = told[which]
            self._remember(found, told)
        return uses

    def _remember(self, hashes: NDArray[np.uint64], uses: NDArray[np.uint8]) -> None:
        if len(self._hashes) > _MANY:
            self._hashes, self._uses = _dead_ones()
        places = self._hashes.searchsorted(hashes)
        self._hashes = np.insert(self._hashes, places, hashes)
        self._uses = np.insert(self._uses, places, uses)


@cache
def _dead_ones() -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
    """The hashes of the English words in order, and that each may do nothing."""
    hashes = np.sort(characters([*ordinaries()]).numbers(HASH))
    return hashes, np.full(len(hashes), DEAD, np.uint8)


def _dead(word: str) -> bool:
    return len(word) > _WIDEST or (word[0].islower() and ordinary(word))


@dataclass(frozen=True, slots=True)
class Spans:
    """Spans of a text, by place.

    Attributes:
        starts: Where each starts.
        ends: Where it ends, the ending of a possessive left out.
        vocabulary: The words of all of them.
        told: What each of those may do.
        words: For each span the numbers of its words.
    """

    starts: Places
    ends: Places
    vocabulary: Sequence[str]
    told: NDArray[np.uint8]
    words: Ragged

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.starts.tolist(), self.ends.tolist(), strict=True)


def spans(text: str, uses: Uses) -> Spans:
    """All spans of a text."""
    codes = characters([text]).flat
    starts, words = _words(text, codes)
    told = uses.of(words)
    live = np.flatnonzero(told != DEAD)
    starts, words, told = starts[live], words.take(live), told[live]
    ends = starts + words.lengths
    linked = (starts[1:] == ends[:-1] + 1) & _among(codes[ends[:-1]], _JOINTS)
    first, count = _rows(len(live), linked)
    last = first + count - 1
    owned = (
        (words.lengths > _POSSESSIVE) & (codes[ends - 1] == ord("s")) & _among(codes[ends - 2], _APOSTROPHES)
    )
    ends -= _POSSESSIVE * owned
    bare = words.take(np.flatnonzero(owned)).shorter(_POSSESSIVE)
    every = words.append(bare)
    different, which = every.distinct()
    inner = which[: len(live)]
    final = inner.copy()
    final[owned] = which[len(live) :]
    rows = inner[ranges(first, count)]
    rows[count.cumsum() - 1] = final[last]
    uses_of = np.append(told, uses.of(bare))[different]
    return Spans(starts[first], ends[last], strings(every.take(different)), uses_of, Ragged(rows, count))


def _rows(size: int, linked: NDArray[np.bool_]) -> tuple[Places, Places]:
    """First word and number of words of each span, by place."""
    whole, found = np.ones(size, bool), []
    for longer in range(LONGEST):
        found.append(np.flatnonzero(whole) * LONGEST + longer)
        whole = whole[:-1] & linked[longer:]
    first, longer_by = divmod(np.sort(np.concatenate(found)), LONGEST)
    return first, longer_by + 1


def _words(text: str, codes: NDArray[np.uint32]) -> tuple[Places, Ragged]:
    """Where each word of a text starts, and the words."""
    inside = _letters()[np.minimum(codes, _PLANE - 1)]
    marks = np.flatnonzero(_among(codes[1:-1], _APOSTROPHES)) + 1
    inside[marks[inside[marks - 1] & inside[marks + 1]]] = True
    umlauts = np.flatnonzero(_among(codes[1:-1], _UMLAUTS))
    if (codes[umlauts] == codes[umlauts + 2]).any():  # blanks, most likely
        for torn in _TORN.finditer(text):
            inside[torn.start() : torn.end()] |= not _dead(torn[1])
    edges = np.flatnonzero(np.diff(inside, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    return starts, Ragged(codes[inside], ends - starts)


def _among(codes: NDArray[np.uint32], letters: str) -> NDArray[np.bool_]:
    """Which code points are of these letters; for so few faster than ``np.isin``."""
    found = np.zeros(len(codes), bool)
    for letter in letters:
        found |= codes == ord(letter)
    return found


@cache
def _letters() -> NDArray[np.bool_]:
    """For each code point, whether it is a letter."""
    table = np.zeros(_PLANE, bool)
    for row in _LETTERS.finditer("".join(map(chr, range(_PLANE)))):
        table[row.start() : row.end()] = True
    return table


def words(span: str) -> list[str]:
    """The words of a span, split at blanks and hyphens.

    >>> words("Baden-Baden Nord")
    ['Baden', 'Baden', 'Nord']
    """
    return (_JOINT if span.isascii() else _TORN_JOINT).split(span)
