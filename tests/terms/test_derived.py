import pytest

from cleaner.terms.derived import derived_word, other_surname


@pytest.mark.parametrize(
    ("word", "name"),
    [("Hanoverian", "Hanover"), ("Bremeners", "Bremen"), ("Kafkaesque", "Kafka"), ("Giesinger", "Geisingen")],
)
def test_words_made_of_a_name(word, name):
    assert derived_word(word, name)


@pytest.mark.parametrize(
    ("word", "name"), [("Brehmen", "Bremen"), ("Krykhoviak", "Krychowiak"), ("Baeker", "Baecker")]
)
def test_spellings_are_none(word, name):
    assert not derived_word(word, name)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Kolych", "Kolychev"), ("Petrova", "Petr"), ("Danylo", "Danylochuk"), ("Petrovich", "Petrov")],
)
def test_surnames_made_of_one_another(a, b):
    assert other_surname(a, b)
    assert other_surname(b, a)


def test_case_endings_and_romanisations_are_no_other_surname():
    assert not other_surname("Furgala", "Furgal")
    assert not other_surname("Tolkow", "Tolkov")
