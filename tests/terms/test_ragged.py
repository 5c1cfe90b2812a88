"""Rows in one array against lists of lists."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cleaner.terms.ragged import HASH, Ragged, characters, strings

ROWS = st.lists(st.lists(st.integers(0, 3), max_size=5), max_size=6)


def ragged(rows):
    return Ragged(np.array([x for row in rows for x in row], np.int64), np.array([*map(len, rows)], np.int64))


def lists(rows):
    return [rows.flat[a:b].tolist() for a, b in zip(rows.starts, rows.ends, strict=True)]


@given(ROWS, ROWS, st.data())
def test_rows_are_taken_joined_and_appended(rows, others, data):
    numbers = data.draw(st.lists(st.integers(0, len(rows) - 1)) if rows else st.just([]))
    assert lists(ragged(rows).take(np.array(numbers, int))) == [rows[n] for n in numbers]
    assert lists(ragged(rows).append(ragged(others))) == rows + others
    counts = [0, len(rows), 0] if len(rows) % 2 else [1] * len(rows)
    ends = np.cumsum(counts)
    joined = [[x for row in rows[a:b] for x in row] for a, b in zip(ends - counts, ends, strict=True)]
    assert lists(ragged(rows).joined(np.array(counts, int))) == joined


@given(ROWS)
def test_rows_lose_doubles_and_ends(rows):
    kept = [[x for n, x in enumerate(row) if not n or x != row[n - 1]] for row in rows]
    assert lists(ragged(rows).without_doubles()) == kept
    long = [row for row in rows if len(row) > 1]
    assert lists(ragged(long).shorter(2)) == [row[:-2] for row in long]


@given(ROWS)
def test_rows_that_differ_have_numbers_that_do(rows):
    numbers = ragged(rows).numbers(HASH).tolist()
    assert len(set(numbers)) == len(set(map(tuple, rows)))
    places, which = ragged(rows).distinct()
    assert [rows[places[n]] for n in which] == rows
    assert len(places) == len(set(map(tuple, rows)))


def test_a_row_is_a_number_of_its_digits():
    assert ragged([[0, 1], [], [2]]).numbers(11).tolist() == [1 + 2 * 11, 0, 3]


@given(st.lists(st.text()))
def test_strings_come_back(texts):
    assert strings(characters(texts)) == texts
