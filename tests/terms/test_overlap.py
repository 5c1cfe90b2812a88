"""Overlaps by bisection against a look at every span."""

from hypothesis import given
from hypothesis import strategies as st

from cleaner.terms.overlap import Overlap

SPAN = st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(SPAN), SPAN)
def test_over_is_every_span_that_shares_a_place(spans, asked):
    start, end = asked
    assert sorted(Overlap(spans).over(start, end)) == sorted(s for s in spans if s[0] < end and start < s[1])
