from cleaner.terms.tokens import tokens


def texts(name):
    return [t.text for t in tokens(name)]


def weights(name):
    return [t.weight for t in tokens(name)]


def test_titles_and_legal_forms_weigh_nothing_and_particles_little():
    assert weights("Dr. Kettenwerk GmbH")[0] == weights("Dr. Kettenwerk GmbH")[2] == 0
    assert weights("Ada von Krag")[1] == 1 < weights("Ada von Krag")[2]


def test_legal_forms_of_several_words_are_one():
    assert texts("Open Joint Stock Company Kettenwerk") == ["ltd", "kettenwerk"]
    assert texts("Kettenwerk Sp. z o.o.")[0] == "kettenwerk"


def test_numbers_are_written_one_way():
    assert texts("Second Fabrik") == texts("2nd Fabrik") == ["2", "fabrik"]
    assert texts("Fonds VII")[-1] == "7"
    assert texts("Vict0r")[0] == "victor"


def test_an_initial_is_no_number():
    assert texts("V. Putin") == ["v", "putin"]
