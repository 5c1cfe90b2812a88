"""The exact layer against a search by brute force."""

import itertools
import re

from hypothesis import example, given
from hypothesis import strategies as st

from cleaner.terms.entry import Entry
from cleaner.terms.exact import Exact, longest
from cleaner.terms.shape import bounded, shapes

FORMS = st.lists(
    st.text("abAß -İı", min_size=1, max_size=5)
    | st.sampled_from(["Abba", "Abba Ab", "ABBA", "abba", "aBBa", "Aßba"]).filter(lambda f: f.strip() == f),
    min_size=1,
    max_size=5,
)


PIECES = st.sampled_from(["Abba", "ABBA", "ABBA AB", "ASSBA", "’S ", *"abABSßIİı -'"])


@given(FORMS, st.lists(PIECES, max_size=20).map("".join))
@example(["Abba"], "AbbaABBA’S ABBA")  # capitals are looked for in one place, not in the other
def test_finds_what_brute_force_finds(forms, text):
    exact = Exact([Entry(str(n), form) for n, form in enumerate(forms)])
    found = {(h.start, h.end) for h in exact.hits(text)}
    brute = {
        (m.start(), m.start() + len(shape))
        for form in forms
        for shape in shapes(form)
        for m in re.finditer(f"(?={re.escape(shape)})", text)
        if bounded(text, m.start(), m.start() + len(shape))
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


def test_a_hit_tells_right_from_wrong():
    right, wrong = Entry("b", "Alth", type="place"), Entry("a", "Neu", deprecated=("Alth", "Alth"))
    (hit,) = Exact([right, wrong]).hits("ALTH. Alth!")[1:]
    assert (hit.right, hit.wrong, hit.entries) == ((right,), ((wrong, "Neu"),), (right, wrong))
