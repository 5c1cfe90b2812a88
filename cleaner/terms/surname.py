"""The garbled surname alone, of a person who is named in full in the same text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cleaner.edit import Edit
from cleaner.terms.entry import Entry
from cleaner.terms.evidence import DOUBTFUL
from cleaner.terms.exact import Exact
from cleaner.terms.listed import meant, origin
from cleaner.terms.overlap import Overlap
from cleaner.terms.rarity import ordinary
from cleaner.terms.shape import bounded, reshape
from cleaner.text.lexicon import lexicon

SHORT = 0.95
"""The surname alone, where the full name stands in the document: another of that surname is rare."""

_HONORIFICS = frozenset(
    ["Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "President", "Chancellor", "Minister", "Herr", "Frau"]
)
_BEFORE = re.compile(r"(?:^|([.!?:\n“\"])\s*|(\w+)\s+)(\b[^\W\d_](?:\.|[\w'’-]*)) $")


@dataclass(frozen=True, slots=True)
class Short:
    """A garbled surname, the right one, and why one may stand for the other."""

    old: str
    new: str
    why: str


def shorts(text: str, exact: Exact) -> Iterator[Edit]:
    """Edits for listed garbled surnames alone, of persons whose full name, right or garbled, stands there.

    Where only the right one does, an English word or name is no garble of the surname.
    """
    hits = exact.hits(text)
    covered = Overlap((h.start, h.end) for h in hits if h.right or meant(text, h))
    garbled = {text[h.start : h.end] for h in hits if meant(text, h)}
    right = {entry for h in hits for entry in h.right if text[h.start : h.end] in _shaped(entry.preferred)}
    for entry in dict.fromkeys(e for h in hits for e in h.entries):
        for full, short in surnames(entry):
            if not garbled.isdisjoint(_shaped(full)) or (entry in right and not _english(short.old)):
                yield from alone(text, covered, short)


def surnames(entry: Entry) -> Iterator[tuple[str, Short]]:
    """For a person, each listed full name with its garbled surname; capitals too."""
    for full, wrong, new in garbled_surnames(entry):
        why = f"{origin(entry)}: surname of {full!r}, a person named in full in this text"
        yield from ((full, Short(wrong, new, why)), (full, Short(wrong.upper(), new.upper(), why)))


def garbled_surnames(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """For a person, each listed full name with its garbled surname and the right one."""
    if entry.type != "person" or " " not in entry.preferred:
        return
    known = {word for form in (entry.preferred, *entry.admitted) for word in form.split()}
    for form in entry.deprecated:
        words = form.split()
        if len(words) > 1 and words[-1] not in known and len(words[-1]) > 3:
            yield form, words[-1], entry.preferred.split()[-1]


def alone(text: str, covered: Overlap, short: Short) -> Iterator[Edit]:
    """Edits where a garbled surname stands alone, in a text that names nobody else of that surname.

    Proposed if it is an English word or name as well: *Friedrich March*, and *in March*.
    """
    places = [m.span() for m in re.finditer(re.escape(short.old), text) if bounded(text, *m.span())]
    free = [start for start, end in places if not any(covered.over(start, end))]
    before = [_capitalised_before(text, start) for start in free]
    if any(word and not ordinary(word) for word, _ in before):
        return  # somebody's first name
    sure = DOUBTFUL if _english(short.old) else SHORT
    for start, (word, opens) in zip(free, before, strict=True):
        if not word or opens:
            yield Edit(start, short.old, short.new, "normalize.short", short.why, sure)


def _shaped(form: str) -> tuple[str, str]:
    return form, reshape(form, "capitals")


def _english(word: str) -> bool:
    """True for an English word, place or name: *March*, *Weimar*, *Schulz*."""
    return word.lower() in lexicon()


def _capitalised_before(text: str, start: int) -> tuple[str, bool]:
    """The word or initial with a capital right before, honorifics apart, and whether it opens a sentence."""
    before = _BEFORE.search(text[max(start - 80, 0) : start])
    if not before or not before[3][:1].isupper() or before[3].rstrip(".") in _HONORIFICS:
        return "", False
    return before[3], before[2] is None
