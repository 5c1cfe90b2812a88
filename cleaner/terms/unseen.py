"""Garbles that nobody listed: spans of a text that may be a spelling of a name in the term base.

A span begins at a word with a capital, or at one that English does not write small, and runs on for up to
four words.  Its skeleton finds entries; the weighted distance picks the nearest; ``evidence`` weighs it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from cleaner.terms.arrays import Arrays
from cleaner.terms.entry import Entry
from cleaner.terms.named import Named, compile_names, letters
from cleaner.terms.overlap import Overlap
from cleaner.terms.ragged import Ragged, characters
from cleaner.terms.rarity import known, ordinary, surprise
from cleaner.terms.spans import spans, words
from cleaner.terms.spelling import distance, plain, symbols

LETTERS, SPANS = 4_000_000, 200_000
"""Letters of texts, and spans, remembered at once."""
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
        shared: Bits of surprise at the words that agree, English words apart.
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
    """Right forms of a term base, found by those who misspell them."""

    def __init__(self, entries: Sequence[Entry], arrays: Arrays | None = None) -> None:
        self._entries = entries
        self._arrays = arrays
        self._seen: dict[str, list[Candidate]] = {}
        self._judged: dict[str, Spelling | None] = {}

    @property
    def size(self) -> int:
        """Number of names."""
        return self._named.size

    @cached_property
    def _named(self) -> Named:
        return Named(self._entries, self._arrays or compile_names(self._entries))

    @cached_property
    def _admitted(self) -> frozenset[str]:
        return frozenset(form for e in self._entries if e.admitted for form in e.admitted)

    def candidates(self, text: str, blocked: Overlap) -> Iterator[Candidate]:
        """Spans that may be spellings of names, apart from those that overlap a blocked one.

        A span that holds a blocked one and more is not blocked: *Sergei Fargal*, where *Sergei* is right.
        """
        if text not in self._seen:
            self.learn([text])
        for found in self._seen[text]:
            start, end = found.start, found.end
            if all(_holds(start, end, x, y) for x, y in blocked.over(start, end)):
                yield found

    def learn(self, texts: Iterable[str]) -> None:
        """Look at many texts at once, and remember what they hold for when they are asked about."""
        if sum(map(len, self._seen)) > LETTERS or len(self._judged) > SPANS:
            self._seen, self._judged = {}, {}
        new = [text for text in dict.fromkeys(texts) if text not in self._seen]
        self._seen |= {text: [] for text in new}
        starts = [0, *accumulate(len(text) + 1 for text in new)]
        for start, end, spelling in self._found("\n".join(new)) if self._entries else ():
            nth = bisect_right(starts, start) - 1
            self._seen[new[nth]].append(Candidate(start - starts[nth], end - starts[nth], spelling))

    def spelling(self, span: str) -> Spelling | None:
        """The name that a span is most likely a spelling of, if there is one within reach."""
        parts = words(span)
        told, whole = self._named.uses.of(characters(parts)), np.arange(len(parts))
        near = self._named.near(parts, told, Ragged(whole, np.array([len(parts)])))
        return self._judge(span, near.flat)

    def _found(self, text: str) -> Iterator[tuple[int, int, Spelling]]:
        """The spans of a text that may be spellings of names, with where they start and end."""
        found = spans(text, self._named.uses)
        different, which = found.words.distinct()
        near = self._named.near(found.vocabulary, found.told, found.words.take(different))
        some = np.flatnonzero(near.lengths[which])
        places = found.starts[some].tolist(), found.ends[some].tolist(), which[some].tolist()
        for start, end, n in zip(*places, strict=True):
            if spelling := self._judge(text[start:end], near.flat[near.starts[n] : near.ends[n]]):
                yield start, end, spelling

    def _judge(self, span: str, near: NDArray[np.int64]) -> Spelling | None:
        if span not in self._judged:
            forms = [*map(self._named.form, near.tolist())]
            right = span in self._admitted or any(form == span for form, _ in forms)
            self._judged[span] = None if right else _nearest(span, forms)
        return self._judged[span]


def _nearest(span: str, forms: Iterable[tuple[str, Entry]]) -> Spelling | None:
    """The nearest of some forms, if it is within reach."""
    reach = FAR * max(4, len(symbols(span)))
    nearest: dict[str, tuple[float, bool, str, str, Entry]] = {}
    for form, entry in forms:
        cost = distance(form, span)
        if cost <= reach:
            new = cost, form != entry.preferred, form, entry.id, entry
            nearest[entry.preferred] = min(new, nearest.get(entry.preferred, new), key=lambda n: n[:4])
    ranked = sorted(nearest.values(), key=lambda n: (n[0], n[4].preferred))
    if not ranked:
        return None
    cost, _, form, _, entry = ranked[0]
    margin = ranked[1][0] - cost if len(ranked) > 1 else reach
    return _spelling(span, form, entry, cost, margin)


def _holds(start: int, end: int, a: int, b: int) -> bool:
    """True if the first span is longer than the second and covers it."""
    return start <= a and b <= end and (start, end) != (a, b)


def _spelling(span: str, form: str, entry: Entry, cost: float, margin: float) -> Spelling:
    own, right = words(span), words(form)
    latin = form == entry.preferred
    shared, differing = 0.0, own
    if latin and len(own) == len(right):
        pairs = list(zip(own, right, strict=True))
        shared = sum(surprise(a) for a, b in pairs if a == b and not ordinary(a))
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
    if span.lower() == form.lower():
        return "case"
    if _bare(span) == _bare(form):
        return "accent"
    return "space" if letters(span) == letters(form) else "letters"


def _bare(form: str) -> str:
    """Plain letters; an umlaut written out is the plain vowel too."""
    return re.sub("([aou])e", r"\1", plain(form))
