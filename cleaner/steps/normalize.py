"""normalize: names and phrases as the house writes them, by the term base."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.pipeline import Rule, Step
from cleaner.steps.base import Setup
from cleaner.terms.entry import TermBase
from cleaner.terms.repair import Matcher, matcher

EMPTY = TermBase()
"""What a rule knows without a glossary."""

UNKNOWN_LANGUAGE = 0.8
"""Most confidence in a text of which nobody knows the language: then edits are proposed, not made."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the step may do.

    Attributes:
        surnames: Repair the surname alone where the person is named in full.
        phrases: Repair phrases round names (calques, cut attributions).
        case: Give names back their capitals.
        accents: Give names back their accents.
        spaces: Join and part names that were cut or glued.
        spelling: Repair names in spellings that nobody listed.
        literals: Repair names that were translated as words.
        cache: Keep large glossaries compiled in the user's cache, for the next process.
    """

    surnames: bool = True
    phrases: bool = True
    case: bool = True
    accents: bool = True
    spaces: bool = True
    spelling: bool = True
    literals: bool = True
    cache: bool = True


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

    The damage: *Ivan Sulyayev* at first mention, *Sulyayev* from then on.  The glossary lists the full form,
    or it was found as a spelling of the name.

    >>> from cleaner.terms.entry import Entry
    >>> base = TermBase((Entry("c", "Ivan Chuvilyaev", deprecated=("Ivan Sulyayev",), type="person"),))
    >>> [e.new for e in short("Ivan Sulyayev spoke. Later Sulyayev left.", base)]
    ['Chuvilyaev']

    Left alone: a surname that somebody else of the text bears, any in a text that does not name the person
    in full, and, beside the right full name, a garble that is an English word or name (*Friedrich March*);
    beside the garbled one this is proposed.  False alarms: none is known; brothers and couples are the risk.
    """
    return chain(matcher(base).shorts(text), _of("normalize.short", text, base))


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


def case(text: str, base: TermBase = EMPTY) -> Iterable[Edit]:
    """A name of the term base that lost its capitals.

    The damage: *jana Jusková*, *near prachatice*; machine translation takes a name for a word.

    >>> from cleaner.terms.entry import Entry
    >>> [e.new for e in case("They met jana Novotny.", TermBase((Entry("n", "Jana Novotny"),)))]
    ['Jana Novotny']

    Left alone: English words (*Kronstadt roadstead*), compounds of them, more capitals than the house writes
    (camel-case brands), headlines in capitals.  Only proposed in texts that are not English.  Measured on
    system outputs of wmt21: 121 of 121 right.
    """
    return _of("normalize.case", text, base)


def accent(text: str, base: TermBase = EMPTY) -> Iterable[Edit]:
    """A name of the term base that lost its accents or umlauts, or wears them written out; ß for ss.

    The damage: *Hulkenberg* or *Huelkenberg* for *Hülkenberg*, *Bergstraße* where the house writes ss.

    >>> from cleaner.terms.entry import Entry
    >>> [e.new for e in accent("Bjorn Hoecke spoke.", TermBase((Entry("h", "Björn Höcke"),)))]
    ['Björn Höcke']

    Left alone, and proposed: more accents than the house writes (*León*), one word that is a known name
    without (*Novak*), all in texts that are not English.  Measured on system outputs of wmt21: 217 of 217
    right.
    """
    return _of("normalize.accent", text, base)


def space(text: str, base: TermBase = EMPTY) -> Iterable[Edit]:
    """A name of the term base cut in two, glued together, or with its hyphen lost, before a number too.

    The damage: *ProAsyl*, *Lausitz ring*, *Jumbo Visma*.

    >>> from cleaner.terms.entry import Entry
    >>> [e.new for e in space("the ProAsyl report", TermBase((Entry("p", "Pro Asyl"),)))]
    ['Pro Asyl']

    Left alone, and proposed: English words in small letters (*air conditioning*), names without a number in
    texts that are not English.  Measured on system outputs of wmt21: 72 of 72 right.
    """
    return _of("normalize.space", text, base)


def spelling(text: str, base: TermBase = EMPTY) -> Iterable[Edit]:
    """A name of the term base spelt by ear, by another romanisation, or with a case ending kept.

    The damage: *Nikolai Evmenov*, *Krykhovyak*, *Idit Jeslom*.  Nobody can list them all: the distance to
    the right form is measured in bits, with costs learnt from how names are romanised, and weighed
    against the surprise at the words, were they words of their own; see ``cleaner.terms.evidence``.

    >>> from cleaner.terms.entry import Entry
    >>> base = TermBase((Entry("k", "Habib Nurmagomedov"),))
    >>> [e.new for e in spelling("Khabib Nurmagomedow won.", base)]
    ['Habib Nurmagomedov']

    Left alone: English words and known names, names as near to another entry, surnames made of the name
    (*Morozov*), inhabitants (*Berliner*), plurals, chance likenesses; one word with another consonant
    (*Pilsen*, *Nilsen*) or a letter doubled; a woman's surname for a man's, or another family's (*Zolotarev*,
    *Zolotov*); a town, or one word of a known kind, that sounds otherwise (*Paskov*).  Only proposed in texts
    that are not English.  Of wmt21's outputs 559 of 561 were right of several words, 393 of 407 of one; 4
    false alarms in 108,000 words of news; of 802 names made to be nearly an entry, 16 become it.
    """
    return _of("normalize.spelling", text, base)


def literal(text: str, base: TermBase = EMPTY) -> Iterable[Edit]:
    """A name of the term base translated as words.

    The damage: *Get Lost* for «Идите лесом», *silver iron* for Silbereisen.  The words of the native form,
    compounds cut, are looked up in a German or Russian lexicon, and the name is found in their meanings.

    >>> from cleaner.terms.entry import Entry
    >>> base = TermBase((Entry("i", "Idite Lesom", native=("ru: Идите лесом",), type="organisation"),))
    >>> text = "Idite Lesom helps deserters. “Get Lost” began in 2022. “Get lost”, the officer said."
    >>> [(e.old, e.new) for e in literal(text, base)]
    [('Get Lost', 'Idite Lesom')]

    Left alone: small letters without a given name before them; anything where neither the right form nor a
    word of the entry's context stands in the text; right forms.  Proposed: where only a word for what it is
    stands beside (*the newspaper Daily Mirror*), or only the right form elsewhere (*Tagesspiegel and the
    Daily Mirror*).  False alarms: none made, none proposed in 222,000 words of clean English news with the
    shipped glossaries.
    """
    return matcher(base).literals(text)


def _of(rule: str, text: str, base: TermBase) -> Iterable[Edit]:
    return (e for e in matcher(base).garbles(text) if e.rule == rule)


RULES = (
    Rule("normalize.term", term),
    Rule("normalize.short", short),
    Rule("normalize.phrase", phrase),
    Rule("normalize.case", case),
    Rule("normalize.accent", accent),
    Rule("normalize.space", space),
    Rule("normalize.spelling", spelling),
    Rule("normalize.literal", literal),
)
SWITCHES = {
    "normalize.short": "surnames",
    "normalize.phrase": "phrases",
    "normalize.case": "case",
    "normalize.accent": "accents",
    "normalize.space": "spaces",
    "normalize.spelling": "spelling",
    "normalize.literal": "literals",
}


@dataclass(frozen=True, slots=True)
class Normalize:
    """The step: asks the matcher of the document's language, and lets the policy decide."""

    options: Options
    setup: Setup

    def __call__(self, doc: Document) -> Document:
        """Return the document with its names repaired."""
        edits = [e for e in self._matcher(doc.lang).edits(doc.text) if self._on(e.rule)]
        if not doc.lang:  # *Nawalny* is wrong in English and right in German
            edits = [replace(e, confidence=min(e.confidence, UNKNOWN_LANGUAGE)) for e in edits]
        return doc.revise("normalize", edits, self.setup.policy)

    def batch(self, docs: Sequence[Document]) -> list[Document]:
        """Return the documents with their names repaired, each as if alone."""
        by_lang: dict[str | None, list[str]] = defaultdict(list)
        for doc in docs:
            by_lang[doc.lang].append(doc.text)
        for lang, texts in by_lang.items():
            self._matcher(lang).learn(texts)
        return [self(doc) for doc in docs]

    def _matcher(self, lang: str | None) -> Matcher:
        return matcher(self.setup.terms, lang, self.options.cache)

    def _on(self, rule: str) -> bool:
        return rule not in SWITCHES or bool(getattr(self.options, SWITCHES[rule]))


def build(options: Options, setup: Setup) -> Step:
    """Return the step; the term base is compiled at the first document."""
    return Normalize(options, setup)
