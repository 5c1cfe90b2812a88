"""The names of a term base: forms that a garble may be a spelling of, and which of them a span is near."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cleaner.terms.arrays import Arrays
from cleaner.terms.entry import Entry
from cleaner.terms.index import Asked, Index, build, classes
from cleaner.terms.ragged import Ragged, characters
from cleaner.terms.rarity import known
from cleaner.terms.skeleton import bones, romans
from cleaner.terms.spans import GIVEN, KNOWN, TELLS, Uses
from cleaner.terms.spelling import bare, given

CROWD = 12_000
"""Names from which one word alone is found by its letters only: likenesses by chance outnumber garbles."""
_NO_ASCII_LETTER = {n: None for n in range(128) if not chr(n).isalnum() and chr(n) != "\n"}
_NO_LETTER = re.compile(r"(?:[^\w\n]|_)+")


class Named:
    """Finds names of a term base by number, for spans of words."""

    def __init__(self, entries: Sequence[Entry], arrays: Arrays) -> None:
        """Take the entries and what ``compile_names`` made of them."""
        self._entries = entries
        self._index = Index(arrays)
        self.uses = Uses(_use)

    @cached_property
    def size(self) -> int:
        """Number of entries with a name."""
        return int((self._index.arrays["nth"] == 0).sum())

    def form(self, number: int) -> tuple[str, Entry]:
        """A form, and whose it is."""
        entry = self._entries[self._index.arrays["owner"][number]]
        return names(entry)[self._index.arrays["nth"][number]], entry

    def near(self, vocabulary: Sequence[str], told: NDArray[np.uint8], spans: Ragged) -> Ragged:
        """For each span, the names of its letters, and those of nearly its skeleton that are not too far.

        English words and known names are looked up by their letters only, unless one is a given name, which
        may be translated.

        Args:
            vocabulary: Words.
            told: What each may do.
            spans: For each span the numbers of its words.
        """
        lines = romans(vocabulary)
        letters = characters(_bare(lines)).take(spans.flat).joined(spans.lengths)
        most = np.minimum.reduceat(told[spans.flat], spans.starts)
        odd = np.flatnonzero(most <= np.where(spans.lengths > 1, GIVEN, TELLS))
        some, own = spans.take(odd), letters.take(odd)
        keys = classes(bones(lines)).take(some.flat).joined(some.lengths).without_doubles()
        limits = 1 + own.lengths // np.where(some.lengths > 1, 3, 4)
        alike, same = self._index.same(letters)
        asked, near = self._index.near(Asked(own, keys, limits))
        owner = np.concatenate([alike, odd[asked]])
        order = owner.argsort(kind="stable")
        return Ragged(np.concatenate([same, near])[order], np.bincount(owner, minlength=len(spans.lengths)))


def names(entry: Entry) -> tuple[str, ...]:
    """The forms that a garble may be a spelling of: a name's preferred and native ones."""
    if entry.type in ("phrase", "term"):
        return ()
    return (entry.preferred, *(form for _, form in entry.natives)) if entry.native else (entry.preferred,)


def compile_names(entries: Iterable[Entry]) -> Arrays:
    """The index of names by their preferred and their native forms.

    One word alone is no evidence among so many names that chance brings likenesses: then it is found by its
    letters only.
    """
    forms = [names(e) for e in entries]
    flat = [form for some in forms for form in some]
    owner = np.arange(len(forms), dtype=np.int32).repeat([len(some) for some in forms])
    nth = np.array([n for some in forms for n in range(len(some))], np.int16)
    lines = romans(flat)
    own, keys = _bare(lines), bones(lines)
    order = sorted(range(len(own)), key=own.__getitem__)
    crowded = sum(map(bool, forms)) > CROWD
    told = [None if crowded and " " not in flat[n] else keys[n] for n in order]
    return {**build([own[n] for n in order], told), "owner": owner[order], "nth": nth[order]}


def letters(form: str) -> str:
    """Plain Latin letters of a form, for a first comparison.

    >>> letters("Pro Asyl"), letters("Идите лесом")
    ('proasyl', 'iditelesom')
    """
    return form.lower() if form.isascii() and form.isalpha() else rows([form])[0]


def rows(forms: Iterable[str]) -> list[str]:
    """The letters of many forms."""
    return _bare(romans(forms))


def _bare(lines: str) -> list[str]:
    bare = lines.translate(_NO_ASCII_LETTER) if lines.isascii() else _NO_LETTER.sub("", lines)
    return bare.split("\n")[:-1]


def _use(word: str) -> int:
    """English words and known names tell nothing."""
    if not known(word):
        return TELLS
    return GIVEN if bare(word) in given() else KNOWN
