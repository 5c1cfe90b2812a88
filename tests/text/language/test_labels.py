"""The language of each sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.text.language.labels import Labelled, label, label_all, majority

ENGLISH = "The fire brigade put out the blaze in the barn after two hours."
GERMAN = "Die Feuerwehr konnte den Brand in der Scheune nach zwei Stunden löschen."
SHORT = "Agentur dpa."


def langs(labels):
    return [s.lang for s in labels]


def test_a_foreign_sentence_inside_a_paragraph_is_found():
    assert langs(label(f"{ENGLISH} {GERMAN} {ENGLISH}")) == ["en", "de", "en"]


def test_silence_takes_the_language_of_the_paragraph():
    text = f"{ENGLISH} {ENGLISH}\n\n{GERMAN} {SHORT}"
    assert langs(label(text)) == ["en", "en", "de", "de"]
    assert label(text)[-1].probability == 0


def test_a_paragraph_without_a_word_takes_that_of_the_text():
    assert langs(label(f"{GERMAN}\n\n{SHORT}")) == ["de", "de"]


def test_a_text_without_a_word_inherits():
    assert langs(label(SHORT, inherit="pl")) == ["pl"]
    assert langs(label(SHORT)) == [None]


def test_majority_counts_characters_not_sentences():
    found = [Labelled(0, 50, "en", 1.0), Labelled(51, 60, "de", 1.0), Labelled(61, 70, "de", 1.0)]
    assert majority(found) == "en"
    assert majority([Labelled(0, 9, "de")]) is None


PIECES = st.lists(st.sampled_from([ENGLISH, GERMAN, SHORT, "12 %", "\n\n", "\n"]), max_size=7).map(" ".join)


@settings(deadline=None, max_examples=30)
@given(st.lists(PIECES, max_size=4))
def test_many_texts_as_one_by_one(texts):
    def bare(labels):
        return [(s.start, s.end, s.lang, round(s.probability, 4)) for s in labels]

    together = label_all(texts, inherit=["en"] * len(texts))
    assert [bare(t) for t in together] == [bare(label(t, inherit="en")) for t in texts]


def test_sentences_that_speak_for_their_text_are_asked_no_further(monkeypatch):
    """The second model, which takes half a second to load, is for sentences that speak against their text."""

    def asked():
        raise AssertionError("py3langid was asked")

    monkeypatch.setattr("cleaner.text.language.guess.model", asked)
    assert [s.lang for s in label(f"{ENGLISH} Norman Eisen of Brookings left.")] == ["en", "en"]
    with pytest.raises(AssertionError):
        label("Norman Eisen of Brookings left.")
