"""Garbles that the term base lists."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.terms.context import near
from cleaner.terms.entry import Entry
from cleaner.terms.exact import Exact, Hit, longest

LISTED = 0.99
"""An editor wrote down that this form is wrong; what is left is that he meant another place."""
LISTED_NEAR = 0.97
"""Likewise, but the form is only wrong in a context, and a word of it stands near."""


def terms(text: str, exact: Exact) -> Iterator[Edit]:
    """Edits for listed forms, the leftmost and longest; right forms block what they overlap."""
    for hit in longest(h for h in exact.hits(text) if h.right or meant(text, h)):
        if said := meant(text, hit):
            yield Edit(hit.start, text[hit.start : hit.end], *said)


def meant(text: str, hit: Hit) -> tuple[str, str, str, float] | None:
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
