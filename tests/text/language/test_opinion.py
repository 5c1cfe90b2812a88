"""The second opinion."""

import pytest

from cleaner.text.language.opinion import grams, opinion
from cleaner.text.language.tags import SCRIPTS


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
    assert opinion("Latin").scores("2024!", ("de", "en")).tolist() == [0, 0]
    assert opinion("Greek") is None


def test_every_language_of_a_script_has_its_say():
    for script in ("Latin", "Cyrillic"):
        assert opinion(script).scores("", SCRIPTS[script]).shape == (len(SCRIPTS[script]),)
        assert opinion(script).scores("а b", SCRIPTS[script]).max() == 0


def test_a_text_says_what_its_words_say():
    table, langs = opinion("Latin"), ("da", "no")
    alone = sum(table.scores(word, langs)[0] - table.scores(word, langs)[1] for word in ("efter", "ikke"))
    da, no = table.scores("efter ikke", langs)
    assert da - no == alone
