import pytest

from cleaner.terms.derived import derived_word, other_place, other_surname, settlement


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


@pytest.mark.parametrize(
    ("place", "name", "native"),
    [
        ("Orlivka", "Horlivka", "Горлівка"),
        ("Krasnogorsk", "Krasnohorivka", "Красногорівка"),
        ("Dovzhansk", "Vovchansk", "Вовчанськ"),
        ("Luhanske", "Luhansk", "Луганськ"),
        ("Ismailia", "Izmail", "Ізмаїл"),
        ("Marinha", "Marinka", "Мар'їнка"),
        ("Vinnitsy", "Vinnytsia", "Винница"),
        ("Buchou", "Bucha", "Буча"),
    ],
)
def test_towns_of_nearly_the_same_name(place, name, native):
    assert other_place(place, name, [native])


@pytest.mark.parametrize(
    "place", ["Gorlivka", "Horliwka", "Gorliwka", "Horlivku", "Gorliwku", "Horlyvka", "Horlivka"]
)
def test_a_place_by_another_romaniser_or_in_another_case(place):
    assert not other_place(place, "Horlivka", ["Горлівка", "Горловка"])


def test_villages_named_after_somebody():
    assert settlement("Zakharovo", "Zakharov")
    assert settlement("Lukashivka", "Lukashenko")
    assert not settlement("Zakharovu", "Zakharov")
    assert not settlement("Horlivka", "Makiivka")
