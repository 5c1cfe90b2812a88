"""Forms of names that were made, not listed: found letter for letter, where one name alone claims them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from cleaner.terms.entry import Entry
from cleaner.terms.exact import Exact
from cleaner.terms.overlap import Overlap
from cleaner.terms.shape import bounded

Found = tuple[int, int, Entry]
"""Start and end of a form, and its name."""


class Finder:
    """Finds the forms that a function makes of names; compiled on first use."""

    def __init__(self, entries: Sequence[Entry], make: Callable[[Entry], Iterable[str]]) -> None:
        self._entries = entries
        self._make = make

    @cached_property
    def forms(self) -> dict[str, Entry]:
        """Each form with its name: what two names claim is nobody's."""
        owners: dict[str, dict[str, Entry]] = defaultdict(dict)
        for entry in self._entries:
            for form in self._make(entry):
                owners[form].setdefault(entry.preferred, entry)
        return {form: next(iter(named.values())) for form, named in owners.items() if len(named) == 1}

    @cached_property
    def _owners(self) -> list[Entry]:
        return list(self.forms.values())

    @cached_property
    def _automaton(self):  # type: ignore[no-untyped-def]  # daachorse has no types
        from daachorse import CharwiseDoubleArrayAhoCorasick

        return CharwiseDoubleArrayAhoCorasick(list(self.forms))

    def find(self, text: str, exact: Exact) -> Iterator[Found]:
        """Forms that stand in a text, the leftmost and there the longest; none that overlaps a listed one."""
        if not self._entries or not self.forms:
            return
        matches = sorted(self._automaton.find_overlapping(text), key=lambda m: (m[0], -m[1]))
        listed = Overlap((hit.start, hit.end) for hit in exact.hits(text)) if matches else Overlap(())
        last = 0
        for start, end, number in matches:
            if start >= last and bounded(text, start, end) and not any(listed.over(start, end)):
                last = end
                yield start, end, self._owners[number]
