"""Names with a number in them that was cut off, joined, or lost its hyphen: *Covid 19*, *Bündnis90*.

Spans are rows of letters; these are found by their few forms instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from cleaner.edit import Edit
from cleaner.terms.arrays import Arrays
from cleaner.terms.entry import Entry
from cleaner.terms.evidence import SPACE
from cleaner.terms.exact import Exact
from cleaner.terms.finder import Finder, compile_made
from cleaner.terms.listed import origin

_DIGIT = re.compile(r"\d")
_JOINT = re.compile(r"(?<=[^\W\d_])[ -]?(?=\d)|(?<=\d)[ -]?(?=[^\W\d_])")
"""Where letters and digits meet."""
MOST = 2
"""Joints of a name beyond which it is a code, and has too many forms."""


class Numbered:
    """Finds names with numbers whose joints differ."""

    def __init__(self, entries: Sequence[Entry], arrays: Arrays) -> None:
        """Take entries and what ``compile_numbered`` made of them."""
        self._finder = Finder(entries, arrays)

    def edits(self, text: str, exact: Exact) -> Iterator[Edit]:
        """Edits for forms that stand in the text and overlap no right one."""
        for start, end, entry in self._finder.find(text, exact):
            why = f"{origin(entry)}: space of {entry.preferred!r}, joined otherwise to its number"
            yield Edit(start, text[start:end], entry.preferred, "normalize.space", why, SPACE)


def compile_numbered(entries: Iterable[Entry]) -> Arrays:
    """The forms of names with numbers whose joints differ."""
    return compile_made(entries, _wrong)


def _wrong(entry: Entry) -> list[str]:
    if entry.type == "phrase" or not _DIGIT.search(entry.preferred):
        return []
    right = {entry.preferred, *entry.admitted, *(form for _, form in entry.natives)}
    return [form for form in forms(entry.preferred) if form not in right]


def forms(name: str) -> list[str]:
    """A name with each joint of letters and digits as a blank, a hyphen, or nothing.

    >>> forms("Covid-19")
    ['Covid 19', 'Covid-19', 'Covid19']
    """
    parts = _JOINT.split(name)
    if not 1 < len(parts) <= MOST + 1 or not re.search(r"[^\W\d_]{3}", name):
        return []  # A 1 is a motorway, A1 a company
    rows = product((" ", "-", ""), repeat=len(parts) - 1)
    return ["".join(p + j for p, j in zip(parts, (*row, ""), strict=True)) for row in rows]
