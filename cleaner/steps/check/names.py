"""The right names of a term base as they stand in a text, for checks that ask who is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from cleaner.terms.entry import Entry

_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-zß-ÿ]\w*")


class Standing(NamedTuple):
    """A right name that stands in a text, and whose it is."""

    start: int
    end: int
    entry: Entry


class Names:
    """Looks up right names by their first word: one pass over the capitalised words of a text.

    >>> names = Names([Entry("geo", "Geo", note="A monthly magazine.")])
    >>> [(s.start, s.entry.id) for s in names.standing("He told Geo so.")]
    [(8, 'geo')]
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_word: dict[str, list[tuple[str, Entry]]] = {}
        for entry in entries:
            if entry.type != "phrase":
                for form in (entry.preferred, *entry.admitted):
                    self._add(form, entry)
        self._last = lru_cache(maxsize=1)(lambda text: tuple(self._found(text)))  # several rules ask

    def _add(self, form: str, entry: Entry) -> None:
        first = _CAPITAL.match(form)
        if first:
            self._by_word.setdefault(first[0], []).append((form, entry))

    def standing(self, text: str) -> tuple[Standing, ...]:
        """Each right name in ``text``, the longest where several begin at one word."""
        return self._last(text) if self._by_word else ()

    def _found(self, text: str) -> Iterator[Standing]:
        for word in _CAPITAL.finditer(text):
            here = [x for x in self._by_word.get(word[0], ()) if _stands(text, x[0], word.start())]
            if here:
                form, entry = max(here, key=lambda x: len(x[0]))
                yield Standing(word.start(), word.start() + len(form), entry)


NOBODY = Names()
"""The names of an empty term base."""


def _stands(text: str, form: str, at: int) -> bool:
    after = text[at + len(form) : at + len(form) + 1]
    return text.startswith(form, at) and not after.isalnum()
