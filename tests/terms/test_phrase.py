"""Where phrases begin: many at once, and with a slot first."""

from cleaner.terms.entry import Entry, TermBase
from cleaner.terms.repair import Matcher


def edits(text, *entries):
    return sorted({(e.start, e.old, e.new) for e in Matcher(TermBase(entries)).phrases(text)})


def phrase(name, right, *wrong):
    return Entry(name, right, deprecated=wrong, type="phrase")


def test_a_slot_may_come_first():
    assert edits("Pro Asyl sad so.", phrase("s", "{name} said", "{name} sad")) == [(9, "sad", "said")]


def test_phrases_that_begin_alike_or_in_each_other_are_all_seen():
    known = (
        phrase("a", "says {name}", "loud {name}"),
        phrase("b", "aloud {name:outlet}", "a loud {name:outlet}"),
    )
    paper = Entry("p", "Neue Woche", type="outlet")
    assert edits("He is a loud Neue Woche.", *known, paper) == [(6, "a loud", "aloud"), (8, "loud", "says")]
    assert edits("So it is, loud Pro Asyl.", *known, paper) == [(10, "loud", "says")]


def test_no_phrase_no_edit():
    assert edits("Loud Pro Asyl.") == []
