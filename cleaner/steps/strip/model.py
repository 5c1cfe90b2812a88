"""The line model: how likely each line of a page is of the article.

Two small networks, one hidden layer each.  The first looks at a line and its
neighbours (``features``), the second at the first one's verdicts along the page
(``sequence``).  Trained by ``training/boilerplate.py``; numpy is imported with
this module, so it is itself imported only when a page is to be judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from cleaner.steps.strip.features import Matrix, features
from cleaner.steps.strip.page import Page
from cleaner.steps.strip.sequence import Vector, second_look

_ALONE = 262_144  # multiplications; a larger product OpenBLAS shares among threads, at a loss here
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
        scaled = np.clip((inputs - self.mean) / self.scale, -_FAR, _FAR)
        step = max(1, _ALONE // self.hidden.size)
        raw = [scaled[at : at + step] @ self.hidden for at in range(0, len(scaled), step)]
        odds: Vector = (np.maximum(np.concatenate(raw) + self.bias, 0) @ self.out + self.shift).astype(float)
        return odds


@dataclass(frozen=True, slots=True)
class LineModel:
    """The two networks."""

    first: Network
    second: Network

    def article(self, page: Page) -> Vector:
        """The chance of each line of a page to be of the article, in [0, 1]."""
        if not page.lines:
            return np.zeros(0)
        seen = features(page)
        odds = self.first.log_odds(seen)
        return 1 / (1 + np.exp(-self.second.log_odds(second_look(odds, seen))))


@cache
def shipped() -> LineModel:
    """The model that comes with the package."""
    with as_file(files("cleaner.steps.strip").joinpath("model.npz")) as path, np.load(path) as stored:
        nets = [
            Network(*(stored[f"{name}_{field}"].astype(np.float32) for field in Network.__slots__))
            for name in ("first", "second")
        ]
    return LineModel(*nets)
