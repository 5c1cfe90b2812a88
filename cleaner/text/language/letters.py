"""How often each language has the five letters of every place in a word.

The ends of the word are letters too, so that short function words count whole:
they tell Danish from Norwegian.  The table is built by ``training/letters.py``
from counts of news (lingua, Apache License 2.0).
"""

from __future__ import annotations

import io
import lzma
import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

TABLE = "grams.npz.xz"
STEP = 0.5  # natural logarithms in one unit of the table
ORDER = 5
_WORD = re.compile(r"[^\W\d_]+")
_NOTHING = 0  # row of the table that every text begins with, so that none is empty
_WORDS = 50_000  # remembered: most words of a text are the same few


def sequences(word: str) -> list[str]:
    """Sequences of five letters, the spaces at the word's ends included; shorter words whole.

    >>> sequences("hund"), sequences("af")
    ([' hund', 'hund '], [' af '])
    """
    padded = f" {word} "
    return [padded[at : at + ORDER] for at in range(max(len(padded) - ORDER, 0) + 1)]


class Letters:
    """The table of one script."""

    def __init__(self, langs: list[str], keys: list[str], below: NDArray[Any]) -> None:
        self._column = {lang: i for i, lang in enumerate(langs)}
        self._row = {key: i for i, key in enumerate(keys, _NOTHING + 1)}
        self._below = below
        self._rows_of = lru_cache(maxsize=_WORDS)(self._rows)

    def scores(self, texts: Sequence[str], langs: Sequence[str]) -> NDArray[Any]:
        """Log-likelihood of each language relative to the best, 0 or less, shape (texts, languages).

        Args:
            texts: A word or many each.
            langs: Languages of the script.
        """
        import numpy as np

        rows: list[int] = []
        starts = []
        for text in texts:
            starts.append(len(rows))
            rows.append(_NOTHING)
            for word in _WORD.findall(text.lower()):
                rows += self._rows_of(word)
        below = np.add.reduceat(self._below.take(rows, axis=0), starts, dtype=np.int32)
        scores: NDArray[Any] = -STEP * below[:, [self._column[lang] for lang in langs]]
        scores -= scores.max(axis=1, keepdims=True)
        return scores

    def _rows(self, word: str) -> list[int]:
        return [self._row[seq] for seq in sequences(word) if seq in self._row]


@lru_cache(maxsize=4)
def letters(script: str) -> Letters | None:
    """The table of a script; None where there is none."""
    import numpy as np

    packed = (files(__package__) / "data" / TABLE).read_bytes()
    with np.load(io.BytesIO(lzma.decompress(packed))) as arrays:
        if f"{script}.langs" not in arrays:
            return None
        keys = arrays[f"{script}.grams"].tobytes().decode().split("\n")
        below = np.zeros((len(keys) + 1, len(arrays[f"{script}.langs"])), dtype=np.uint8)
        below[_NOTHING + 1 :] = arrays[f"{script}.below"].T  # row by row: else each take copies it all
        return Letters(arrays[f"{script}.langs"].tolist(), keys, below)
