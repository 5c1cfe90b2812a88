from cleaner.terms.entry import Entry, TermBase
from cleaner.terms.numbered import forms
from cleaner.terms.repair import matcher


def edits(text, *names):
    entries = tuple(Entry(n, n) for n in names)
    return [(e.old, e.new) for e in matcher(TermBase(entries)).garbles(text)]


def test_every_joint_may_differ():
    assert forms("Wikla 9") == ["Wikla 9", "Wikla-9", "Wikla9"]
    assert len(forms("TB2-Werk 7")) == 0  # three joints: a code
    assert forms("Kettenwerk") == forms("A1") == []


def test_a_number_is_joined_as_the_house_does():
    assert edits("Wikla-9's crew and Wikla9", "Wikla 9") == [("Wikla-9", "Wikla 9"), ("Wikla9", "Wikla 9")]


def test_other_numbers_words_and_addresses_stay():
    assert edits("Wikla-90, Wikla-8, Nowikla-9, x.org/Wikla-9", "Wikla 9") == []


def test_what_two_names_claim_stays():
    assert edits("Wikla9", "Wikla 9", "Wikla-9") == []
