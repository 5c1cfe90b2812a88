"""The second opinion."""

import pytest

from cleaner.text.language.opinion import grams, opinion


def test_short_words_count_whole():
    assert list(grams("I am")) == [" i ", " am "]


@pytest.mark.parametrize(
    ("text", "lang", "other"),
    [
        ("noget af det gik ikke", "da", "no"),
        ("noe av det gikk ikke", "no", "da"),
        ("něco z toho není", "cs", "sk"),
        ("niečo z toho nie je", "sk", "cs"),
    ],
)
def test_close_languages_are_told_apart(text, lang, other):
    own, theirs = opinion("Latin").scores(text, (lang, other)).tolist()
    assert own > theirs


def test_what_it_does_not_know_weighs_nothing():
    assert opinion("Latin").scores("xqzw", ("de", "en")).tolist() == [0, 0]
    assert opinion("Latin").scores("Die Zeit", ("so", "sw")).tolist() == [0, 0]
    assert opinion("Greek") is None


def test_an_unknown_language_stands_in_the_middle():
    german, unknown, english = opinion("Latin").scores("die Nachrichten", ("de", "so", "en")).tolist()
    assert english < unknown < german
