"""Letters and their accents as two characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cleaner.edit import Edit

_ACCENT = re.compile("[\u0300-\u036f]")  # sought first: this is fast
_DECOMPOSED = re.compile("[^\\W\\d_][\u0300-\u036f]{1,30}+(?![\u0300-\u036f])")


def find_composed(text: str) -> Iterator[Edit]:
    """A letter followed by its accent as a character of its own (Unicode NFD), where one character exists.

    Committed by macOS file names, PDF extractors and some content systems.  It looks right and is found by
    no search, glossary or translation model.

    >>> [len(e.new) for e in find_composed("Mu\u0308nchen")]
    [1]

    Left alone: accents that have no composed form (the stress marks of Russian textbooks), more than thirty
    on one letter (where Unicode's Stream-Safe Text Format ends, UAX 15: to sort them takes the square), and
    the points of Hebrew, Arabic and the Indic scripts, whose order Unicode normalisation would change.  The
    two forms are canonically equivalent, so there are no false alarms.
    """
    if text.isascii() or not _ACCENT.search(text):
        return
    for letter in _DECOMPOSED.finditer(text):
        old = letter.group()
        new = unicodedata.normalize("NFC", old)
        if new != old:
            yield Edit(letter.start(), old, new, "repair.composed", "Unicode NFC")
