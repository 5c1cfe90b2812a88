"""Letters inside words."""

import pytest

from cleaner.text.language.letters import letters, sequences
from cleaner.text.language.tags import SCRIPTS


def test_short_words_count_whole():
    assert [sequences(word) for word in ("i", "am")] == [[" i "], [" am "]]


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
    own, theirs = letters("Latin").scores([text], (lang, other))[0].tolist()
    assert own > theirs


def test_what_it_does_not_know_weighs_nothing():
    assert letters("Latin").scores(["xqzw"], ("de", "en")).tolist() == [[0, 0]]
    assert letters("Latin").scores(["2024!"], ("de", "en")).tolist() == [[0, 0]]
    assert letters("Greek") is None


@pytest.mark.parametrize("script", ["Latin", "Cyrillic"])
def test_every_language_of_a_script_has_its_say(script):
    assert letters(script).scores(["", "а b"], SCRIPTS[script]).shape == (2, len(SCRIPTS[script]))


def test_a_text_says_what_its_words_say():
    one, other, both, again = letters("Latin").scores(["efter", "ikke", "efter ikke", "efter"], ("da", "no"))
    assert both[0] - both[1] == one[0] - one[1] + other[0] - other[1]
    assert again.tolist() == one.tolist()
