"""What the model's second look sees: the first look's verdicts along the page.

A line is judged by those around it and by its place among them: a full sentence
between two paragraphs is of the article, the same sentence behind a stretch of
links is not.  Verdicts and weights are rounded to whole fractions, so that sums
are exact and no page's depend on the pages summed before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
    stretch = sums(_CORE)[:, 0]
    ends = np.cumsum(sizes)
    spans = [slice(a, b) for a, b in zip(ends - sizes, ends, strict=True)]
    along = [_along(stretch[x], score[x], kept[x], count[x]) for x in spans]
    own = (features[:, :SHAPE], features[:, GROUPS.stop :])
    return np.column_stack([*columns, np.concatenate(along), *own]).astype(np.float32)


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


def _along(stretch: Vector, score: Vector, kept: Vector, count: Vector) -> NDArray[np.float64]:
    """Of one page: where a line stands to the article's mass, to its best run, to its core."""
    core = int(np.argmax(stretch))
    return np.column_stack([*_mass(kept, count), *_best_run(score), *_from_core(score, core)])


def _mass(kept: Vector, count: Vector) -> list[Vector]:
    """Shares of the article's expected words before and after a line, and how many they are."""
    total, n = np.cumsum(kept), len(kept)
    whole = max(total[-1], 1.0)
    share = whole / max(count.sum(), 1.0)
    return [(total - kept) / whole, (whole - total) / whole, np.full(n, np.log1p(whole)), np.full(n, share)]


def _best_run(score: Vector) -> list[Vector]:
    """Where a line stands to the run of lines with the highest sum."""
    total = np.append(0.0, np.cumsum(score))
    low = np.minimum.accumulate(total)
    end = int(np.argmax(total[1:] - low[:-1]))
    start = int(np.argmin(total[: end + 1]))
    at = np.arange(len(score))
    length = np.full(len(score), (end - start + 1) / len(score))
    inside = ((at >= start) & (at <= end)).astype(np.float64)
    return [inside, np.clip(start - at, 0, 30), np.clip(at - end, 0, 30), length]


def _from_core(score: Vector, core: int) -> list[Vector]:
    """How far a line is from the surest stretch, what lies between, and the worst of it."""
    n = len(score)
    between, worst = np.zeros(n), np.zeros(n)
    for side in (slice(core + 1, n), slice(core - 1, None, -1) if core else slice(0, 0)):
        total = np.cumsum(score[side])
        before = np.append(0.0, total[:-1])[: len(total)]
        fall = np.minimum(before - np.maximum.accumulate(np.maximum(before, 0)), 0)
        between[side] = np.clip(before, -60, 60)
        worst[side] = np.maximum(np.minimum.accumulate(fall), -40) if len(fall) else fall
    return [np.clip(np.arange(n) - core, -30, 30).astype(np.float64), between, worst]
