"""The exact layer: every form of a term base in one automaton, right ones as blockers of wrong ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cleaner.terms.entry import Entry
from cleaner.terms.shape import bounded, reshape, shapes


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of the term base that stands in a text.

    Attributes:
        start: Offset of its first code point.
        end: Offset after the last.
        right: It is somebody's preferred, admitted or native form.
        wrong: The entries of which it is a garble, each with what belongs in its place.
    """

    start: int
    end: int
    right: bool
    wrong: tuple[tuple[Entry, str], ...] = ()


@dataclass(slots=True)
class _Use:
    right: bool = False
    plain: bool = False
    wrong: tuple[tuple[Entry, str], ...] = ()
    entries: tuple[Entry, ...] = field(default=())


class Exact:
    """Finds forms of ``entries`` letter for letter; phrases are no forms.

    Cost: one pass of a double-array Aho-Corasick automaton over the text, whatever the number of forms, then
    a test of boundaries for each hit.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._uses: dict[str, _Use] = {}
        self._last: tuple[str, list[Hit]] = "", []  # each mechanism asks about the same text in turn
        for entry in entries:
            if entry.type != "phrase":
                self._add(entry)
        self.forms: Sequence[str] = tuple(self._uses)

    def _add(self, entry: Entry) -> None:
        for form in (entry.preferred, *entry.admitted, *(form for _, form in entry.natives)):
            for shape in shapes(form):
                use = self._uses.get(shape) or self._uses.setdefault(shape, _Use())
                use.right = True
                use.entries = (*use.entries, entry)
        for form in entry.deprecated:
            for shape, name in shapes(form).items():
                new = reshape(entry.preferred, name)
                if new != shape:
                    use = self._uses.get(shape) or self._uses.setdefault(shape, _Use())
                    use.wrong = (*use.wrong, (entry, new))

    @cached_property
    def _automaton(self):  # type: ignore[no-untyped-def]  # daachorse has no types
        from daachorse import CharwiseDoubleArrayAhoCorasick

        return CharwiseDoubleArrayAhoCorasick(list(self.forms))

    def hits(self, text: str) -> list[Hit]:
        """Every form that stands in ``text`` as a whole, overlapping ones too, by place."""
        last, found = self._last
        if last != text:
            found = self._hits(text) if self.forms else []
            self._last = text, found
        return found

    def _hits(self, text: str) -> list[Hit]:
        uses, forms = self._uses, self.forms
        found = []
        for start, end, number in self._automaton.find_overlapping(text):
            if text[end : end + 1].isalnum() and text[end - 1].isalnum():
                continue  # most hits are beginnings of words: told here, before the dearer test
            if bounded(text, start, end):
                use = uses[forms[number]]
                found.append(Hit(start, end, use.right, use.wrong))
        return sorted(found, key=lambda h: (h.start, -h.end))

    def entries(self, form: str) -> tuple[Entry, ...]:
        """Entries of which ``form`` is a right or a wrong form."""
        use = self._uses.get(form)
        return (*use.entries, *(entry for entry, _ in use.wrong)) if use else ()


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Of hits by place, the leftmost and there the longest; what overlaps it is dropped.

    Our own, because the automaton's leftmost-longest mode followed by a boundary test loses matches.
    """
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept
