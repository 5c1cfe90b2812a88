import pytest

from cleaner.terms.entry import Entry, TermBase
from cleaner.terms.lexicon import meanings
from cleaner.terms.render import literals
from cleaner.terms.repair import matcher


def edits(text, *entries):
    return [(e.old, e.new, e.confidence) for e in matcher(TermBase(entries)).literals(text)]


@pytest.mark.parametrize(
    ("word", "lang", "meaning"),
    [
        ("Kupfereisen", "de", "copper iron"),  # a compound
        ("Wochenschau", "de", "week review"),  # with a link between, and a last part of its own meaning
        ("Bundesbahn", "de", "federal railway"),
        ("roten", "de", "red"),  # inflected
        ("Зелёным", "ru", "green"),
        ("Голоса", "ru", "voice"),
    ],
)
def test_words_are_known_inflected_and_compound(word, lang, meaning):
    assert meaning in meanings(word, lang)


def test_what_is_no_word_means_nothing():
    assert meanings("Xqwrtz", "de") == meanings("Xqwrtz", "ru") == ()


def test_a_name_of_which_a_word_is_unknown_has_no_literal_form():
    assert literals(Entry("x", "Xqwrtz Zeitung", native=("de: Xqwrtz Zeitung",), type="outlet")) == []


def test_a_given_name_is_kept_and_a_right_form_is_left_out():
    peter = Entry("k", "Peter Kupfereisen", native=("de: Peter Kupfereisen",), type="person")
    assert all(form.startswith("Peter ") for form in literals(peter))
    world = Entry("w", "Die Welt", admitted=("World",), native=("de: Die Welt",), type="outlet")
    assert "world" not in literals(world)


def test_other_languages_have_no_lexicon():
    assert literals(Entry("h", "Hlas", native=("cs: Hlas",), type="outlet")) == []


def test_two_names_with_one_literal_form_are_silent():
    one = Entry("a", "Rotwald", native=("de: Rotwald",), type="company", context=("timber",))
    two = Entry("b", "Roter Wald", native=("de: Roter Wald",), type="company", context=("timber",))
    assert edits("Red Forest sold timber.", one) == [("Red Forest", "Rotwald", 0.92)]
    assert edits("Red Forest sold timber.", one, two) == []


def test_the_record_says_what_spoke_for_it():
    entry = Entry("a", "Rotwald", native=("de: Rotwald",), type="company", context=("timber",), glossary="g")
    (edit,) = matcher(TermBase((entry,))).literals("The company “Red Forest” sold timber.")
    said = "'timber' stands near; 'company' stands beside; in quotation marks"
    assert edit.why == f"g/a: de: Rotwald translated as words; {said}"
