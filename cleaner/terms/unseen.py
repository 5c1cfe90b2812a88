"""Garbles that nobody listed: spans of a text that may be a spelling of a name in the term base.

A span begins at a word with a capital, or at one that English does not write small, and runs on for up to
four words.  Its skeleton finds entries; the weighted distance picks the nearest; ``evidence`` weighs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cleaner.terms.entry import Entry
from cleaner.terms.rarity import known, surprise
from cleaner.terms.skeleton import neighbours, roman, skeleton
from cleaner.terms.spans import Spans, words
from cleaner.terms.spelling import distance, plain, symbols

MEMORY = 200_000
"""Spans remembered at once."""
FAR = 3.8
"""Bits of distance for each symbol of the span beyond which no spelling is worth weighing."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """What a span would be a spelling of, and what speaks for it; see ``evidence.confidence``.

    Attributes:
        entry: The name.
        form: Its form that the span was compared with, in the writing of the preferred one.
        mechanism: What went wrong: case, accent, space or letters.
        cost: Bits it takes to spell the form so (``spelling.distance``).
        surprise: Bits of surprise at the words that differ, were they words of their own.
        shared: Bits of surprise at the words that agree.
        words: Number of words of the form.
        known: A word that differs is an English word or a known name.
        margin: Bits by which the next nearest name is further away.
    """

    entry: Entry
    form: str
    mechanism: str
    cost: float
    surprise: float
    shared: float
    words: int
    known: bool
    margin: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of a text with the spelling it may be."""

    start: int
    end: int
    spelling: Spelling


class Unseen:
    """Index of the right forms of a term base by their skeletons."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = [e for e in entries if e.type not in ("phrase", "term")]
        self._memo: dict[str, Spelling | None] = {}
        self._spans = Spans(self._may_begin)

    @property
    def size(self) -> int:
        """Number of names."""
        return len(self._entries)

    @cached_property
    def _index(self) -> dict[str, list[tuple[str, str, Entry]]]:
        """Skeletons to (letters, form, entry); native forms stand beside the preferred one."""
        index: dict[str, list[tuple[str, str, Entry]]] = {}
        for entry in self._entries:
            for form in (entry.preferred, *entry.native):
                index.setdefault(skeleton(form), []).append((letters(form), form, entry))
        return index

    @cached_property
    def _openings(self) -> frozenset[str]:
        """Skeletons of all beginnings of all forms."""
        return frozenset(key[:n] for key in self._index for n in range(len(key) + 1))

    @cached_property
    def _right(self) -> frozenset[str]:
        return frozenset(f for e in self._entries for f in (e.preferred, *e.admitted, *e.native))

    def candidates(self, text: str, blocked: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
        """Spans that may be spellings of names, apart from those that overlap a blocked one.

        A span that holds a blocked one and more is not blocked: *Sergei Fargal*, where *Sergei* is right.
        """
        if not self._entries:
            return
        for start, end in self._spans(text):
            spelling = self.spelling(text[start:end])
            if spelling and not any(
                a < end and start < b and not _holds(start, end, a, b) for a, b in blocked
            ):
                yield Candidate(start, end, spelling)

    def spelling(self, span: str) -> Spelling | None:
        """The name that a span is most likely a spelling of, if there is one within reach."""
        if span not in self._memo:
            if len(self._memo) > MEMORY:
                self._memo.clear()
            self._memo[span] = None if span in self._right else self._judge(span)
        return self._memo[span]

    def _may_begin(self, word: str) -> bool:
        """True if a word is one class away, at most, from the beginning of a form."""
        key = skeleton(word)
        return key in self._openings or not self._openings.isdisjoint(neighbours(key))

    def _judge(self, span: str) -> Spelling | None:
        reach = FAR * max(4, len(symbols(span)))
        nearest: dict[str, tuple[float, str, Entry]] = {}
        for form, entry in self._near(span):
            cost = distance(form, span)
            if cost <= reach and (entry.preferred not in nearest or cost < nearest[entry.preferred][0]):
                nearest[entry.preferred] = cost, form, entry
        ranked = sorted(nearest.values(), key=lambda n: (n[0], n[2].preferred))
        if not ranked:
            return None
        margin = ranked[1][0] - ranked[0][0] if len(ranked) > 1 else reach
        return _spelling(span, *ranked[0][1:], ranked[0][0], margin)

    def _near(self, span: str) -> Iterator[tuple[str, Entry]]:
        """Forms with the same skeleton or one class away, whose letters are not too different."""
        from rapidfuzz.distance.Levenshtein import distance as edits

        own, key = letters(span), skeleton(span)
        for found in self._keys(span, key):
            for other, form, entry in self._index[found]:
                limit = 2 + len(other) // 3
                if other == own or (edits(own, other, score_cutoff=limit) <= limit):
                    yield form, entry

    def _keys(self, span: str, key: str) -> Iterable[str]:
        """Skeletons in the index to look under: one word alone, where there are many names, under its own."""
        own = [key] if key in self._index else []
        if len(key) < 2 or all(map(known, words(span))):
            return own
        return own + sorted(self._index.keys() & (set(neighbours(key)) - {key}))


@lru_cache(65536)
def letters(form: str) -> str:
    """Plain Latin letters of a form, for a first comparison."""
    return re.sub(r"[\W_]+", "", roman(form))


def _holds(start: int, end: int, a: int, b: int) -> bool:
    """True if the first span is longer than the second and covers it."""
    return start <= a and b <= end and (start, end) != (a, b)


def _spelling(span: str, form: str, entry: Entry, cost: float, margin: float) -> Spelling:
    own, right = words(span), words(form)
    latin = form == entry.preferred
    shared, differing = 0.0, own
    if latin and len(own) == len(right):
        pairs = list(zip(own, right, strict=True))
        shared = sum(surprise(a) for a, b in pairs if a == b)
        differing = [a for a, b in pairs if a != b]
        cost = sum(distance(b, a) for a, b in pairs if a != b)
    news = sum(map(surprise, differing)) - 4 * max(0, len(own) - len(right))
    odd = any(known(w) for w in differing)
    return Spelling(
        entry, form, mechanism(span, entry.preferred), cost, news, shared, len(right), odd, margin
    )


def mechanism(span: str, form: str) -> str:
    """What lies between a span and a form.

    >>> [mechanism(s, "Čunek Nový") for s in ("čunek Nový", "Cunek Novy", "ČunekNový", "Chunek Nový")]
    ['case', 'accent', 'space', 'letters']
    """
    if span.casefold() == form.casefold():
        return "case"
    if _bare(span) == _bare(form):
        return "accent"
    return "space" if letters(span) == letters(form) else "letters"


def _bare(form: str) -> str:
    """Plain letters; an umlaut written out is the plain vowel too."""
    return re.sub("([aou])e", r"\1", plain(form))
