"""The line model: how likely each line of a page is of the article.

Two small networks, one hidden layer each.  The first looks at a line and its
neighbours (``features``), the second at the first one's verdicts along the page
(``sequence``).  Trained by ``training/boilerplate.py``; numpy is imported with
this module, so it is itself imported only when a page is to be judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from cleaner.steps.strip.context import context
from cleaner.steps.strip.features import Matrix, features
from cleaner.steps.strip.page import Page
from cleaner.steps.strip.sequence import Vector, second_look

_TILE = 8  # rows multiplied at once, always so many: then a row's result does not depend on the others
_FAR = 5.0  # standard deviations; what lies further out is no more telling


@dataclass(frozen=True, slots=True)
class Network:
    """One hidden layer of rectified units on scaled inputs; gives log odds.

    Attributes:
        mean: Of each input, over the training pages.
        scale: Its standard deviation.
        hidden: Weights, inputs by units.
        bias: Of each unit.
        out: Weight of each unit.
        shift: Added at the end.
    """

    mean: NDArray[np.float32]
    scale: NDArray[np.float32]
    hidden: NDArray[np.float32]
    bias: NDArray[np.float32]
    out: NDArray[np.float32]
    shift: NDArray[np.float32]

    def log_odds(self, inputs: Matrix) -> Vector:
        """Log odds that each row is of the article."""
        n = len(inputs)
        scaled = np.zeros((-(-n // _TILE) * _TILE, inputs.shape[1]), np.float32)
        np.clip((inputs - self.mean) / self.scale, -_FAR, _FAR, out=scaled[:n])
        raw = np.empty((len(scaled), len(self.bias)), np.float32)
        for at in range(0, len(scaled), _TILE):
            np.dot(scaled[at : at + _TILE], self.hidden, out=raw[at : at + _TILE])
        units = np.maximum(raw[:n] + self.bias, 0)
        odds: Vector = ((units * self.out).sum(axis=1) + self.shift).astype(np.float64)
        return odds


@dataclass(frozen=True, slots=True)
class LineModel:
    """The two networks."""

    first: Network
    second: Network

    def article(self, pages: Sequence[Page]) -> list[list[float]]:
        """The chance of each line of each page to be of the article, in [0, 1]; no page is empty."""
        if not pages:
            return []
        sizes = [len(page.lines) for page in pages]
        lines = features(pages)
        odds = self.first.log_odds(context(lines, sizes))
        chance = 1 / (1 + np.exp(-self.second.log_odds(second_look(odds, lines, sizes))))
        return [part.tolist() for part in np.split(chance, np.cumsum(sizes)[:-1])]


@cache
def shipped() -> LineModel:
    """The model that comes with the package."""
    with as_file(files("cleaner.steps.strip").joinpath("model.npz")) as path, np.load(path) as stored:
        nets = [
            Network(*(stored[f"{name}_{field}"].astype(np.float32) for field in Network.__slots__))
            for name in ("first", "second")
        ]
    return LineModel(*nets)
