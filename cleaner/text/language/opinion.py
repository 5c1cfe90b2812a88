"""A second opinion: letter sequences inside words.

The first model reads bytes across words and is weak on the short texts of close
languages.  This one asks how often each language has the five letters of every
place in a word, its ends included, so that short function words count whole.

Its table is built by ``training/letters.py`` from counts of news (lingua,
Apache License 2.0).  langdetect was tried in its place, by its profiles and by
its own sampling: it added nothing to the first model.
"""

from __future__ import annotations

import io
import lzma
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

TABLE = "grams.npz.xz"
STEP = 0.5  # natural logarithms in one unit of the table
ORDER = 5
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = 20_000  # remembered: most words of a text are the same few


def grams(text: str) -> Iterator[str]:
    """Sequences of five letters, the spaces at a word's ends included; shorter words whole.

    >>> list(grams("Der Hund!"))
    [' der ', ' hund', 'hund ']
    """
    for word in _WORD.findall(text.lower()):
        padded = f" {word} "
        for at in range(max(len(padded) - ORDER, 0) + 1):
            yield padded[at : at + ORDER]


class Opinion:
    """The table of one script."""

    def __init__(self, langs: list[str], keys: list[str], below: NDArray[Any]) -> None:
        self._column = {lang: i for i, lang in enumerate(langs)}
        self._row = {key: i for i, key in enumerate(keys)}
        self._below = below
        self._word = lru_cache(maxsize=_WORDS)(self._sum)

    def scores(self, text: str, langs: Sequence[str]) -> NDArray[Any]:
        """Log-likelihood of each language relative to the best, 0 or less.

        Args:
            text: One word or many.
            langs: Languages of the script.
        """
        import numpy as np

        words = _WORD.findall(text.lower())
        if not words:
            return np.zeros(len(langs))
        sums = np.add.reduce([self._word(word) for word in words])
        scores: NDArray[Any] = sums[[self._column[lang] for lang in langs]]
        scores -= scores.max()
        return scores

    def _sum(self, word: str) -> NDArray[Any]:
        rows = [row for g in grams(word) if (row := self._row.get(g)) is not None]
        below: NDArray[Any] = self._below[rows].sum(axis=0, dtype="int32")
        return -STEP * below


@lru_cache(maxsize=4)
def opinion(script: str) -> Opinion | None:
    """The table of a script; None where the first model needs no help."""
    import numpy as np

    packed = (files(__package__) / "data" / TABLE).read_bytes()
    with np.load(io.BytesIO(lzma.decompress(packed))) as arrays:
        if f"{script}.langs" not in arrays:
            return None
        keys = arrays[f"{script}.grams"].tobytes().decode().split("\n")
        below = np.ascontiguousarray(arrays[f"{script}.below"].T)
        return Opinion(arrays[f"{script}.langs"].tolist(), keys, below)
