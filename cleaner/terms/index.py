"""An index of names by their bones, in a few arrays: small, quickly made, quickly read from disk.

Two names are *near* if their skeletons are one class apart, or are the same once each has lost a class
(``skeleton.fewer``), and their letters differ in few places.  A skeleton with or without one of its classes
is a number, a *key*; names that share a key stand side by side in one array, the shortest first.  Those of
about the right length are first compared by the letters they hold, in any order: among 100,000 names one in
ten comes through, and only that one is aligned.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaner.terms.arrays import Arrays, packed, unpacked
from cleaner.terms.skeleton import CLASSES

_BASE = 11
"""Of the numbers that skeletons are: exact up to 16 classes, a hash beyond; odd, so that it divides modulo 2
to the 64th."""
_POWERS = np.cumprod(np.array([1] + [_BASE] * 99, np.uint64))
_INVERSE = np.uint64(pow(_BASE, -1, 2**64))
_DIGITS = np.zeros(128, np.uint64)
_DIGITS[np.frombuffer(CLASSES.encode(), np.uint8)] = np.arange(1, len(CLASSES) + 1)
_WIDTH = 6
"""Bits of a length; longer names count as one of 63 letters."""
_OFTEN = [ord(c) & 31 for c in "aeinorlsutkm"]
"""Letters that a name may well hold three times."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Names to look for.

    Attributes:
        letters: Their letters.
        skeletons: Their skeletons.
        limits: How many letters may differ.
    """

    letters: Sequence[str]
    skeletons: Sequence[str]
    limits: Sequence[int]


class Index:
    """Names by number, found by their letters and by their skeletons."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self.letters = unpacked(arrays["letters"])

    def begins(self, letters: str) -> bool:
        """True if a name begins with these letters."""
        at = bisect_left(self.letters, letters)
        return at < len(self.letters) and self.letters[at].startswith(letters)

    def same(self, letters: str) -> range:
        """Numbers of the names of these letters."""
        first = last = bisect_left(self.letters, letters)
        while last < len(self.letters) and self.letters[last] == letters:
            last += 1
        return range(first, last)

    def near(self, asked: Asked) -> list[list[int]]:
        """For each name asked for, the numbers of those near it that are not of the same letters."""
        from rapidfuzz.distance.Levenshtein import distance
        from rapidfuzz.process import cpdist

        found: list[list[int]] = [[] for _ in asked.letters]
        if not asked.letters or not len(self.arrays["keys"]):
            return found
        limits = np.array(asked.limits, np.int32)
        own, number = self._likely(asked, limits)
        ours, theirs = asked.letters, self.letters
        pairs = [ours[n] for n in own.tolist()], [theirs[n] for n in number.tolist()]
        far = cpdist(*pairs, scorer=distance, score_cutoff=max(asked.limits))
        near = (far > 0) & (far <= limits[own])
        for n, other in zip(own[near].tolist(), number[near].tolist(), strict=True):
            found[n].append(other)
        return found

    def _likely(self, asked: Asked, limits: NDArray[np.int32]) -> tuple[NDArray[np.int64], ...]:
        """Pairs of a name asked for and one that shares a key, most letters, and about the length."""
        keys, owner = _keys(asked.skeletons)
        lengths = _lengths(asked.letters)
        first = self.arrays["keys"].searchsorted(_sized(keys, (lengths - limits)[owner]))
        last = self.arrays["keys"].searchsorted(_sized(keys, (lengths + limits)[owner]), side="right")
        count = last - first
        own = owner.repeat(count)
        skipped = (first - count.cumsum() + count).repeat(count)
        number = self.arrays["names"][np.arange(len(own)) + skipped]
        a, b, limit = bags(asked.letters)[own], self.arrays["bags"][number], limits[own]
        alike = (np.bitwise_count(a & ~b) <= limit) & (np.bitwise_count(b & ~a) <= limit)
        pairs = np.sort(own[alike] * np.int64(len(self.letters)) + number[alike])
        return divmod(pairs[np.diff(pairs, prepend=-1) > 0], len(self.letters))  # np.unique loads much more


def build(letters: Sequence[str], skeletons: Sequence[str | None]) -> Arrays:
    """The arrays of an index of names, given in the order of their letters.

    Those without a skeleton are found by their letters only.
    """
    some = np.array([n for n, bones in enumerate(skeletons) if bones is not None], np.int32)
    keys, owner = _keys([bones for bones in skeletons if bones is not None])
    names = some[owner]
    sized = _sized(keys, _lengths(letters)[names])
    order = sized.argsort(kind="stable")
    return {
        "letters": packed(letters),
        "bags": bags(letters),
        "keys": sized[order],
        "names": names[order],
    }


def _sized(keys: NDArray[np.uint64], lengths: NDArray[np.int32]) -> NDArray[np.uint64]:
    """Keys with the number of letters behind them, so that those of one key stand by length."""
    return (keys << np.uint64(_WIDTH)) | lengths.clip(0, 2**_WIDTH - 1).astype(np.uint64)


def _lengths(rows: Sequence[str]) -> NDArray[np.int32]:
    return np.fromiter(map(len, rows), np.int32, len(rows))


def _keys(skeletons: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """The skeletons and those short of one class as numbers, each with the place of its skeleton.

    A class is a digit, the first the last of the number; sums of the digits before and after one make the
    number without it.
    """
    lengths = _lengths(skeletons)
    ends = lengths.cumsum(dtype=np.int32)
    starts = ends - lengths
    each = np.arange(len(lengths), dtype=np.int32)
    owner = each.repeat(lengths)
    at = np.arange(len(owner))
    digits = _DIGITS[np.frombuffer("".join(skeletons).encode(), np.uint8)]
    sums = np.zeros(len(at) + 1, np.uint64)
    np.cumsum(digits * _POWERS[np.minimum(at - starts[owner], len(_POWERS) - 1)], out=sums[1:])
    before, after = sums[at] - sums[starts][owner], sums[ends][owner] - sums[at + 1]
    whole = sums[ends] - sums[starts]
    return np.concatenate([whole, before + after * _INVERSE]), np.concatenate([each, owner])


def bags(letters: Sequence[str]) -> NDArray[np.uint64]:
    """Which letters a name holds, which twice, and some of those that it holds three times: a bit each.

    Two names of which one holds n letters that the other lacks are at least n edits apart.
    """
    codes = np.frombuffer("".join(letters).encode("utf-32-le", "surrogatepass"), np.uint32) & np.uint32(31)
    owner = np.arange(len(letters)).repeat(_lengths(letters))
    counts = np.bincount(owner * 32 + codes, minlength=32 * len(letters)).reshape(-1, 32)
    latin = counts[:, 1:27]
    bits = np.concatenate([latin > 0, latin > 1, counts[:, _OFTEN] > 2], axis=1)
    return np.packbits(bits, axis=1).view(np.uint64)[:, 0]
