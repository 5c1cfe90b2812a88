"""What the model sees."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.steps.strip.features import FLAGS, SHAPE, features
from cleaner.steps.strip.page import page_of
from cleaner.steps.strip.sequence import second_look
from cleaner.steps.strip.words import signals

BODY = "Dockers in the port have stopped work for the ninth day in a row, their union said on Friday."


@settings(deadline=None)  # the first call builds a table
@given(st.text(st.characters(exclude_categories=()), min_size=1).filter(lambda t: t.strip()))
def test_any_text_has_a_finite_row_for_each_line(text):
    page = page_of(text)
    seen = features(page)
    assert len(seen) == len(page.lines)
    assert np.isfinite(seen).all()
    again = second_look(np.linspace(-9, 9, len(seen)), seen)
    assert len(again) == len(seen)
    assert np.isfinite(again).all()


def test_the_number_of_columns_does_not_depend_on_the_page():
    assert features(page_of("a")).shape[1] == features(page_of(f"{BODY}\n\nHome\n{BODY}")).shape[1]


def test_the_columns_are_where_the_second_look_expects_them():
    seen = features(page_of(f"Date:\n\n{BODY}"))
    assert FLAGS.start == SHAPE + 2 * len(signals())
    assert seen[:, FLAGS][:, -1].tolist() == [0, 1]  # prose
    assert seen[:, FLAGS][:, 0].tolist() == [1, 0]  # a label
    assert seen[:, 4].tolist() == [1, 0]  # ends with a colon


def test_a_line_does_not_change_what_is_seen_of_one_far_away():
    page = [BODY] * 12
    one = features(page_of("\n".join([*page, "Photo: Jane Doe"])))
    two = features(page_of("\n".join([*page, "Share on Facebook"])))
    assert np.array_equal(one[0, :59], two[0, :59])
