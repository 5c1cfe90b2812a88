"""Forms of names that were made, not listed: found letter for letter, where one name alone claims them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

import numpy as np

from cleaner.terms.arrays import Arrays, Find, automaton, finder
from cleaner.terms.entry import Entry
from cleaner.terms.exact import Exact
from cleaner.terms.overlap import Overlap
from cleaner.terms.shape import bounded

Found = tuple[int, int, Entry]
"""Start and end of a form, and its name."""


class Finder:
    """Finds forms that were made of names."""

    def __init__(self, entries: Sequence[Entry], arrays: Arrays) -> None:
        """Take the entries and what ``compile_made`` made of them."""
        self._entries = entries
        self._arrays = arrays

    @cached_property
    def _find(self) -> Find:
        return finder(self._arrays["automaton"])

    def find(self, text: str, exact: Exact) -> Iterator[Found]:
        """Forms that stand in a text, the leftmost and there the longest; none that overlaps a listed one."""
        if not len(self._arrays["owner"]):
            return
        matches = sorted(self._find(text), key=lambda m: (m[0], -m[1]))
        listed = Overlap((hit.start, hit.end) for hit in exact.hits(text)) if matches else Overlap(())
        last = 0
        for start, end, number in matches:
            if start >= last and bounded(text, start, end) and not any(listed.over(start, end)):
                last = end
                yield start, end, self._entries[self._arrays["owner"][number]]


def compile_made(entries: Iterable[Entry], make: Callable[[Entry], Iterable[str]]) -> Arrays:
    """The forms that a function makes of names, each with its name: what two names claim is nobody's."""
    owners: dict[str, dict[str, int]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        for form in make(entry):
            owners[form].setdefault(entry.preferred, number)
    owner = {form: next(iter(named.values())) for form, named in owners.items() if len(named) == 1}
    return {"automaton": automaton([*owner]), "owner": np.fromiter(owner.values(), np.int32, len(owner))}
