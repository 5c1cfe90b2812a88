"""Characters and words of many lines at once."""

from hypothesis import given
from hypothesis import strategies as st

from cleaner.steps.strip.glyphs import glyphs, hashed
from cleaner.steps.strip.vocabulary import hints
from cleaner.steps.strip.words import signals

LETTERS = st.characters(categories=("Ll", "Lu", "Nd"), max_codepoint=0x4FF, exclude_characters="ς")
WORDS = st.text(LETTERS, min_size=1, max_size=12).filter(lambda word: "ς" not in word.lower())


@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(0, 5000))
def test_a_word_has_one_number_wherever_it_stands_and_in_any_case(words, far):
    alone = hashed(words).tolist()
    text = " " * far + ", ".join(words) + "\n" + "-".join(words).swapcase()
    found = glyphs(text)
    assert found.per_line.tolist() == [len(words), len(words)]
    lower = {w for w in words if w.swapcase().lower() == w.lower() and len(w.lower()) == len(w)}
    for i, word in enumerate(words):
        if far + len(text) < 4096:
            assert found.words[i] == alone[i]
        if word in lower:
            assert found.words[len(words) + i] == alone[i]


@given(st.sets(WORDS.map(str.lower), min_size=2, max_size=40))
def test_other_words_have_other_numbers(words):
    plain = [w for w in words if len(w) == len(w.lower())]
    assert len(set(hashed(plain).tolist())) == len(set(map(str.lower, plain)))


def test_the_words_of_the_tables_are_known_and_others_are_not():
    groups = [*signals()]
    bits = hints(hashed(["Kommentare", "share", "herring"])).tolist()
    assert bits[0] == 1 << groups.index("comment")
    assert bits[1] == 1 << groups.index("social")
    assert bits[2] == 0
    for number, words in enumerate(signals().values()):
        plain = sorted(filter(str.isalnum, words))
        assert all(bit >> number & 1 for bit in hints(hashed(plain)).tolist())
