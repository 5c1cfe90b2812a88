"""Source words left inside English."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaner.text.lexicon import foreign, lexicon
from cleaner.text.residue import residue


def found(text, lang="en"):
    return [(text[a:b], source) for a, b, source in residue(text, lang)]


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("The committee met again, obwohl nobody had asked for it.", "obwohl", "de"),
        ("He said the Verwaltungsgerichtshof would decide on Friday.", "Verwaltungsgerichtshof", "de"),
        ("They praised the Freundlichkeit of the hosts.", "Freundlichkeit", "de"),
        ("The minister spoke, toujours calm, and the voters left.", "toujours", "fr"),
        ("The mayor spoke mientras the crowd waited outside.", "mientras", "es"),
        ("The mayor spoke ponieważ the crowd waited outside.", "ponieważ", "pl"),
        ("The mayor spoke çünkü the crowd waited outside.", "çünkü", "tr"),
    ],
)
def test_a_word_left_over_is_found(text, word, source):
    assert (word, source) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The storytelling workshop was rescheduled by cyber specialists and backbenchers.",
        "Frank-Walter Steinmeier spoke in Hoffenheim. Later Steinmeier left.",
        "Chancellor Olaf Scholz met President Recep Tayyip Erdogan.",
        "A café, a naïve façade and a cliché.",
        "See www.zeitung.example/nachrichten or mail redaktion@beispiel.example, #nachrichten.",
        "Überraschung was the title. Nachrichten too.",
    ],
)
def test_english_and_names_are_left_alone(text):
    assert found(text) == []


def test_only_english_texts_are_looked_at():
    assert found("Das Komitee traf sich obwohl niemand wollte.", "fr") == []


@given(st.text(max_size=200))
@example("aa²²")
def test_spans_are_words_in_order(text):
    at = 0
    for start, end, _ in residue(text, "en-GB"):
        assert at <= start < end <= len(text)
        assert text[start:end].isalpha()
        at = end


def test_the_lists_do_not_overlap():
    """What is English by the lexicon is in no foreign list, or it would be a false alarm."""
    for words in foreign().values():
        assert not {word.lower() for word in words} & lexicon()
