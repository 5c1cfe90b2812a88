"""What the model's second look sees: the first look's verdicts along the page.

A line is judged by those around it and by its place among them: a full sentence
between two paragraphs is of the article, the same sentence behind a stretch of
links is not.  Verdicts and weights are rounded to whole fractions, so that sums
are exact and no page's depend on the pages summed before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cleaner.steps.strip.features import GROUPS, SHAPE, Count, Matrix

Vector = NDArray[np.float64]

_SUREST = 5.0  # log odds; more would let one line speak for a page
_EDGE = -3.0  # log odds beyond the ends of the page, where nothing is of the article
_NEAR = (-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6)  # lines whose own verdict is seen
_REACH = (1, 2, 4, 8, 16)  # lines to each side over which verdicts are averaged
_CORE = 3  # the same, for the surest stretch of the page
_LONG = 60  # words; a longer line weighs no more
_GRAIN = 256


def second_look(odds: Vector, features: Matrix, sizes: Sequence[int]) -> Matrix:
    """One row a line for the second network, from the first one's log odds and the pages' features."""
    odds = _rounded(np.clip(odds, -_SUREST, _SUREST))
    count = np.rint(np.expm1(features[:, 1].astype(np.float64)))
    weight = _rounded(np.sqrt(np.minimum(count, _LONG) + 1))
    chance = _rounded(1 / (1 + np.exp(-odds)))
    page = np.repeat(np.arange(len(sizes)), sizes)
    columns = [odds, chance, *_near(odds, page)]
    score, kept = odds * weight, chance * count
    sums = _sums(np.column_stack([score, weight, kept, count]), page)
    for reach in _REACH:
        total = sums(reach)
        columns += [total[:, 0] / total[:, 1], total[:, 2] / np.maximum(total[:, 3], 1)]
    along = _along(sums(_CORE)[:, 0], score, kept, count, np.array(sizes, np.int64))
    own = (features[:, :SHAPE], features[:, GROUPS.stop :])
    return np.column_stack([*columns, *along, *own]).astype(np.float32)


def _rounded(values: Vector) -> Vector:
    return np.rint(values * _GRAIN) / _GRAIN


def _near(odds: Vector, page: Count) -> list[Vector]:
    """The verdicts of the lines around."""
    far = max(_NEAR)
    place = np.arange(len(odds)) + (page + 1) * far
    padded = np.full(len(odds) + (int(page[-1]) + 2) * far, _EDGE)
    padded[place] = odds
    return [padded[place + d] for d in _NEAR]


def _sums(values: NDArray[np.float64], page: Count) -> Callable[[int], NDArray[np.float64]]:
    """Of columns: gives for any reach the sums over so many lines to each side and the line itself."""
    far = max(_REACH)
    place = np.arange(len(values)) + (page + 1) * far
    total = np.zeros((len(values) + (int(page[-1]) + 2) * far + 1, values.shape[1]))
    total[place + 1] = values
    total = np.cumsum(total, axis=0)
    return lambda reach: total[place + 1 + reach] - total[place - reach]


def _along(stretch: Vector, score: Vector, kept: Vector, count: Vector, size: Count) -> list[NDArray[Any]]:
    """Where a line stands to the article's mass, to the page's best run of lines, and to its core."""
    start: Count = np.cumsum(size) - size
    page = np.repeat(np.arange(len(size)), size)
    at = np.arange(len(page)) - start[page]

    def whole(values: Vector) -> Vector:
        return np.asarray(np.add.reduceat(values, start)[page])

    def above(values: Vector) -> Vector:
        total: Vector = np.cumsum(values) - values
        return total - total[start][page]

    def place(values: Vector) -> Count:
        """Of the highest value of each page: the first line that has it."""
        top = np.maximum.reduceat(values, start)[page]
        return np.asarray(np.minimum.reduceat(np.where(values == top, at, len(at)), start)[page])

    mass, before = np.maximum(whole(kept), 1.0), above(score)
    share = [above(kept) / mass, (mass - above(kept) - kept) / mass, np.log1p(mass)]
    share += [mass / np.maximum(whole(count), 1.0)]
    low = -_highest(-before, page)
    last = place(before + score - low)
    begin = place(-np.abs(before - low[start[page] + last]))
    run = [(at >= begin) & (at <= last), np.clip(begin - at, 0, 30), np.clip(at - last, 0, 30)]
    run += [(last - begin + 1) / size[page]]
    core = place(stretch)
    middle = start[page] + core
    after = np.where(at > core, before - (before + score)[middle], 0.0)
    ahead = np.where(at < core, before[middle] - (before + score), 0.0)
    back = page[-1] - page[::-1]
    between, worst = after + ahead, _fall(after, page) + _fall(ahead[::-1], back)[::-1]
    return [*share, *run, np.clip(at - core, -30, 30), np.clip(between, -60, 60), np.maximum(worst, -40)]


def _fall(way: Vector, page: Count) -> Vector:
    """How far sums have fallen at most, on the way so far, from the highest they had been."""
    fall = np.minimum(way - _highest(np.maximum(way, 0), page), 0)
    return -_highest(-fall, page)


def _highest(values: Vector, page: Count) -> Vector:
    """The highest value of the page so far: each page is lifted above the ones before, by a power of two."""
    lift = page * 2.0 ** np.ceil(np.log2(np.abs(values).max() + 1) + 1)
    highest: Vector = np.maximum.accumulate(values + lift) - lift
    return highest
