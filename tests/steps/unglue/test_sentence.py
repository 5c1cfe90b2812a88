from cleaner.steps.unglue.joint import joint
from cleaner.steps.unglue.sentence import has_verb, head, is_fronted, is_prose, tail

TEXT = "First one. In the paper Geo He said it would end.\nLast line"
AT = TEXT.index("He said")


def test_a_sentence_is_read_off_its_stops_and_lines():
    assert head(TEXT, AT) == "In the paper Geo "
    assert tail(TEXT, AT) == "He said it would end."


def test_prose_ends_in_a_stop_and_is_mostly_small():
    assert is_prose(TEXT, AT)
    assert not is_prose("In The Paper Geo He Said It Would End", 17)
    assert not is_prose("in the paper he said it would", 13)


def test_a_fronted_phrase_has_no_verb_and_one_comma_at_most():
    assert is_fronted("According to another portal, Mediazona")
    assert not is_fronted("According to the portal, which he reads, Mediazona")
    assert not is_fronted("In the town he lived near Geo")
    assert not is_fronted("The paper Geo")


def test_a_verb_is_a_known_one_or_ends_in_ed():
    assert has_verb("he was there")
    assert has_verb("they landed there")
    assert not has_verb("the paper of the town")


def test_the_joint_is_a_comma_a_space_or_a_stop():
    def between(text, word):
        at = text.index(word)
        found = joint(text, at - 1, at, word, 0.95)
        return found and (found.between, found.lower)

    assert between("In the paper Geo He said it.", "He") == (", ", True)
    assert between("He left for Geo And never came back.", "And") == (" ", True)
    assert between("He left Geo They stayed.", "They") == (". ", False)
    assert between("He was ill in Geo After the trial, he was well.", "After") == (". ", False)
    assert between("He was ill in Geo After the trial.", "After") == (" ", True)
    assert between("Hamburg After the summit", "After") is None
