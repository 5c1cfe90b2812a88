"""A second opinion where the first model is not sure: letter sequences inside words.

The first model reads bytes across words and is weak on the short texts of close
languages.  This one asks how often each language has the four letters of every
place in a word, its ends included, so that short function words count whole.

Its table is built by ``benchmarks/language_data.py`` from the translations of
Home Assistant (Apache License 2.0).  langdetect was tried in its place, by its
profiles and by its own sampling: it added nothing to the first model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

TABLE = "grams.npz"
STEP = 0.25  # natural logarithms in one unit of the table
_ORDER = 4
_WORD = re.compile(r"[^\W\d_]+")


def grams(text: str) -> Iterator[str]:
    """Sequences of four letters, the spaces at a word's ends included; shorter words whole.

    >>> list(grams("Der Hund!"))
    [' der', 'der ', ' hun', 'hund', 'und ']
    """
    for word in _WORD.findall(text.lower()):
        padded = f" {word} "
        for at in range(max(len(padded) - _ORDER, 0) + 1):
            yield padded[at : at + _ORDER]


class Opinion:
    """The table of one script."""

    def __init__(self, langs: list[str], keys: list[str], below: NDArray[Any]) -> None:
        self._column = {lang: i for i, lang in enumerate(langs)}
        self._row = {key: i for i, key in enumerate(keys)}
        self._below = below

    def scores(self, text: str, langs: Sequence[str]) -> NDArray[Any]:
        """Log-likelihood of each language relative to the best, 0 or less.

        A language that is not in the table gets the mean of those that are.
        """
        import numpy as np

        rows = [row for g in grams(text) if (row := self._row.get(g)) is not None]
        columns = [self._column[lang] for lang in langs if lang in self._column]
        if not rows or not columns:
            return np.zeros(len(langs))
        sums = -STEP * self._below[rows][:, columns].sum(axis=0, dtype=np.float64)
        known = iter((sums - sums.max()).tolist())
        scores = np.array([next(known) if lang in self._column else np.nan for lang in langs])
        return np.where(np.isnan(scores), np.nanmean(scores), scores)


@lru_cache(maxsize=4)
def opinion(script: str) -> Opinion | None:
    """The table of a script; None where one language or too little text stands behind it."""
    import numpy as np

    with (files(__package__) / "data" / TABLE).open("rb") as file, np.load(file) as arrays:
        if f"{script}.langs" not in arrays:
            return None
        keys = arrays[f"{script}.grams"].tobytes().decode().split("\n")
        return Opinion(arrays[f"{script}.langs"].tolist(), keys, arrays[f"{script}.below"])
