import pytest

from cleaner.terms.suggest import suggest


def test_spellings_of_one_name_are_grouped_over_a_batch():
    texts = ["“Idit Jeslom” helps. Idit Jeslom grew.", "He rang “Idid Jeslom” with Anna Smith."]
    (found,) = suggest(texts)
    assert found.forms == (("Idit Jeslom", 2), ("Idid Jeslom", 1))
    assert 'deprecated = ["Idid Jeslom"]' in found.toml()


def test_other_names_headlines_and_plurals_are_not():
    people = "Deutsche Bank and Deutsche Bahn. John Smith met Joan Smith. Scholz, Scholes."
    assert suggest([people, "MEDIAZONA, Mediazona, Mediazonas."]) == []


def test_the_order_of_texts_does_not_matter():
    texts = ["Idit Jeslom.", "Idid Jeslom.", "Krychowiak and Krykhowiak.", "nothing"]
    assert suggest(texts) == suggest(texts[::-1])


@pytest.mark.parametrize(
    "pair",
    [
        "Sergei Kolychev, Sergey Kolychev",  # both given names are known: one sound
        "Pyotr Kolychev, Peter Kolychev",  # a given name translated
        "Kwang Dinh, Kwangdin",  # glued
        "Wolodja Selenskow, Volodya Zelenskov",  # two romanisations
    ],
)
def test_one_name(pair):
    (found,) = suggest([pair])
    assert len(found.forms) == 2


@pytest.mark.parametrize(
    "pair",
    [
        "Kolychevsky, Kolychevsk",  # the district and its town
        "Kolychev A, Kolychev",  # an initial more
        "Sergei Kolychev, Kolychev",  # later mention
        "Irina Kolycheva, Iryna Petrova",
        "Fabrik Kolychev 17, Fabrik Kolychev 71",
        "Malta's Kolychev, Malta Kolychev",
    ],
)
def test_two_names_or_two_forms_that_are_right(pair):
    assert suggest([pair]) == []
