"""Names translated as words: *silver iron* for Silbereisen, *Get Lost* for «Идите лесом».

The words alone are no evidence: they are ordinary.  What speaks for the name is the text: the right form
elsewhere, a word of the entry's context, a word for what it is right beside, quotation marks, capitals.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from cleaner.edit import Edit
from cleaner.terms.context import beside, near, type_words
from cleaner.terms.entry import Entry
from cleaner.terms.exact import Exact
from cleaner.terms.listed import origin
from cleaner.terms.render import literals
from cleaner.terms.shape import bounded

TOLD = 0.92
"""The right form or a word of the entry's context stands in the text, and capitals or quotation marks tell
that a name is meant.  None such stood in 108,000 words of clean English with the shipped glossaries."""
LIKELY = 0.7
"""Only a word for what it is stands beside: *the newspaper Daily Mirror* may be another."""
_OPEN, _CLOSE = '“„«"‘‚', '”“»"’'


@dataclass(frozen=True, slots=True)
class _Found:
    """A literal form where it stands."""

    start: int
    end: int
    entry: Entry


class Literal:
    """Finds the literal forms of names; compiled on first use."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = [e for e in entries if e.native]

    @cached_property
    def _forms(self) -> dict[str, Entry]:
        """Forms as they may stand, each of one entry: what two names claim is nobody's."""
        owners: dict[str, dict[str, Entry]] = defaultdict(dict)
        for entry in self._entries:
            for literal in literals(entry):
                for form in _capitals(literal):
                    owners[form].setdefault(entry.preferred, entry)
        return {form: next(iter(named.values())) for form, named in owners.items() if len(named) == 1}

    @cached_property
    def _automaton(self):  # type: ignore[no-untyped-def]  # daachorse has no types
        from daachorse import CharwiseDoubleArrayAhoCorasick

        return CharwiseDoubleArrayAhoCorasick(list(self._forms))

    def edits(self, text: str, exact: Exact) -> Iterator[Edit]:
        """Edits for literal forms; those with little beside them have a low confidence."""
        if not self._entries or not self._forms:
            return
        found = list(self._found(text))
        if not found:
            return
        hits = exact.hits(text)
        present = {e.id for h in hits for e in h.entries}
        for one in found:
            if not any(h.start < one.end and one.start < h.end for h in hits):
                yield from _edit(text, one, present)

    def _found(self, text: str) -> Iterator[_Found]:
        forms = list(self._forms)
        last = 0
        for start, end, number in sorted(self._automaton.find_overlapping(text), key=lambda m: (m[0], -m[1])):
            if start >= last and bounded(text, start, end):
                last = end
                yield _Found(start, end, self._forms[forms[number]])


def _capitals(form: str) -> set[str]:
    """Every word with a capital, or only the first."""
    return {re.sub(r"(?<![\w'])[a-z]", lambda m: m[0].upper(), form), form[:1].upper() + form[1:]}


def _edit(text: str, found: _Found, present: Iterable[str]) -> Iterator[Edit]:
    entry, old = found.entry, text[found.start : found.end]
    told = ["the name stands elsewhere in this text"] if entry.id in present else []
    if word := near(text, found.start, found.end, entry.context):
        told.append(f"{word!r} stands near")
    kind, quoted = beside(text, found.start, found.end, type_words(entry.type)), _quoted(text, found)
    sure = _sure(old, entry.type == "person", bool(told), bool(kind), quoted)
    if sure:
        told += [f"{kind!r} stands beside"] if kind else []
        why = f"{origin(entry)}: {', '.join(entry.native)} translated as words; {'; '.join(told)}"
        yield Edit(found.start, old, entry.preferred, "normalize.literal", why, sure)


def _quoted(text: str, found: _Found) -> bool:
    return text[max(found.start - 1, 0)] in _OPEN and text[found.end : found.end + 1] in tuple(_CLOSE)


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
