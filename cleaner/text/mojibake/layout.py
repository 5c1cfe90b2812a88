"""The words of a text that are not ASCII alone: where, in which lines, and what they cost as they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaner.text.mojibake.model import Costs
from cleaner.text.mojibake.words import WORD, at_home, main_language, unknown_costs, word_costs

NONSENSE = 6.5  # nats a pair at most for what stands there: controls must not drown all else
_TELL = 3  # different words of a line that tell its language: a foreign sentence may stand there


@dataclass(frozen=True, slots=True)
class Layout:
    """The words of a text.

    Attributes:
        text: The text.
        starts: Where each word stands.
        words: The different words.
        order: The number in ``words`` of the word at each place.
        odd: The numbers of the odd ones; one that stands there often, so often.
        lines: The places of each line that has some.
        costs: What each word costs as it stands.
    """

    text: str
    starts: list[int]
    words: list[str]
    order: NDArray[np.int64]
    odd: NDArray[np.int64]
    lines: list[slice]
    costs: Costs


def layout(text: str, odd: list[str]) -> Layout:
    """The words of ``text``, of which ``odd`` are."""
    places = [(m.start(), m.group()) for m in WORD.finditer(text)]
    number = {word: i for i, word in enumerate(dict.fromkeys(word for _, word in places))}
    order = np.array([number[word] for _, word in places])
    starts, words = [start for start, _ in places], list(number)
    lines = list(_lines(text, starts))
    costs = _as_they_stand(words, [order[line] for line in lines])
    return Layout(text, starts, words, order, np.array([number[word] for word in odd]), lines, costs)


def _lines(text: str, starts: list[int]) -> Iterator[slice]:
    first = 0
    while first < len(starts):
        end = text.find("\n", starts[first])
        last = bisect_left(starts, end) if end >= 0 else len(starts)
        yield slice(first, last)
        first = last


def _as_they_stand(words: list[str], lines: list[NDArray[np.int64]]) -> Costs:
    """What each word costs in the language of the text, or in that of its line, or in one nobody knows."""
    costs = word_costs(words)
    known = at_home(costs, main_language(costs[np.concatenate(lines)]))
    for line in (x for x in lines if len(set(x.tolist())) >= _TELL):
        known[line] = np.minimum(known[line], costs[line, main_language(costs[line])])
    most = np.array([NONSENSE * (len(word) + 1) for word in words], np.float32)
    fewest: Costs = np.minimum(np.minimum(known, unknown_costs(words)), most)
    return fewest
