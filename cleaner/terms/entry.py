"""What a term base holds: concepts, and the standing of each of their names (ISO 30042, TBX)."""

from __future__ import annotations

import hashlib
import marshal
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

TYPES: Final = (
    "person", "organisation", "outlet", "agency", "party", "institution", "company", "place", "event", "work",
    "product", "people", "term", "phrase",
)  # fmt: skip
"""What a concept can be.  A *term* is no name but a word of the trade ("call-up notice")."""

COLUMNS: Final = (
    "id", "preferred", "admitted", "deprecated", "native", "type", "lang", "context", "source", "note",
)  # fmt: skip
"""The keys of an entry in TOML and the columns of a table."""

LISTS: Final = ("admitted", "deprecated", "native", "context")
"""Those that hold several forms."""

_TAGGED = re.compile(r"([a-z]{2,3}(?:-\w+)*):\s+(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept: exactly one preferred term, any number of others.

    Attributes:
        id: Unique within a term base.
        preferred: How the house writes it.
        admitted: Other right forms; they stay as they are.
        deprecated: Garbled or outdated forms; they become the preferred one.
        native: Forms in the concept's own language and script, with its tag or without: ``uk: Харків``.
        type: person, organisation, outlet, place, phrase, ...
        lang: Primary subtag of the language in whose texts the forms stand; empty for any.
        context: Words of which one must stand near a deprecated form; empty if none is needed.
        source: Where the preferred form was looked up.
        note: For people.
        glossary: Name of the file it was read from; several, joined by ``+``, if it was merged.
    """

    id: str
    preferred: str
    admitted: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    native: tuple[str, ...] = ()
    type: str = ""
    lang: str = "en"
    context: tuple[str, ...] = ()
    source: str = ""
    note: str = ""
    glossary: str = ""

    @property
    def natives(self) -> tuple[tuple[str, str], ...]:
        """The language of each native form, empty if it is not told, and the form without its tag.

        >>> Entry("k", "Kharkiv", native=("uk: Харків", "Харьков")).natives
        (('uk', 'Харків'), ('', 'Харьков'))
        """
        found = ((_TAGGED.fullmatch(form) if ":" in form else None, form) for form in self.native)
        return tuple((tagged[1], tagged[2]) if tagged else ("", form) for tagged, form in found)


def tagged(form: str, lang: str) -> str:
    """A native form with its language, if that is known; the other way round from ``Entry.natives``."""
    return f"{lang}: {form}" if lang else form


@dataclass(frozen=True)
class TermBase:
    """Entries of one or several glossaries, already checked and merged."""

    entries: tuple[Entry, ...] = ()

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content, in hex; the same for the same entries in the same order."""
        columns = [*map(_told_once, _columns(self.entries))]
        return hashlib.sha256(marshal.dumps(columns, 2)).hexdigest()  # a tenth of the time of repr, by rows


def _columns(own: Sequence[Entry]) -> Iterator[list[object]]:
    """Each field of all entries, spelled out: to ask for fields by name takes twice the time."""
    yield [e.id for e in own]
    yield [e.preferred for e in own]
    yield [e.admitted for e in own]
    yield [e.deprecated for e in own]
    yield [e.native for e in own]
    yield [e.type for e in own]
    yield [e.lang for e in own]
    yield [e.context for e in own]
    yield [e.source for e in own]
    yield [e.note for e in own]
    yield [e.glossary for e in own]


def _told_once(column: list[object]) -> object:
    """A column; if it says the same in every row, that and the number of rows."""
    rows = len(column)
    return (column[0], rows) if rows and column.count(column[0]) == rows else column
