"""The index against a comparison of every name with every other."""

import itertools
import string

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance.Levenshtein import distance

from cleaner.terms.index import Asked, Index, bags, build, classes
from cleaner.terms.ragged import characters
from cleaner.terms.skeleton import fewer, skeleton, skeletons

NAMES = st.lists(st.text("aeioszhkrlmntc ыжЁшß", min_size=1, max_size=12), min_size=1, max_size=12).map(
    sorted
)
ASKED = st.lists(st.text("aeioszhkrlmntc ыжЁшß", max_size=12), min_size=1, max_size=6)


def near(index, asked, limits):
    """For each name asked for the numbers of those near it."""
    found = [[] for _ in asked]
    wanted = Asked(characters(asked), classes(skeletons(asked)), np.array(limits))
    for own, number in zip(*index.near(wanted), strict=True):
        found[own].append(number)
    return found


@given(NAMES, ASKED, st.integers(0, 6))
def test_near_is_what_shares_a_key_and_most_letters(names, asked, limit):
    index = Index(build(names, skeletons(names)))
    for own, numbers in zip(asked, near(index, asked, [limit] * len(asked)), strict=True):
        keys = set(fewer(skeleton(own)))
        assert sorted(numbers) == [
            n
            for n, name in enumerate(names)
            if name != own and distance(own, name) <= limit and keys & set(fewer(skeleton(name)))
        ]


def test_a_name_may_be_absurdly_long():
    names = ["a" * 40_000, "b" * 300, "sergei"]
    index = Index(build(names, skeletons(names)))
    assert near(index, ["b" * 299, "sergej"], [2, 2]) == [[1], [2]]


@given(NAMES, ASKED)
def test_letters_are_found_as_they_are(names, asked):
    index = Index(build(names, [None] * len(names)))
    wanted = [*asked, *names]
    found = [(wanted[own], number) for own, number in zip(*index.same(characters(wanted)), strict=True)]
    assert found == [(own, n) for own in wanted for n, name in enumerate(names) if name == own]
    assert not any(near(index, asked, [9] * len(asked)))


LETTERS = st.text(string.ascii_lowercase + "éжß", max_size=30)


@given(LETTERS, LETTERS)
def test_bags_never_overstate_how_much_differs(a, b):
    first, second = (int(bag) for bag in bags(characters([a, b])))
    assert max((first & ~second).bit_count(), (second & ~first).bit_count()) <= distance(a, b)


@given(st.lists(st.text("schtzdkgqxceiyä жщ-ß’", max_size=10), max_size=8))
def test_many_skeletons_are_those_of_each(names):
    assert skeletons(names) == [skeleton(name) for name in names]
    assert all(a != b for key in skeletons(names) for a, b in itertools.pairwise(key))
