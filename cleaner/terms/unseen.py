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
from cleaner.terms.skeleton import fewer, roman, skeleton
from cleaner.terms.spans import Spans, words
from cleaner.terms.spelling import distance, given, plain, symbols

Form = tuple[str, str, Entry]
"""Letters, form and entry."""
CROWD = 12_000
"""Names from which one word alone is found by its letters only: likenesses by chance outnumber garbles."""
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
        self._spans = Spans()

    @property
    def size(self) -> int:
        """Number of names."""
        return len(self._entries)

    @cached_property
    def _index(self) -> dict[str, list[Form]]:
        """Forms by the letters, and by their skeletons and those with one class fewer.

        Native forms stand beside the preferred one.  One word alone is no evidence among so many names that
        chance brings likenesses: then it is found by its letters only.
        """
        index: dict[str, list[Form]] = {}
        crowded = self.size > CROWD
        for entry in self._entries:
            for name in (entry.preferred, *(form for _, form in entry.natives)):
                form = letters(name), name, entry
                index.setdefault(form[0], []).append(form)
                if not crowded or " " in name:
                    for key in fewer(skeleton(name)):
                        index.setdefault(key, []).append(form)
        return index

    @cached_property
    def _right(self) -> frozenset[str]:
        return frozenset(
            form
            for e in self._entries
            for form in (e.preferred, *e.admitted, *(native for _, native in e.natives))
        )

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
        """Forms of the same letters, or of nearly the same skeleton and letters not too different."""
        own, parts = letters(span), words(span)
        for _, name, entry in self._index.get(own, ()):
            yield name, entry
        if all(map(known, parts)) and (len(parts) == 1 or given().keys().isdisjoint(map(plain, parts))):
            return
        limit = 1 + len(own) // (3 if len(parts) > 1 else 4)
        seen: set[int] = set()
        for key in fewer(skeleton(span)):
            for form in self._index.get(key, ()):
                if id(form) not in seen:
                    seen.add(id(form))
                    if form[0] != own and edits(own, form[0], limit) <= limit:
                        yield form[1:]


def edits(a: str, b: str, limit: int) -> int:
    """Letters to insert, delete or replace; more than ``limit`` once it is that."""
    from rapidfuzz.distance.Levenshtein import distance as levenshtein

    return int(levenshtein(a, b, score_cutoff=limit))


def letters(form: str) -> str:
    """Plain Latin letters of a form, for a first comparison.

    >>> letters("Pro Asyl"), letters("Идите лесом")
    ('proasyl', 'iditelesom')
    """
    return "".join(map(_letters, words(form)))


@lru_cache(65536)
def _letters(word: str) -> str:
    return re.sub(r"[\W_]+", "", roman(word))


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
