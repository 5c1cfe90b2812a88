"""Garbles that the term base lists: the forms themselves, and the surnames of persons named in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.terms.context import near
from cleaner.terms.entry import Entry
from cleaner.terms.exact import Exact, Hit, longest
from cleaner.terms.overlap import Overlap
from cleaner.terms.shape import bounded, reshape

LISTED = 0.99
"""An editor wrote down that this form is wrong; what is left is that he meant another place."""
LISTED_NEAR = 0.97
"""Likewise, but the form is only wrong in a context, and a word of it stands near."""
SHORT = 0.95
"""The surname alone, where the full name stands in the document: another of that surname is rare."""

_HONORIFICS = frozenset(
    ["Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "President", "Chancellor", "Minister", "Herr", "Frau"]
)


def terms(text: str, exact: Exact) -> Iterator[Edit]:
    """Edits for listed forms, the leftmost and longest; right forms block what they overlap."""
    for hit in longest(h for h in exact.hits(text) if h.right or _meant(text, h)):
        if meant := _meant(text, hit):
            yield Edit(hit.start, text[hit.start : hit.end], *meant)


def _meant(text: str, hit: Hit) -> tuple[str, str, str, float] | None:
    """New form, rule, reason and confidence, if the hit is a garble here."""
    free: list[tuple[Entry, str, str]] = []
    for entry, new in hit.wrong:
        word = near(text, hit.start, hit.end, entry.context) if entry.context else ""
        if word or (word == "" and not hit.right):
            free.append((entry, new, word))
    if len({new for _, new, _ in free}) != 1:
        return None  # nothing fits, or two names claim the form: silence
    entry, new, word = free[0]
    mark = f", {word!r} stands near" if word else ""
    confidence = LISTED_NEAR if word else LISTED
    return new, "normalize.term", f"{origin(entry)}: listed as deprecated{mark}", confidence


def origin(entry: Entry) -> str:
    """Where a piece of knowledge comes from, for the record."""
    return f"{entry.glossary or 'glossary'}/{entry.id}"


def shorts(text: str, exact: Exact) -> Iterator[Edit]:
    """Edits for garbled surnames alone of persons whose full name, right or garbled, stands in the text."""
    hits = exact.hits(text)
    covered = Overlap((h.start, h.end) for h in hits)
    for entry in dict.fromkeys(e for h in hits for e in h.entries):
        for full, short in surnames(entry):
            if _stands(text, full) or _stands(text, entry.preferred):
                yield from alone(text, covered, short)


def surnames(entry: Entry) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """For a person, each listed full name with its garbled surname, the right one and why; capitals too."""
    for full, wrong, new in garbled_surnames(entry):
        why = f"{origin(entry)}: surname of {full!r}, a person named in full in this text"
        yield from ((full, (wrong, new, why)), (full, (wrong.upper(), new.upper(), why)))


def garbled_surnames(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """For a person, each listed full name with its garbled surname and the right one."""
    if entry.type != "person" or " " not in entry.preferred:
        return
    known = {word for form in (entry.preferred, *entry.admitted) for word in form.split()}
    for form in entry.deprecated:
        words = form.split()
        if len(words) > 1 and words[-1] not in known and len(words[-1]) > 3:
            yield form, words[-1], entry.preferred.split()[-1]


def _stands(text: str, form: str) -> bool:
    return form in text or reshape(form, "capitals") in text


def alone(text: str, covered: Overlap, short: tuple[str, str, str]) -> Iterator[Edit]:
    """Edits where a garbled surname stands alone, behind no other first name; it, the right one, and why."""
    old, new, why = short
    for match in re.finditer(re.escape(old), text):
        start, end = match.span()
        if not bounded(text, start, end) or any(covered.over(start, end)):
            continue
        if not _other_person(text, start):
            yield Edit(start, old, new, "normalize.short", why, SHORT)


_BEFORE = re.compile(r"(?:^|([.!?:\n“\"])\s*|(\w+)\s+)(\b[^\W\d_](?:\.|[\w'’-]*)) $")


def _other_person(text: str, start: int) -> bool:
    """True if a first name or initial that is not at the start of a sentence stands before: somebody else."""
    before = _BEFORE.search(text[max(start - 80, 0) : start])
    if not before or not before[3][:1].isupper() or before[3].rstrip(".") in _HONORIFICS:
        return False
    return before[2] is not None
