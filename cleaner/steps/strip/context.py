"""Where a line stands: what is around it, and what came before.

After a heading such as "12 comments" a full sentence means something else than
before it.  Pages lie one after the other in the rows; none sees another's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cleaner.steps.strip.features import GROUPS, PROSE, Count, Matrix

_REACH = 3  # lines to each side over which the mean is taken
_MARKER = 8  # words, at most, of a line that heads what follows it
_HALF = 0.34  # share of a marker's words that hint at one use
_FAR = 30  # lines; further away is as far


def context(line: Matrix, sizes: Sequence[int]) -> Matrix:
    """The rows of ``features`` with what is around each.

    Args:
        line: The rows of all pages.
        sizes: How many of them each page has; none is 0.
    """
    return np.column_stack([line, *_around(line, sizes), _within(line, sizes)])


def _around(line: Matrix, sizes: Sequence[int]) -> list[Matrix]:
    """The two lines before and the two after, and the mean over seven lines."""
    page = np.repeat(np.arange(len(sizes)), sizes)
    place = np.arange(len(line)) + (page + 1) * _REACH
    padded = np.zeros((len(line) + (len(sizes) + 1) * _REACH, line.shape[1]), np.float32)
    padded[place] = line
    near = [padded[place + d] for d in range(-_REACH, _REACH + 1)]
    mean = sum(near[1:], start=near[0]) / np.float32(len(near))
    return [near[_REACH + d] for d in (-2, -1, 1, 2)] + [mean]


def _within(line: Matrix, sizes: Sequence[int]) -> Matrix:
    """Where on the page a line stands, and after which headings."""
    size = np.array(sizes, np.int64)
    start: Count = np.cumsum(size) - size
    owner = np.repeat(np.arange(len(size)), size)
    first, n = start[owner], size[owner]
    at = np.arange(len(line)) - first
    count = np.rint(np.expm1(line[:, 1].astype(np.float64)))
    prose = line[:, PROSE] > 0

    def before(values: NDArray[Any]) -> NDArray[Any]:
        """Sums over the lines of the page above."""
        total: NDArray[Any] = np.cumsum(values, axis=0) - values
        return np.asarray(total - total[first])

    def whole(values: NDArray[Any]) -> NDArray[Any]:
        return np.asarray(np.add.reduceat(values, start, axis=0)[owner])

    columns = [at / np.maximum(n - 1, 1), np.minimum(at, _FAR), np.minimum(n - 1 - at, _FAR), np.log1p(n)]
    for weight in (count, count * prose):
        above, total = before(weight), whole(weight)
        most = np.maximum(total, 1)
        columns += [above / most, (total - above - weight) / most, np.log1p(most)]
    columns += [whole(count * prose) / np.maximum(whole(count), 1)]
    columns += [_since(prose, first), _since(prose[::-1], (len(line) - first - n)[::-1])[::-1]]
    heads = (count[:, None] <= _MARKER) & (line[:, GROUPS] >= _HALF) & (line[:, 3:4] == 0)
    over = before(heads.astype(np.float64))
    under = whole(heads.astype(np.float64)) - over - heads
    long = np.rint(line[:, 0].astype(np.float64) * 1024)  # whole numbers: their sums are exact
    usual = whole(long * prose) / np.maximum(whole(prose.astype(np.float64)), 1) / 1024
    columns += [line[:, 0] - usual]
    heading = (_since(heads, first[:, None]), np.minimum(over, 3), np.minimum(under, 3))
    return np.column_stack([*columns, *heading]).astype(np.float32)


def _since(mask: NDArray[np.bool_], first: NDArray[Any]) -> Count:
    """How many lines ago on its page the last line of a kind was, this one left out; 30 at most."""
    at = np.arange(len(mask)).reshape(-1, *[1] * (mask.ndim - 1))
    last = np.maximum.accumulate(np.where(mask, at, -_FAR), axis=0)
    before = np.concatenate([np.full_like(last[:1], -_FAR), last[:-1]])
    since: Count = np.where(before < first, _FAR, np.minimum(at - before, _FAR))
    return since
