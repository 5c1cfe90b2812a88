"""normalize: names and phrases as the house writes them, by the term base."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.pipeline import Rule, Step
from cleaner.steps.base import Setup
from cleaner.terms.entry import TermBase
from cleaner.terms.repair import matcher

EMPTY = TermBase()
"""What a rule knows without a glossary."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the step may do.

    Attributes:
        surnames: Repair the surname alone where the person is named in full.
        phrases: Repair phrases round names (calques, cut attributions).
    """

    surnames: bool = True
    phrases: bool = True


def term(text: str, base: TermBase = EMPTY) -> Iterable[Edit]:
    """A name or term in a form that a glossary lists as garbled or outdated.

    The damage: a name was spelt by ear, or by the rules of a third language, or translated as a word.
    Machine translation commits it, anew in each text.  Possessives, compounds and capitals keep their shape.

    >>> from cleaner.terms.entry import Entry
    >>> base = TermBase((Entry("pro-asyl", "Pro Asyl", deprecated=("ProAsyl",)),))
    >>> [(e.start, e.old, e.new) for e in term("the ProAsyl-led appeal", base)]
    [(4, 'ProAsyl', 'Pro Asyl')]

    Left alone: preferred, admitted and native forms and whatever they overlap; parts of longer words, of
    addresses and of double names; a form whose context does not stand near; one that two entries claim.
    False alarms: as many as the glossary has careless entries; ``cleaner glossary check`` looks for them.
    """
    return matcher(base).terms(text)


def short(text: str, base: TermBase = EMPTY) -> Iterable[Edit]:
    """The garbled surname alone, of a person who is named in full in the same text.

    The damage: *Ivan Sulyayev* at first mention, *Sulyayev* from then on.  The glossary lists the full form.

    >>> from cleaner.terms.entry import Entry
    >>> base = TermBase((Entry("c", "Ivan Chuvilyaev", deprecated=("Ivan Sulyayev",), type="person"),))
    >>> [e.new for e in short("Ivan Sulyayev spoke. Later Sulyayev left.", base)]
    ['Chuvilyaev']

    Left alone: a surname after another first name, and any in a text that does not name the person in full.
    False alarms: none is known; brothers and couples are the risk.
    """
    return matcher(base).shorts(text)


def phrase(text: str, base: TermBase = EMPTY) -> Iterable[Edit]:
    """Words that went wrong round a name: calques, attributions cut in two, sayings.

    The damage: German *laut ProAsyl* (according to) read as *loud*; *, so die Nowaja Gaseta* cut off as a
    sentence of its own.  A phrase entry of a glossary says what stands there and what belongs there, with
    slots for names.

    >>> from cleaner.terms.entry import Entry
    >>> base = TermBase((Entry("laut", "According to {name},", deprecated=("Loud {name}",), type="phrase"),))
    >>> [(e.old, e.new) for e in sorted(phrase("Loud Pro Asyl About 250,000 men fled.", base))]
    [('Loud', 'According to'), ('', ','), ('About', 'about')]

    Left alone: the phrase round anything that is no name; the name itself, which other rules look after.
    False alarms: *Loud* before a name and cut attributions, 0 in 198,000 words of clean English news.
    """
    return matcher(base).phrases(text)


RULES = (Rule("normalize.term", term), Rule("normalize.short", short), Rule("normalize.phrase", phrase))


@dataclass(frozen=True, slots=True)
class Normalize:
    """The step: asks the matcher of the document's language, and lets the policy decide."""

    options: Options
    setup: Setup

    def __call__(self, doc: Document) -> Document:
        """Return the document with its names repaired."""
        found = matcher(self.setup.terms, doc.lang)
        edits = [*found.terms(doc.text)]
        edits += found.shorts(doc.text) if self.options.surnames else ()
        edits += found.phrases(doc.text) if self.options.phrases else ()
        return doc.revise("normalize", edits, self.setup.policy)


def build(options: Options, setup: Setup) -> Step:
    """Return the step; the term base is compiled at the first document."""
    return Normalize(options, setup)
