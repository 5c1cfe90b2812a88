"""Rows of different lengths in one array, end to end: many names, cut or joined at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

HASH = 0x9E3779B97F4A7C15
"""A base of numbers that makes hashes of long rows: odd, its bits in no order."""


@dataclass(frozen=True)
class Ragged:
    """Rows of different lengths.

    Attributes:
        flat: The items of all rows.
        lengths: How many of them each row has.
    """

    flat: NDArray[Any]
    lengths: NDArray[np.int64]

    @cached_property
    def ends(self) -> NDArray[np.int64]:
        """Where in ``flat`` each row ends."""
        return self.lengths.cumsum()

    @property
    def starts(self) -> NDArray[np.int64]:
        """Where in ``flat`` each row starts."""
        return self.ends - self.lengths

    @property
    def owner(self) -> NDArray[np.int64]:
        """The row of each item."""
        return np.arange(len(self.lengths)).repeat(self.lengths)

    def take(self, numbers: NDArray[Any]) -> Ragged:
        """Some of the rows, in the order asked for."""
        lengths = self.lengths[numbers]
        return Ragged(self.flat[ranges(self.starts[numbers], lengths)], lengths)

    def joined(self, counts: NDArray[np.int64]) -> Ragged:
        """The first so many rows made one, then the next so many."""
        return Ragged(self.flat, np.diff(np.append(0, self.ends)[counts.cumsum()], prepend=0))

    def append(self, other: Ragged) -> Ragged:
        """The rows of both."""
        both = np.concatenate([self.flat, other.flat])
        return Ragged(both, np.concatenate([self.lengths, other.lengths]))

    def shorter(self, by: int) -> Ragged:
        """Each row without its last items, of which it has so many."""
        lengths = self.lengths - by
        return Ragged(self.flat[ranges(self.starts, lengths)], lengths)

    def without_doubles(self) -> Ragged:
        """Each row without the items that are the same as the one before."""
        owner = self.owner
        kept = np.ones(len(owner), bool)
        kept[1:] = (self.flat[1:] != self.flat[:-1]) | (owner[1:] != owner[:-1])
        return Ragged(self.flat[kept], np.bincount(owner[kept], minlength=len(self.lengths)))

    def distinct(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The places of the rows that differ, told by a hash of 64 bits, and for each row which it is."""
        _, first, which = np.unique(self.numbers(HASH), return_index=True, return_inverse=True)
        return first, which

    def numbers(self, base: int) -> NDArray[np.uint64]:
        """Each row as a number, its items the digits, the first the last; modulo 2 to the 64th."""
        sums, ends = self.sums(base), self.ends
        numbers: NDArray[np.uint64] = sums[ends] - sums[ends - self.lengths]
        return numbers

    def sums(self, base: int) -> NDArray[np.uint64]:
        """What stands before each item, its row as a number begun at nothing; and all of them at the end."""
        place = np.arange(len(self.flat)) - self.starts.repeat(self.lengths)
        sums = np.zeros(len(self.flat) + 1, np.uint64)
        np.cumsum((self.flat + 1).astype(np.uint64) * _powers(base).take(place, mode="clip"), out=sums[1:])
        return sums


@cache
def _powers(base: int) -> NDArray[np.uint64]:
    """What each of a hundred digits counts; further ones count as much as the last."""
    return np.cumprod(np.array([1] + [base] * 99, np.uint64), dtype=np.uint64)


def ranges(starts: NDArray[Any], counts: NDArray[Any]) -> NDArray[np.int64]:
    """The numbers from each start on, so many of each.

    >>> ranges(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    ends = counts.cumsum()
    skipped: NDArray[np.int64] = (starts - ends + counts).repeat(counts)
    return skipped + np.arange(len(skipped))


def characters(rows: Sequence[str]) -> Ragged:
    """The code points of strings."""
    codes = np.frombuffer("".join(rows).encode("utf-32-le", "surrogatepass"), np.uint32)
    return Ragged(codes, np.fromiter(map(len, rows), np.int64, len(rows)))


def strings(rows: Ragged) -> list[str]:
    """What ``characters`` took apart."""
    text = rows.flat.tobytes().decode("utf-32-le", "surrogatepass")
    return [text[a:b] for a, b in zip(rows.starts.tolist(), rows.ends.tolist(), strict=True)]
