"""How much a text looks like a language: characters after characters.

The cost of a text is -ln p under a bigram model of each language, in nats, summed over pairs of neighbours.
The tables (``tables.npz``) and how they come about: ``training/mojibake.py``.  Digits, ASCII signs and spaces
are all one: the edge of a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
Costs = NDArray[np.float32]

# [before][after] of: no case, lower, upper.  A capital inside a word betrays KOI8 read as cp1251.
_CASE = np.array(((0.0, 0.2, 1.6), (0.0, 0.0, 6.0), (0.0, 0.0, 0.7)), np.float32).ravel()


class Model:
    """The tables.

    Attributes:
        languages: Tags, in the order of every array of costs.
        costs: Tenths of a nat, [pair of kinds, language].
    """

    def __init__(self, tables: Mapping[str, NDArray[Any]]) -> None:
        self.languages = tuple(str(tag) for tag in tables["languages"])
        self._kind, self._case = tables["kind"].astype(np.int32), tables["case"]
        self._classes = len(tables["cost"])
        self.costs: NDArray[np.uint8] = tables["cost"].reshape(-1, len(self.languages))
        self._least = self.costs.min(1)
        self._unknown = tables["unknown"].ravel()

    def pairs(self, before: Codes, after: Codes) -> Costs:
        """Cost of each code point after the one before it, in nats, for each language: (..., languages)."""
        costs = self.costs[self.rows(before, after)].astype(np.float32)
        costs /= 10
        costs += self.case(before, after)[..., None]
        return costs

    def least(self, before: Codes, after: Codes) -> Costs:
        """The same in the language that suits each pair best."""
        costs: Costs = self._least[self.rows(before, after)].astype(np.float32)
        return costs / np.float32(10) + self.case(before, after)

    def unknown(self, before: Codes, after: Codes) -> Costs:
        """Cost of each code point after the one before it in a language that is in no table."""
        costs: Costs = self._unknown[self.rows(before, after)].astype(np.float32)
        return costs / np.float32(10) + self.case(before, after)

    def rows(self, before: Codes, after: Codes) -> NDArray[np.int32]:
        """Row of ``costs`` of each pair of code points."""
        rows: NDArray[np.int32] = self._kind.take(before, mode="clip") * self._classes
        rows += self._kind.take(after, mode="clip")
        return rows

    def case(self, before: Codes, after: Codes) -> Costs:
        """What each pair costs for its case, in nats, whatever the language."""
        shape = self._case.take(before, mode="clip") * np.uint8(3) + self._case.take(after, mode="clip")
        costs: Costs = _CASE.take(shape)
        return costs


@cache
def model() -> Model:
    """The model, loaded once."""
    with resources.files(__package__).joinpath("tables.npz").open("rb") as file, np.load(file) as tables:
        return Model(tables)


def codes(text: str) -> Codes:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
