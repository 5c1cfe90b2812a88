"""The exact layer against a search by brute force."""

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from cleaner.terms.entry import Entry
from cleaner.terms.exact import Exact, longest
from cleaner.terms.shape import bounded

FORMS = st.lists(
    st.text("abA -", min_size=1, max_size=5).filter(lambda f: f.strip() == f), min_size=1, max_size=5
)


@given(FORMS, st.text("abA -'", max_size=40))
def test_finds_what_brute_force_finds(forms, text):
    exact = Exact([Entry(str(n), form) for n, form in enumerate(forms)])
    found = {(h.start, h.end) for h in exact.hits(text)}
    brute = {
        (m.start(), m.start() + len(form))
        for form in exact.forms
        for m in re.finditer(f"(?={re.escape(form)})", text)
        if bounded(text, m.start(), m.start() + len(form))
    }
    assert found == brute


@given(FORMS, st.text("abA -'", max_size=40))
def test_longest_are_disjoint_and_leftmost(forms, text):
    exact = Exact([Entry(str(n), form) for n, form in enumerate(forms)])
    hits = exact.hits(text)
    kept = longest(hits)
    assert all(a.end <= b.start for a, b in itertools.pairwise(kept))
    for hit in hits:
        assert any(k.start <= hit.start < k.end or hit.start < k.end <= hit.end for k in kept)


def test_no_entries_no_hits():
    assert Exact([]).hits("text") == []
