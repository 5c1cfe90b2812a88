"""Names translated as words: *silver iron* for Silbereisen, *Get Lost* for «Идите лесом».

The words alone are no evidence: they are ordinary.  What speaks for the name is the text: the right form
elsewhere, a word of the entry's context, a word for what it is right beside, quotation marks, capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleaner.edit import Edit
from cleaner.terms.context import beside, near, type_words
from cleaner.terms.entry import Entry
from cleaner.terms.exact import Exact
from cleaner.terms.finder import Finder
from cleaner.terms.listed import origin
from cleaner.terms.render import literals

TOLD = 0.92
"""The right form or a word of the entry's context stands in the text, and capitals or quotation marks tell
that a name is meant.  None such stood in 108,000 words of clean English with the shipped glossaries."""
LIKELY = 0.7
"""Only a word for what it is stands beside: *the newspaper Daily Mirror* may be another."""
_OPEN, _CLOSE = '“„«"‘‚', '”“»"’'


class Literal:
    """Finds the literal forms of names; compiled on first use."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._finder = Finder([e for e in entries if e.native], _forms)

    def edits(self, text: str, exact: Exact) -> Iterator[Edit]:
        """Edits for literal forms; those with little beside them have a low confidence."""
        for start, end, entry in self._finder.find(text, exact):
            present = any(entry in h.entries for h in exact.hits(text))
            yield from _edit(text, start, end, entry, present)


def _forms(entry: Entry) -> Iterator[str]:
    for literal in literals(entry):
        yield from _capitals(literal)


def _capitals(form: str) -> set[str]:
    """Every word with a capital, or only the first."""
    return {re.sub(r"(?<![\w'])[a-z]", lambda m: m[0].upper(), form), form[:1].upper() + form[1:]}


def _edit(text: str, start: int, end: int, entry: Entry, present: bool) -> Iterator[Edit]:
    old = text[start:end]
    told = ["the name stands elsewhere in this text"] if present else []
    if word := near(text, start, end, entry.context):
        told.append(f"{word!r} stands near")
    kind = beside(text, start, end, type_words(entry.type))
    quoted = text[max(start - 1, 0)] in _OPEN and text[end : end + 1] in tuple(_CLOSE)
    sure = _sure(old, entry.type == "person", bool(told), bool(kind), quoted)
    if sure:
        told += [f"{kind!r} stands beside"] if kind else []
        why = f"{origin(entry)}: {', '.join(entry.native)} translated as words; {'; '.join(told)}"
        yield Edit(start, old, entry.preferred, "normalize.literal", why, sure)


def _sure(old: str, person: bool, told: bool, kind: bool, quoted: bool) -> float:
    """How sure it is; 0 where nothing but the words speaks for it.

    Args:
        old: The words as they stand.
        person: The name is a person's, and its first word was kept.
        told: The right form, or a word of the entry's context, stands in the text.
        kind: A word for what it is stands beside.
        quoted: It stands in quotation marks of its own.
    """
    words = old.split(" ")
    titled = len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words)
    compound = person and len(words) > 2  # Florian silver iron
    named = titled or compound or (kind and quoted)
    if told and named:
        return TOLD
    return LIKELY if kind and (told or named) else 0.0
