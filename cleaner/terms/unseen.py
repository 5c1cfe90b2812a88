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
from cleaner.terms.rarity import known, ordinary, surprise
from cleaner.terms.skeleton import neighbours, roman, skeleton
from cleaner.terms.spelling import distance, plain, symbols

LONGEST = 4
"""Words of the longest span looked at."""
FAR = 3.8
"""Bits of distance for each symbol of the span beyond which no spelling is worth weighing."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_GAP = re.compile(r"[ \u00a0-]")


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
    def _right(self) -> frozenset[str]:
        return frozenset(f for e in self._entries for f in (e.preferred, *e.admitted, *e.native))

    def candidates(self, text: str, blocked: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
        """Spans that may be spellings of names, apart from those that overlap a blocked one.

        A span that holds a blocked one and more is not blocked: *Sergei Fargal*, where *Sergei* is right.
        """
        for start, end in spans(text):
            if any(a < end and start < b and not _holds(start, end, a, b) for a, b in blocked):
                continue
            if spelling := self.spelling(text[start:end]):
                yield Candidate(start, end, spelling)

    def spelling(self, span: str) -> Spelling | None:
        """The name that a span is most likely a spelling of, if there is one within reach."""
        if span not in self._memo:
            if len(self._memo) > 200_000:
                self._memo.clear()
            self._memo[span] = None if span in self._right else self._judge(span)
        return self._memo[span]

    def _judge(self, span: str) -> Spelling | None:
        key = skeleton(span)
        reach = FAR * max(4, len(symbols(span)))
        nearest: dict[str, tuple[float, str, Entry]] = {}
        for form, entry in self._near(span, key):
            cost = distance(form, span)
            if cost <= reach and (entry.preferred not in nearest or cost < nearest[entry.preferred][0]):
                nearest[entry.preferred] = cost, form, entry
        ranked = sorted(nearest.values(), key=lambda n: (n[0], n[2].preferred))
        if not ranked:
            return None
        margin = ranked[1][0] - ranked[0][0] if len(ranked) > 1 else reach
        return _spelling(span, *ranked[0][1:], ranked[0][0], margin)

    def _near(self, span: str, key: str) -> Iterator[tuple[str, Entry]]:
        """Forms with the same skeleton or one class away, whose letters are not too different."""
        from rapidfuzz.distance.Levenshtein import distance as edits

        keys = {key}
        if len(key) > 1 and not all(known(w) for w in words(span)):
            keys.update(neighbours(key))
        own = letters(span)
        for found in keys & self._index.keys():
            for other, form, entry in self._index[found]:
                limit = 2 + len(other) // 3
                if edits(own, other, score_cutoff=limit) <= limit:
                    yield form, entry


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Spans that may be names: up to four words, with single blanks or hyphens between.

    The first begins with a capital, or is no English word; none is an English word in small letters.
    """
    found = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    for i, (start, _) in enumerate(found):
        for j in range(i, min(i + LONGEST, len(found))):
            a, b = found[j]
            if j > i and (a - found[j - 1][1] != 1 or not _GAP.match(text, a - 1)):
                break
            if text[a].islower() and ordinary(text[a:b]):
                break
            yield start, a + len(_POSSESSIVE.sub("", text[a:b]))


def words(span: str) -> list[str]:
    """The words of a span, split at blanks and hyphens."""
    return re.split(r"[ \u00a0-]", span)


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
