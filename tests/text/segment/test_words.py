"""The data of the splitter."""

import pytest

from cleaner.text.segment.words import table, words_for


def test_every_language_of_the_brief_is_there():
    assert set(table()) == {"de", "en", "ru", "uk", "fr", "es", "it", "pl", "cs", "tr"}


@pytest.mark.parametrize("lang", sorted(table()))
def test_no_abbreviation_is_of_two_kinds_that_disagree(lang):
    words = table()[lang]
    kinds = (words.titles, words.ends, words.lists, words.units)
    clashes = [a & b for i, a in enumerate(kinds) for b in kinds[i + 1 :] if a & b]
    assert clashes == []


@pytest.mark.parametrize("lang", sorted(table()))
def test_forms_are_written_small_and_without_the_last_stop(lang):
    words = table()[lang]
    for form in words.titles | words.numbered | words.ends | words.lists | words.units | words.starters:
        assert form == form.lower()
        assert not form.endswith(".")


def test_the_language_is_guessed_by_small_words():
    assert words_for("Der Rat hat es nicht gesagt, aber die Stadt weiß es.", None) is table()["de"]
    assert words_for("Рада цього не сказала, але місто це знає.", None) is table()["uk"]
    assert words_for("", None).starters == frozenset()
    assert words_for("irrelevant", "pt-BR").titles == frozenset()
