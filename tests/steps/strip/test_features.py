"""What the model sees."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.steps.strip.context import context
from cleaner.steps.strip.features import GROUPS, PROSE, SHAPE, features
from cleaner.steps.strip.page import page_of
from cleaner.steps.strip.sequence import second_look
from cleaner.steps.strip.words import signals

BODY = "Dockers in the port have stopped work for the ninth day in a row, their union said on Friday."
TEXTS = st.text(st.characters(exclude_categories=()), min_size=1).filter(lambda t: t.strip())


def seen(*texts):
    return features([page_of(text) for text in texts])


@settings(deadline=None)  # the first call builds a table
@given(TEXTS)
def test_any_text_has_a_finite_row_for_each_line(text):
    rows = seen(text)
    n = len(page_of(text).lines)
    again = second_look(np.linspace(-9, 9, n), rows, [n])
    for found in (rows, context(rows, [n]), again):
        assert len(found) == n
        assert np.isfinite(found).all()


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_no_page_is_seen_differently_beside_others(texts):
    sizes = [len(page_of(text).lines) for text in texts]
    rows = seen(*texts)
    odds = np.linspace(-9, 9, len(rows))
    together = (rows, context(rows, sizes), second_look(odds, rows, sizes))
    end = 0
    for text, n in zip(texts, sizes, strict=True):
        start, end = end, end + n
        alone = seen(text)
        for a, b in zip(
            (alone, context(alone, [n]), second_look(odds[start:end], alone, [n])), together, strict=True
        ):
            assert np.array_equal(a, b[start:end])


def test_the_columns_are_where_the_model_expects_them():
    rows = seen(f"Date:\n\n{BODY}\nShare it")
    assert len(signals()) == GROUPS.stop - GROUPS.start
    assert GROUPS.start - len(signals()) == SHAPE
    assert rows[:, PROSE].tolist() == [0, 1, 0]
    assert rows[:, GROUPS.stop].tolist() == [1, 0, 0]  # a label that is in the tables
    assert rows[:, 4].tolist() == [1, 0, 0]  # ends with a colon
    social = [*signals()].index("social")
    assert rows[:, GROUPS][2, social] == 0.5


def test_words_are_shared_with_other_paragraphs_only():
    other = "The union of the dockers said that they would work again, in the other port, from Monday on."
    once = [row[-7] for row in seen(f"{BODY}\n{other}\nUnion, Friday, herrings and lighthouses")]
    assert once[0] > 0
    assert once[2] == 0.5
    assert seen(BODY)[0, -7] == 0  # a line does not share its words with itself


def test_a_line_does_not_change_what_is_seen_of_one_far_away():
    page = [BODY] * 12
    one = seen("\n".join([*page, "Photo: Jane Doe"]))
    two = seen("\n".join([*page, "Share on Facebook"]))
    assert np.array_equal(one[0, : GROUPS.stop], two[0, : GROUPS.stop])
