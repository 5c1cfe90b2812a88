"""The second opinion."""

import cleaner.text.language.second as second
from cleaner.text.language.guess import Guess


def ask(monkeypatch, first, langdetect):
    monkeypatch.setattr(second, "guesses", lambda texts, languages: [first])
    monkeypatch.setattr(second, "_langdetect", lambda text: langdetect)
    return second.agreed("a text")


def test_two_opinions_must_agree_and_the_first_be_likely(monkeypatch):
    assert ask(monkeypatch, Guess("de", 0.93), "de") == "de"
    assert ask(monkeypatch, Guess("de", 0.93), "nl") is None
    assert ask(monkeypatch, Guess("de", 0.93), None) is None
    assert ask(monkeypatch, Guess("de", 0.85), "de") is None
    assert ask(monkeypatch, None, "de") is None


def test_langdetect_is_repeatable_and_may_be_silent():
    assert {second._langdetect("Wer hat das Fahrrad gestohlen und warum?") for _ in range(5)} == {"de"}
    assert second._langdetect("12345 67") is None
