"""The exact layer: every form of a term base in an automaton, right ones as blockers of wrong ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np

from cleaner.terms.arrays import Arrays, Find, automaton, finder
from cleaner.terms.entry import Entry
from cleaner.terms.shape import bounded, reshape, shapes

_SCRIPTS = "latin", "foreign"
_FOREIGN = re.compile("[\u0370-\u1dff\u2de0-\U0010ffff]")
_MANY = 200_000
_FIRST = 4
"""Letters of a form in capitals that are looked for; none is shorter."""
_LONGEST = 200
"""Letters of the longest form that is looked for in capitals."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of the term base that stands in a text.

    Attributes:
        start: Offset of its first code point.
        end: Offset after the last.
        right: The entries of which it is a preferred, admitted or native form.
        wrong: The entries of which it is a garble, each with what belongs in its place.
    """

    start: int
    end: int
    right: tuple[Entry, ...]
    wrong: tuple[tuple[Entry, str], ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Entries of which it is a right or a wrong form."""
        return (*self.right, *(entry for entry, _ in self.wrong))


Use = tuple[tuple[Entry, ...], tuple[tuple[Entry, str], ...]]
"""What a written form is right for, and wrong for."""


class Exact:
    """Finds forms of ``entries`` in each of their shapes; phrases are no forms.

    Cost: one pass of a double-array Aho-Corasick automaton over the text, whatever the number of forms, then
    a test of shape and boundaries for each hit.  Forms in capitals are not in it, for they would double it,
    but their first letters are: where these stand, the text is read on with capitals as in a title.
    """

    def __init__(self, entries: Sequence[Entry], arrays: Arrays | None = None) -> None:
        self._entries = entries
        self._arrays = compile_forms(entries) if arrays is None else arrays
        self._begins = self._arrays["begins"].tobytes()
        self._uses: dict[tuple[str, tuple[int, ...]], Use | None] = {}
        self._last: tuple[str, list[Hit]] = "", []  # each mechanism asks about the same text in turn

    @cached_property
    def _automata(self) -> list[tuple[int, Find]]:
        """Those that there are, each with the number of its first pattern."""
        starts = zip(self._arrays["starts"].tolist(), _SCRIPTS, strict=True)
        return [(start, finder(self._arrays[s])) for start, s in starts if len(self._arrays[s])]

    def _find(self, text: str) -> list[tuple[int, int, int]]:
        """Start, end and pattern of all that stands in a text."""
        return [(a, b, start + n) for start, find in self._automata for a, b, n in find(text)]

    def hits(self, text: str) -> list[Hit]:
        """Every form that stands in ``text`` as a whole, overlapping ones too, by place."""
        last, found = self._last
        if last != text:
            found = list(self._hits(text)) if self._entries else []
            found.sort(key=lambda h: (h.start, -h.end))
            self._last = text, found
        return found

    def _hits(self, text: str) -> Iterator[Hit]:
        found: dict[tuple[int, int], list[int]] = {}
        for start, end, number in self._find(text):
            if self._begins[number] and not text[start - 1 : start].isalnum():
                for end_, number_ in self._capitals(text[start : start + _LONGEST]):
                    found.setdefault((start, start + end_), []).append(number_)
            if not text[end : end + 1].isalnum() or not text[end - 1].isalnum():  # else half a word: most are
                found.setdefault((start, end), []).append(number)
        for (start, end), numbers in found.items():
            if bounded(text, start, end) and (use := self._use(text[start:end], numbers)):
                yield Hit(start, end, *use)

    def _capitals(self, rest: str) -> Iterator[tuple[int, int]]:
        """Ends and patterns of the forms that a text begins with, were its capitals those of a title."""
        return ((end, number) for start, end, number in self._find(rest.title()) if start == 0)

    def _use(self, written: str, patterns: Sequence[int]) -> Use | None:
        key = written, tuple(patterns)
        if key not in self._uses:
            if len(self._uses) > _MANY:
                self._uses.clear()
            self._uses[key] = self._meaning(written, patterns)
        return self._uses[key]

    def _meaning(self, written: str, patterns: Sequence[int]) -> Use | None:
        """What is written so, by the forms that share its patterns, in an order that is not theirs."""
        right: dict[Entry, None] = {}
        wrong: dict[tuple[Entry, str], None] = {}
        for entry, form, is_right in chain.from_iterable(map(self._forms, patterns)):
            shape = shapes(form).get(written)
            if shape and is_right:
                right[entry] = None
            elif shape and (new := reshape(entry.preferred, shape)) != written:
                wrong[entry, new] = None
        if not right and not wrong:
            return None
        return tuple(sorted(right, key=_told)), tuple(sorted(wrong, key=lambda w: (_told(w[0]), w[1])))

    def _forms(self, pattern: int) -> Iterator[tuple[Entry, str, bool]]:
        """The forms behind a pattern, each with its entry and whether it is right."""
        first, last = self._arrays["first"][pattern : pattern + 2]
        for number in self._arrays["uses"][first:last]:
            owner = self._arrays["owner"][number]
            entry, nth = self._entries[owner], number - self._arrays["owner"].searchsorted(owner)
            right = right_forms(entry)
            yield entry, (*right, *entry.deprecated)[nth], nth < len(right)


def _told(entry: Entry) -> tuple[str, str]:
    return entry.id, entry.glossary


def right_forms(entry: Entry) -> tuple[str, ...]:
    """Preferred, admitted and native forms."""
    if not entry.admitted and not entry.native:
        return (entry.preferred,)
    return (entry.preferred, *entry.admitted, *(form for _, form in entry.natives))


def compile_forms(entries: Iterable[Entry]) -> Arrays:
    """Automata of the shapes of all forms, and for each of their patterns the forms that have it.

    Those that are not in Latin letters have an automaton of their own: to make one of all takes more memory
    and time than to make both.
    """
    forms = [() if e.type == "phrase" else (*right_forms(e), *e.deprecated) for e in entries]
    begins: set[str] = set()
    shaped, uses = [], []
    for use, form in enumerate(form for some in forms for form in some):
        for written, shape in shapes(form).items():
            if shape == "capitals" and written.title() == form:
                begins.add(written[:_FIRST])
            else:
                shaped.append(written)
                uses.append(use)
    patterns = sorted(dict.fromkeys([*shaped, *sorted(begins)]), key=_foreign)
    numbers = {pattern: n for n, pattern in enumerate(patterns)}
    used = np.array([numbers[written] for written in shaped], np.int32)
    latin = len(patterns) - sum(map(_foreign, patterns))
    return {
        "latin": automaton(patterns[:latin]),
        "foreign": automaton(patterns[latin:]),
        "starts": np.array([0, latin], np.int32),
        "begins": np.array([pattern in begins for pattern in patterns], np.uint8),
        "first": np.append(0, np.bincount(used, minlength=len(patterns)).cumsum()).astype(np.int32),
        "uses": np.array(uses, np.int32)[used.argsort(kind="stable")],
        "owner": np.arange(len(forms), dtype=np.int32).repeat([len(some) for some in forms]),
    }


def _foreign(form: str) -> bool:
    """True if a form is not in Latin letters."""
    return not form.isascii() and _FOREIGN.search(form) is not None


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Of hits by place, the leftmost and there the longest; what overlaps it is dropped.

    Our own, because the automaton's leftmost-longest mode followed by a boundary test loses matches.
    """
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept
