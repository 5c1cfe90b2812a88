"""Names translated as words: *silver iron* for Silbereisen, *Get Lost* for «Идите лесом».

The words alone are no evidence: they are ordinary.  What speaks for the name is the text: the right form
elsewhere, a word of the entry's context, a word for what it is right beside, quotation marks, capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cleaner.edit import Edit
from cleaner.terms.arrays import Arrays
from cleaner.terms.context import beside, near, type_words
from cleaner.terms.entry import Entry
from cleaner.terms.exact import Exact
from cleaner.terms.finder import Finder, compile_made
from cleaner.terms.listed import origin
from cleaner.terms.rarity import ordinary
from cleaner.terms.render import literals

TOLD = 0.92
"""The text vouches for the name, and capitals or quotation marks tell that one is meant.  Set by hand, for
want of documents with references; in 222,000 words of clean English with the shipped glossaries none."""
LIKELY = 0.7
"""Only one thing vouches for it: *the newspaper Daily Mirror* may be another."""
_OPEN, _CLOSE = '“„«"‘‚', '”“»"’'


class Literal:
    """Finds the literal forms of names."""

    def __init__(self, entries: Sequence[Entry], arrays: Arrays) -> None:
        """Take entries and what ``compile_literals`` made of them."""
        self._finder = Finder(entries, arrays)

    def edits(self, text: str, exact: Exact) -> Iterator[Edit]:
        """Edits for literal forms; those with little beside them have a low confidence."""
        for start, end, entry in self._finder.find(text, exact):
            present = any(entry in h.entries for h in exact.hits(text))
            yield from _edit(text, start, end, entry, present)


def compile_literals(entries: Iterable[Entry]) -> Arrays:
    """The literal forms of names."""
    return compile_made(entries, _forms)


def _forms(entry: Entry) -> Iterator[str]:
    for literal in literals(entry) if entry.native else ():
        yield from _capitals(literal)


def _capitals(form: str) -> set[str]:
    """Every word with a capital, or only the first."""
    return {re.sub(r"(?<![\w'])[a-z]", lambda m: m[0].upper(), form), form[:1].upper() + form[1:]}


def _edit(text: str, start: int, end: int, entry: Entry, present: bool) -> Iterator[Edit]:
    old = text[start:end]
    said = {
        "the name stands elsewhere in this text": present,
        f"{(word := near(text, start, end, entry.context))!r} stands near": bool(word),
        f"{(kind := beside(text, start, end, type_words(entry.type)))!r} stands beside": bool(kind),
        "in quotation marks": text[max(start - 1, 0)] in _OPEN and text[end : end + 1] in tuple(_CLOSE),
    }
    if sure := _sure(old, entry.type == "person", *said.values()):
        told = "; ".join(reason for reason, holds in said.items() if holds)
        why = f"{origin(entry)}: {', '.join(entry.native)} translated as words; {told}"
        yield Edit(start, old, entry.preferred, "normalize.literal", why, sure)


def _sure(old: str, person: bool, present: bool, context: bool, kind: bool, quoted: bool) -> float:
    """How sure it is; 0 where nothing but the words speaks for it.

    Args:
        old: The words as they stand.
        person: The name is a person's, and its first word was kept.
        present: The right form stands elsewhere in the text.
        context: A word of the entry's context stands near.
        kind: A word for what it is stands beside.
        quoted: It stands in quotation marks of its own.
    """
    words = old.split(" ")
    titled = len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words)
    compound = person and len(words) > 2  # Florian silver iron
    named = titled or compound or (kind and quoted)
    own = not all(map(ordinary, words)) or kind or quoted  # else the Daily Mirror beside the Tagesspiegel
    if named and (context or (present and own)):
        return TOLD
    return LIKELY if (kind and (present or context or named)) or (present and titled) else 0.0
