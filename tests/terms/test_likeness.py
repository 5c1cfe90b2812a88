from itertools import permutations

import pytest

from cleaner.terms.likeness import likeness

ONE = [
    ("Jelena Schtscherbakowa", "Elena Shcherbakova"),  # German and English romanisation
    ("Елена Щербакова", "Elena Shcherbakova"),
    ("Ελένη Κοσμά", "Eleni Kosma"),
    ("Shcherbakova, Elena", "Elena Shcherbakova"),
    ("Elena Igorevna Shcherbakova", "Elena Shcherbakova"),
    ("E. Shcherbakova", "Elena Shcherbakova"),
    ("Dr. Elena Shcherbakova", "Elena Shcherbakova"),
    ("ElenaShcherbakova", "Elena Shcherbakova"),
    ("Elena Shcherbakvoa", "Elena Shcherbakova"),  # swapped letters
    ("Kettenwerk Aktiengesellschaft", "Kettenwerk AG"),
    ("Kettenwerk GmbH", "Gesellschaft mit beschränkter Haftung Kettenwerk"),
    ("Third Kettenwerk Brigade", "3rd Kettenwerk Brigade"),
    ("Van der Hoeven", "Vanderhoeven"),
]
TWO = [
    ("Elena Shcherbakova", "Irina Shcherbakova"),
    ("Elena Shcherbakova", "Elena Kovalchuk"),
    ("Kettenwerk Bank", "Kettenwerk Bahn"),
    ("Kettenwerk Fund II", "Kettenwerk Fund III"),
    ("Fabrik 17", "Fabrik 71"),
    ("Hamburger Hafen", "Bremer Hafen"),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one_name(a, b):
    assert likeness(a, b) > 0.6


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_names(a, b):
    assert likeness(a, b) < 0.5


@pytest.mark.parametrize(("a", "b"), ONE + TWO)
def test_the_order_of_the_names_does_not_matter(a, b):
    assert likeness(a, b) == pytest.approx(likeness(b, a), abs=0.02)


def test_the_order_of_the_words_hardly_matters():
    every = {
        likeness("Elena Igorevna Shcherbakova", " ".join(p))
        for p in permutations(("Elena", "Igorevna", "Shcherbakova"))
    }
    assert min(every) > 0.6


def test_numbers_that_differ_are_another_thing():
    assert likeness("Elena 2", "Elena 3") == 0


def test_nothing_in_common_is_no_likeness():
    assert likeness("Elena Shcherbakova", "北京") == 0
    assert likeness("", "Elena") == 0
