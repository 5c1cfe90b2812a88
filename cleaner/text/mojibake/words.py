"""What words cost: in each language, in the one most of them look like, in one nobody knows."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from cleaner.text.mojibake.model import Costs, codes, model

WORD = re.compile(r"[^ \t\n]*[^\x00-\x7f][^ \t\n]*")  # what only ASCII blanks part: others may be mojibake
ASCII_WORD = re.compile(r"(?<![^\W\d_])[A-Za-z]{2,}(?![^\W\d_])")
_NOT_LATIN = {"bg", "mk", "ru", "sr", "uk", "el", "ar", "fa", "ur", "he", "th"}
ABROAD = 5.0  # nats for a word in another language than that of its neighbours
_CAPPED = 12.0  # nats by which one word may speak against a language


def word_costs(words: list[str]) -> Costs:
    """Cost of each word in each language, its edges included: (words, languages)."""
    code = codes(" " + " ".join(words) + " ")
    return _summed(model().pairs(code[:-1], code[1:]), words)


def unknown_costs(words: list[str]) -> Costs:
    """Cost of each word in a language of no table: that it is one must be possible before it is changed."""
    code = codes(" " + " ".join(words) + " ")
    return _summed(model().unknown(code[:-1], code[1:]), words)


def main_language(costs: Costs) -> int:
    """The language most words look like."""
    return int(np.minimum(costs, costs.min(1, keepdims=True) + _CAPPED).sum(0).argmin())


def against(language: str, words: list[str]) -> float:
    """What words of ASCII say against a language: by how many nats they suit the best one better.

    Names and quotations in ASCII stand in texts of every other script, and say nothing there.
    """
    if language in _NOT_LATIN or not words:
        return 0.0
    cost = word_costs(words).sum(0)
    return float(cost[model().languages.index(language)] - cost.min())


def at_home(costs: Costs, language: int, abroad: float = ABROAD) -> Costs:
    """Cost of each word, most being in one language and some, for ``abroad`` nats more, in any other."""
    cost: Costs = np.minimum(costs[:, language], costs.min(1) + np.float32(abroad))
    return cost


def _summed(pairs: Costs, words: list[str]) -> Costs:
    starts = np.cumsum([0] + [len(word) + 1 for word in words[:-1]])
    whole: Costs = np.add.reduceat(pairs, starts)
    return whole


def cheapest_path(cost: Costs, enter: Costs | float, leave: float) -> NDArray[np.int8]:
    """The cheapest sequence of states through the words (Viterbi): (states, words) -> (words,).

    State 0 is where all begins; to another costs ``enter`` (its own, if they are many), back costs ``leave``.
    """
    states, words = cost.shape
    change = np.zeros((states, states), np.float32) + enter + leave
    change[0, :], change[:, 0] = enter, leave
    np.fill_diagonal(change, 0)
    total = cost[:, 0] + change[0]
    back = np.zeros((words, states), np.int8)
    for i in range(1, words):
        ways = total[:, None] + change
        back[i] = ways.argmin(0)
        total = ways.min(0) + cost[:, i]
    path = np.zeros(words, np.int8)
    path[-1] = total.argmin()
    for i in range(words - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path
