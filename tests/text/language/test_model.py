"""Our batched sums are py3langid's own."""

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from cleaner.text.language.model import model

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
    for text, ours in zip(TEXTS, model().probabilities(TEXTS, "Latin", langs), strict=True):
        assert dict(ours) == pytest.approx(dict(theirs.rank(text)), abs=1e-3)
