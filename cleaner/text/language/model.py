"""The py3langid model, asked about many texts at once.

Its own ``classify`` answers one text in about 100 microseconds, most of them in
small NumPy calls.  Here the automaton walks each text as there, and the scores
of all texts are then summed in one pass: the same numbers, several times faster.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from cleaner.text.language.tags import candidates, columns

_BYTES = 600  # read of one text: more changes no answer
_CHUNK = 256  # texts summed at once: bounds the memory at some 20 MB


class Model:
    """py3langid's naive Bayes model over byte n-grams (Lui and Baldwin 2012; BSD licence)."""

    def __init__(self) -> None:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier

        self._all: Any = LanguageIdentifier.from_model_file(MODEL_FILE)
        self._next = self._all.tk_nextmove
        self._row = self._all._rowbase
        self._out = self._all.tk_output
        self._restricted = lru_cache(maxsize=32)(self._columns)

    def probabilities(
        self, texts: Sequence[str], script: str, languages: tuple[str, ...]
    ) -> list[list[tuple[str, float]]]:
        """For each text the tags of the candidate languages with their probabilities, best first.

        Args:
            texts: Texts in one script.
            script: That script.
            languages: Tags wanted; empty for all.
        """
        tags = list(candidates(script, languages).values())
        if len(tags) < 2:
            return [[(tag, 1.0) for tag in tags] for _ in texts]
        found = [self._features(text) for text in texts]
        return [
            [(tags[i], float(row[i])) for i in (-row).argsort()]
            for at in range(0, len(found), _CHUNK)
            for row in self._scores(found[at : at + _CHUNK], script, languages)
        ]

    def _features(self, text: str) -> tuple[Counter[int], int]:
        """Features of a text with their counts, and the number of bytes read."""
        if text.isupper():
            text = text.lower()
        data = unicodedata.normalize("NFC", text[:_BYTES]).encode("utf-8", "surrogatepass")[:_BYTES]
        table, row, out = self._next, self._row, self._out
        state, seen = 0, []
        for byte in data:
            state = table[row[state] + byte]
            if out[state] >= 0:
                seen.append(out[state])
        return Counter(seen), len(data)

    def _scores(
        self, found: Sequence[tuple[Counter[int], int]], script: str, languages: tuple[str, ...]
    ) -> Any:
        """Probabilities, shape (texts, candidates): a softmax tempered by the square root of the length."""
        import numpy as np

        weights, prior, starts = self._restricted(script, languages)
        index = np.array([f for seen, _ in found for f in (0, *seen)], dtype=np.intp)
        counts = np.array([n for seen, _ in found for n in (0, *seen.values())], dtype=np.float32)
        begins = np.cumsum([0] + [len(seen) + 1 for seen, _ in found[:-1]])
        scores = np.add.reduceat(weights[index] * np.log1p(counts)[:, None], begins, axis=0) + prior
        scores /= np.array([[math.sqrt(size or 1)] for _, size in found], dtype=np.float32)
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.add.reduceat(odds / odds.sum(axis=1, keepdims=True), starts, axis=1)

    def _columns(self, script: str, languages: tuple[str, ...]) -> tuple[Any, Any, list[int]]:
        """Weights and priors of the candidates' classes, and where each candidate's classes start."""
        import numpy as np

        chosen: list[int] = []
        starts: list[int] = []
        for lang in candidates(script, languages):
            starts.append(len(chosen))
            names = columns(lang, script)
            chosen += [i for i, name in enumerate(self._all.nb_classes) if name in names]
        weights = np.ascontiguousarray(self._all.nb_ptc[:, chosen], dtype=np.float32)
        return weights, self._all.nb_pc[chosen], starts


@lru_cache(maxsize=1)
def model() -> Model:
    """The model, read once: about 0.8 s and 60 MB."""
    return Model()
