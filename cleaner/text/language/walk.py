"""py3langid's automaton, walked over many texts in step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Walk:
    """The automaton that finds a model's byte n-grams.

    One byte of all texts is read at a time, so that Python's own cost is paid
    once a byte position and not once a byte.

    Args:
        following: Next state by row and byte, rows of 256 laid end to end.
        row: Row of each state.
        feature: Feature that each state completes, or -1.
    """

    def __init__(self, following: Any, row: Any, feature: Any) -> None:
        import numpy as np

        self._next = np.asarray(following)
        self._row = np.asarray(row, dtype=np.intp) << 8
        self._feature = np.asarray(feature, dtype=np.int32)

    def __call__(self, texts: Sequence[bytes]) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
        """The features of the texts: (numbers of the texts, features, how often), arrays of one length."""
        import numpy as np

        size = np.array([len(text) for text in texts], dtype=np.intp)
        order = np.argsort(-size, kind="stable")
        letters = np.zeros((max(size, default=0), len(texts)), dtype=np.uint8)
        for at, number in enumerate(order):
            letters[: size[number], at] = np.frombuffer(texts[number], dtype=np.uint8)
        found = self._feature[self._states(letters, size[order])]
        place, column = np.nonzero(found >= 0)
        width = len(self._feature)
        codes, often = np.unique(order[column] * width + found[place, column], return_counts=True)
        return codes // width, codes % width, often

    def _states(self, letters: NDArray[Any], size: NDArray[Any]) -> NDArray[Any]:
        """State behind each byte, shape as ``letters``; 0, the start, behind the end of a text.

        The texts come longest first, so that those still being read are the first ones.
        """
        import numpy as np

        states = np.zeros(letters.shape, dtype=self._next.dtype if self._next.itemsize > 2 else np.int32)
        reading = np.searchsorted(-size, -np.arange(len(letters)), side="left")
        state = np.zeros(len(size), dtype=np.intp)
        for place, count in enumerate(reading.tolist()):
            state = self._next[self._row[state[:count]] + letters[place, :count]]
            states[place, :count] = state
        return states
