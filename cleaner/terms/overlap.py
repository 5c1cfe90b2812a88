"""Which of many spans overlap one?  Told by bisection, for a text may hold as many of both as it is long."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate


class Overlap:
    """Spans, half-open, by their start.

    >>> list(Overlap([(0, 9), (2, 3), (5, 7)]).over(3, 6))
    [(5, 7), (0, 9)]
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._furthest = list(accumulate((end for _, end in self._spans), max))

    def over(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Those that share a code point with a span, the last first."""
        at = bisect_left(self._spans, (end,)) - 1
        while at >= 0 and self._furthest[at] > start:
            if self._spans[at][1] > start:
                yield self._spans[at]
            at -= 1
