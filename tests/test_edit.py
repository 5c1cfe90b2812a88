"""The laws of edits."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.edit import Alignment, Edit, apply, between, invert, resolve, trace
from cleaner.errors import EditError
from tests.strategies import clashing, edited

ANY_ORDER = st.randoms(use_true_random=False)


@given(edited(), ANY_ORDER)
def test_apply_does_not_depend_on_order(case, rnd):
    text, edits = case
    shuffled = rnd.sample(edits, len(edits))
    assert apply(text, shuffled) == apply(text, edits)


@given(edited())
def test_invert_undoes(case):
    text, edits = case
    after = apply(text, edits)
    assert apply(after, invert(edits)) == text
    assert [(e.start, e.old, e.new) for e in invert(invert(edits))] == [
        (e.start, e.old, e.new) for e in edits
    ]


def origins(text, edits):
    """For each code point of the new text, the old span it came from, by brute force."""
    table, pos = [], 0
    for e in sorted(edits, key=lambda e: (e.start, e.end)):
        table += [(k, k + 1) for k in range(pos, e.start)] + [(e.start, e.end)] * len(e.new)
        pos = e.end
    return table + [(k, k + 1) for k in range(pos, len(text))]


@given(edited(), st.data())
def test_trace_is_the_hull_of_its_code_points(case, data):
    text, edits = case
    table = origins(text, edits)
    if table:
        i = data.draw(st.integers(0, len(table) - 1))
        j = data.draw(st.integers(i + 1, len(table)))
        assert trace(edits, i, j) == (min(a for a, _ in table[i:j]), max(b for _, b in table[i:j]))


@given(edited())
def test_an_empty_span_maps_into_the_text_and_in_order(case):
    text, edits = case
    points = [trace(edits, i, i) for i in range(len(apply(text, edits)) + 1)]
    assert points == sorted(points)
    assert all(0 <= a <= b <= len(text) for a, b in points)


@given(edited())
def test_untouched_text_goes_there_and_back(case):
    text, edits = case
    back, there = Alignment(edits), Alignment(invert(edits))
    touched = {k for e in edits for k in range(e.start, e.end)}
    for k in set(range(len(text))) - touched:
        assert back.origin(*there.origin(k, k + 1)) == (k, k + 1)


@given(clashing(), ANY_ORDER)
def test_resolve_keeps_what_can_be_applied_and_ignores_order(case, rnd):
    text, edits = case
    kept, lost = resolve(edits)
    apply(text, kept)
    assert sorted(kept + lost) == sorted(edits)
    assert all(any(e.overlaps(k) for k in kept) for e in lost)
    assert resolve(rnd.sample(edits, len(edits))) == (kept, lost)


def test_resolve_prefers_the_surer_then_the_longer_then_the_earlier():
    sure = Edit(2, "b", "x", "r", confidence=1.0)
    long = Edit(0, "aab", "y", "r", confidence=0.9)
    short = Edit(0, "a", "z", "r", confidence=0.9)
    assert resolve([short, long, sure]) == ([short, sure], [long])
    assert resolve([short, long])[0] == [long]
    assert resolve([Edit(1, "ab", "q", "r"), Edit(0, "aa", "p", "r")])[0] == [Edit(0, "aa", "p", "r")]


TEXT = st.text("abé ã.\n", max_size=40)


@given(TEXT, TEXT)
def test_between_turns_old_into_new(old, new):
    assert apply(old, between(old, new, "law.between")) == new


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=20))
def test_between_makes_one_edit_for_each_run_of_changed_words(words):
    old, new = " ".join(a for a, _ in words), " ".join(b for _, b in words)
    edits = list(between(old, new, "law.between"))
    assert apply(old, edits) == new
    changed = "".join("x" if a != b else "." for a, b in words)
    assert len(edits) == len([run for run in changed.split(".") if run])


def test_between_is_linear_on_a_garbled_line():
    """``difflib`` needs minutes for the first and hours for the second."""
    words = [random.Random(i).choice(["Ã¶l", "und", "wÃ¤sser"]) for i in range(100_000)]
    old, new = " ".join(words), " ".join(words).replace("Ã¶", "ö").replace("Ã¤", "ä")
    assert apply(old, between(old, new, "law.between")) == new
    assert apply(old, between(old, new.replace("und", "und so"), "law.between")) == new.replace(
        "und", "und so"
    )


@pytest.mark.parametrize(
    ("edits", "complaint"),
    [
        ([Edit(0, "x", "y", "r")], "expected 'x' at 0, where 'a' stands"),
        ([Edit(3, "", "y", "r"), Edit(9, "", "z", "r")], "expected '' at 9"),
        ([Edit(0, "ab", "y", "r"), Edit(1, "b", "z", "r")], "overlaps"),
    ],
)
def test_apply_refuses_edits_of_another_text(edits, complaint):
    with pytest.raises(EditError, match=complaint):
        apply("abc", edits)


def test_an_edit_that_changes_nothing_is_refused():
    with pytest.raises(EditError, match="changes nothing"):
        Edit(0, "a", "a", "r")


@pytest.mark.parametrize(("start", "sure"), [(-1, 1.0), (0, 1.1), (0, -0.1)])
def test_an_edit_out_of_range_is_refused(start, sure):
    with pytest.raises(EditError, match="out of range"):
        Edit(start, "a", "b", "r", confidence=sure)
