"""How much a text looks like a language: characters after characters.

The cost of a text is -ln p under a bigram model of each language, in nats, summed over pairs of neighbours.
The tables (``tables.npz``) and how they come about: ``training/mojibake.py``.  Digits, ASCII signs and spaces
are all one: the edge of a word.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Codes = NDArray[np.uint32]
    Costs = NDArray[np.float32]

# [before][after] of: no case, lower, upper.  A capital inside a word betrays KOI8 read as cp1251.
_CASE = np.array(((0.0, 0.2, 1.6), (0.0, 0.0, 6.0), (0.0, 0.0, 0.7)), np.float32).ravel()


class Model:
    """The tables.

    Attributes:
        languages: Tags, in the order of every array of costs.
    """

    def __init__(
        self, languages: tuple[str, ...], kind: NDArray[np.uint16], case: Codes, cost: Codes
    ) -> None:
        self.languages = languages
        self._kind, self._case = kind, case
        self._classes = len(cost)
        self._cost = cost.reshape(-1, len(languages))

    def pairs(self, before: Codes, after: Codes) -> Costs:
        """Cost of each code point after the one before it, in nats, for each language: (pairs, languages)."""
        before, after = np.minimum(before, 0xFFFF), np.minimum(after, 0xFFFF)
        rows = self._kind[before].astype(np.int32) * self._classes + self._kind[after]
        costs: Costs = self._cost[rows].astype(np.float32) / np.float32(10)
        costs += _CASE[self._case[before] * 3 + self._case[after]][:, None]
        return costs


@cache
def model() -> Model:
    """The model, loaded once."""
    with resources.files(__package__).joinpath("tables.npz").open("rb") as file, np.load(file) as tables:
        languages = tuple(str(x) for x in tables["languages"])
        return Model(languages, tables["kind"], tables["case"], tables["cost"])


def codes(text: str) -> Codes:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
