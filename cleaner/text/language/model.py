"""The py3langid model, asked about many texts at once.

Its own ``classify`` answers one text a call, nearly all of the time in Python's
loop over the bytes.  Here all texts are read in step (``walk``): the same
numbers, several times faster.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from cleaner.text.language.tags import candidates, columns
from cleaner.text.language.walk import Walk

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BYTES = 300  # read of one text: more changes no answer
_CHUNK = 256  # texts read in step: bounds the memory at some 10 MB


class Model:
    """py3langid's naive Bayes model over byte n-grams (Lui and Baldwin 2012; BSD licence)."""

    def __init__(self) -> None:
        from py3langid.langid import MODEL_DIR, MODEL_FILE
        from py3langid.modelio import load_model

        weights, prior, self._classes, following, row, feature = load_model(MODEL_DIR / MODEL_FILE)
        self._weights, self._prior = weights, prior
        self._walk = Walk(following, row, feature)
        self._restricted = lru_cache(maxsize=32)(self._columns)

    def scores(self, texts: Sequence[str], script: str, languages: tuple[str, ...]) -> NDArray[Any]:
        """Log-likelihoods over the square root of the length, shape (texts, candidates).

        The root keeps the softmax of a row calibrated across lengths (py3langid's own finding).

        Args:
            texts: Texts in one script; 300 bytes are read of each.
            script: That script.
            languages: Tags wanted; empty for all.  The columns are those of ``candidates``.
        """
        import numpy as np

        parts = [
            self._chunk([_encoded(t) for t in texts[at : at + _CHUNK]], script, languages)
            for at in range(0, len(texts), _CHUNK)
        ]
        return np.concatenate(parts)

    def _chunk(self, texts: list[bytes], script: str, languages: tuple[str, ...]) -> NDArray[Any]:
        import numpy as np

        weights, prior, starts = self._restricted(script, languages)
        numbers, features, often = self._walk(texts)
        cuts = np.searchsorted(numbers, np.arange(len(texts) + 1)).tolist()
        amounts = np.log1p(often).astype(np.float32)
        scores = np.empty((len(texts), len(prior)), dtype=np.float32)
        for i, (a, b) in enumerate(pairwise(cuts)):
            scores[i] = amounts[a:b] @ weights[features[a:b]]
        scores += prior
        scores /= np.sqrt([[max(len(text), 1)] for text in texts])
        return np.maximum.reduceat(scores, starts, axis=1)

    def _columns(self, script: str, languages: tuple[str, ...]) -> tuple[Any, Any, list[int]]:
        """Weights and priors of the candidates' classes, and where each candidate's classes start."""
        import numpy as np

        chosen: list[int] = []
        starts: list[int] = []
        for lang in candidates(script, languages):
            starts.append(len(chosen))
            names = columns(lang, script)
            chosen += [i for i, name in enumerate(self._classes) if name in names]
        weights = np.ascontiguousarray(self._weights[:, chosen], dtype=np.float32)
        return weights, self._prior[chosen], starts


@lru_cache(maxsize=1)
def model() -> Model:
    """The model, read once: about 0.8 s and 60 MB."""
    return Model()


def _encoded(text: str) -> bytes:
    if text.isupper():
        text = text.lower()
    text = text[:_BYTES]
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return text.encode("utf-8", "surrogatepass")[:_BYTES]
