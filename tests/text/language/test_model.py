"""Our batched sums are py3langid's own."""

import numpy as np
import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from cleaner.text.language.model import model
from cleaner.text.language.tags import candidates

TEXTS = [
    "Die Feuerwehr konnte den Brand löschen.",
    "The fire brigade put out the blaze.",
    "LES POMPIERS SONT LÀ",
    "e\u0301te\u0301 ".strip(),
]


def test_as_py3langid_itself():
    langs = ("de", "en", "fr")
    theirs = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    theirs.set_languages(langs)
    scores = np.exp(model().scores(TEXTS, "Latin", langs))
    for text, row in zip(TEXTS, scores / scores.sum(axis=1, keepdims=True), strict=True):
        ours = dict(zip(candidates("Latin", langs), row.tolist(), strict=True))
        assert ours == pytest.approx(dict(theirs.rank(text)), abs=1e-3)


def test_the_walk_counts_like_a_loop():
    """The automaton in step against a plain loop over the bytes of one text at a time."""
    from collections import Counter

    walk = model()._walk
    texts = [t.encode() for t in (*TEXTS, "", "x" * 50, "нет")]
    numbers, features, often = walk(texts)
    for number, text in enumerate(texts):
        state, seen = 0, Counter()
        for byte in text:
            state = walk._next[walk._row[state] + byte]
            if walk._feature[state] >= 0:
                seen[int(walk._feature[state])] += 1
        here = numbers == number
        assert dict(zip(features[here].tolist(), often[here].tolist(), strict=True)) == seen
