"""An index of names by their bones, in a few arrays: small, quickly made, quickly read from disk.

Two names are *near* if their skeletons are one class apart, or are the same once each has lost a class
(``skeleton.fewer``), and their letters differ in few places.  A skeleton with or without one of its classes
is a number, a *key*; names that share a key stand side by side in one array, the shortest first.  Those of
about the right length are first compared by the letters they hold, in any order: among 100,000 names one in
ten comes through, and only that one is aligned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaner.terms.arrays import Arrays, packed, unpacked
from cleaner.terms.ragged import HASH, Ragged, characters, ranges, strings
from cleaner.terms.skeleton import CLASSES

_BASE = 11
"""Of the numbers that skeletons are: exact up to 16 classes, a hash beyond; odd, so that it divides modulo 2
to the 64th."""
_INVERSE = np.uint64(pow(_BASE, -1, 2**64))
_DIGITS = np.zeros(128, np.uint64)
_DIGITS[np.frombuffer(CLASSES.encode(), np.uint8)] = np.arange(len(CLASSES))
_WIDTH = 6
"""Bits of a length; longer names count as one of 63 letters."""
_OFTEN = [ord(c) & 31 for c in "aeinorlsutkm"]
"""Letters that a name may well hold three times."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Names to look for.

    Attributes:
        letters: The code points of their letters.
        skeletons: The classes of their skeletons (``classes``).
        limits: How many letters may differ.
    """

    letters: Ragged
    skeletons: Ragged
    limits: NDArray[np.int64]


Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Numbers of names asked for, and of names of the index, pair by pair."""


class Index:
    """Names by number, found by their letters and by their skeletons."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self.letters = np.array(unpacked(arrays["letters"]), object)

    def same(self, letters: Ragged) -> Pairs:
        """Names asked for with those of the same letters."""
        hashes = letters.numbers(HASH)
        own, place = _between(self.arrays["hashes"], hashes, hashes)
        number = self.arrays["hashed"][place].astype(np.int64)
        same = np.array(strings(letters.take(own)), object) == self.letters[number]
        return own[same], number[same]

    def near(self, asked: Asked) -> Pairs:
        """Names asked for with those near them that are not of the same letters."""
        own, number = self._likely(asked)
        if not len(own):
            return own, number
        from rapidfuzz.distance.Levenshtein import distance
        from rapidfuzz.process import cpdist

        ours, theirs = np.array(strings(asked.letters), object)[own], self.letters[number]
        limits = asked.limits[own]
        far = cpdist(ours, theirs, scorer=distance, score_cutoff=int(limits.max()))
        near = (far > 0) & (far <= limits)
        return own[near], number[near]

    def _likely(self, asked: Asked) -> Pairs:
        """Those that share a key, most letters, and about the length."""
        keys, owner = _keys(asked.skeletons)
        lengths, limits = asked.letters.lengths, asked.limits
        shortest, longest = _sized(keys, (lengths - limits)[owner]), _sized(keys, (lengths + limits)[owner])
        key, place = _between(self.arrays["keys"], shortest, longest)
        own, number = owner[key], self.arrays["names"][place]
        a, b, limit = bags(asked.letters)[own], self.arrays["bags"][number], limits[own]
        alike = (np.bitwise_count(a & ~b) <= limit) & (np.bitwise_count(b & ~a) <= limit)
        pairs = np.sort((own[alike] << 32) | number[alike])
        pairs = pairs[np.diff(pairs, prepend=-1) > 0]  # np.unique loads much more
        return pairs >> 32, pairs & 0xFFFFFFFF


def _between(row: NDArray[np.uint64], least: NDArray[np.uint64], most: NDArray[np.uint64]) -> Pairs:
    """For each pair of bounds, the places in a sorted row of what lies between, each with its pair."""
    first, last = row.searchsorted(least), row.searchsorted(most, side="right")
    count = last - first
    return np.arange(len(least)).repeat(count), ranges(first, count)


def build(letters: Sequence[str], skeletons: Sequence[str | None]) -> Arrays:
    """The arrays of an index of names, given in the order of their letters.

    Those without a skeleton are found by their letters only.
    """
    codes = characters(letters)
    some = np.array([n for n, bones in enumerate(skeletons) if bones is not None], np.int32)
    keys, owner = _keys(classes([bones for bones in skeletons if bones is not None]))
    names = some[owner]
    sized = _sized(keys, codes.lengths[names])
    hashes = codes.numbers(HASH)
    order, hashed = sized.argsort(kind="stable"), hashes.argsort(kind="stable")
    return {
        "letters": packed(letters),
        "hashes": hashes[hashed],
        "hashed": hashed.astype(np.int32),
        "bags": bags(codes),
        "keys": sized[order],
        "names": names[order],
    }


def classes(skeletons: Sequence[str]) -> Ragged:
    """Skeletons as rows of numbers."""
    codes = characters(skeletons)
    return Ragged(_DIGITS[codes.flat], codes.lengths)


def _sized(keys: NDArray[np.uint64], lengths: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Keys with the number of letters behind them, so that those of one key stand by length."""
    return (keys << np.uint64(_WIDTH)) | lengths.clip(0, 2**_WIDTH - 1).astype(np.uint64)


def _keys(skeletons: Ragged) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The skeletons and those short of one class as numbers, each with the place of its skeleton.

    Sums of the digits before and after a class make the number without it.
    """
    sums, owner = skeletons.sums(_BASE), skeletons.owner
    starts, ends, at = sums[skeletons.starts], sums[skeletons.ends], np.arange(len(owner))
    before, after = sums[at] - starts[owner], ends[owner] - sums[at + 1]
    each = np.arange(len(skeletons.lengths))
    return np.concatenate([ends - starts, before + after * _INVERSE]), np.concatenate([each, owner])


def bags(letters: Ragged) -> NDArray[np.uint64]:
    """Which letters a name holds, which twice, and some of those that it holds three times: a bit each.

    Two names of which one holds n letters that the other lacks are at least n edits apart.
    """
    rows = len(letters.lengths)
    cells = letters.owner * 32 + (letters.flat & np.uint32(31))
    counts = np.bincount(cells, minlength=32 * rows).reshape(-1, 32)
    latin = counts[:, 1:27]
    bits = np.concatenate([latin > 0, latin > 1, counts[:, _OFTEN] > 2], axis=1)
    return np.packbits(bits, axis=1).view(np.uint64)[:, 0]
