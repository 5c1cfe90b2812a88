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
