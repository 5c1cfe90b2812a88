"""Garbles that nobody listed: spans of a text that may be a spelling of a name in the term base.

A span begins at a word with a capital, or at one that English does not write small, and runs on for up to
four words.  Its skeleton finds entries; the weighted distance picks the nearest; ``evidence`` weighs it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cleaner.terms.arrays import Arrays
from cleaner.terms.entry import Entry
from cleaner.terms.index import Asked, Index
from cleaner.terms.named import compile_names, letters, names, rows
from cleaner.terms.overlap import Overlap
from cleaner.terms.rarity import known, ordinary, surprise
from cleaner.terms.skeleton import skeletons
from cleaner.terms.spans import BEGINS, NONE, TELLS, Span, Spans, spans, words
from cleaner.terms.spelling import distance, given, plain, symbols

AT_ONCE = 1_000
"""Spans looked up together: more would cost memory, fewer time."""
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


Found = tuple[int, int, Spelling]
"""Start and end in a run, and what stands there."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of a text with the spelling it may be."""

    start: int
    end: int
    spelling: Spelling


class Interests(dict[str, int]):
    """What each word may do in a span that may be a name, remembered."""

    def __init__(self, judge: Callable[[str], int]) -> None:
        self._judge = judge

    def __missing__(self, word: str) -> int:
        self[word] = self._judge(word)
        return self[word]


class Unseen:
    """Right forms of a term base, found by those who misspell them."""

    def __init__(self, entries: Sequence[Entry], arrays: Arrays | None = None) -> None:
        self._entries = entries
        self._arrays = arrays
        self._spans = Spans()
        self._seen: dict[str, list[tuple[int, str]]] = {}
        self._found: dict[str, tuple[Found, ...]] = {}
        self._memo: dict[str, Spelling | None] = {}
        self._interests = Interests(self._interest)

    @cached_property
    def size(self) -> int:
        """Number of names."""
        return int((self._index.arrays["nth"] == 0).sum())

    @cached_property
    def _index(self) -> Index:
        return Index(self._arrays or compile_names(self._entries))

    @cached_property
    def _admitted(self) -> frozenset[str]:
        return frozenset(form for e in self._entries if e.admitted for form in e.admitted)

    def candidates(self, text: str, blocked: Overlap) -> Iterator[Candidate]:
        """Spans that may be spellings of names, apart from those that overlap a blocked one.

        A span that holds a blocked one and more is not blocked: *Sergei Fargal*, where *Sergei* is right.
        """
        if not self._entries:
            return
        runs, found = self._runs(text), self._found
        for at, run in runs:
            for a, b, spelling in found[run]:
                start, end = at + a, at + b
                if all(_holds(start, end, x, y) for x, y in blocked.over(start, end)):
                    yield Candidate(start, end, spelling)

    def learn(self, texts: Iterable[str]) -> None:
        """Look at many texts at once, and remember what they hold for the next asked about."""
        self._seen = {text: self._spans.runs(text) for text in texts} if self._entries else {}
        self._look(run for runs in self._seen.values() for _, run in runs)

    def _runs(self, text: str) -> list[tuple[int, str]]:
        """The runs of a text, all looked up."""
        if text not in self._seen:
            self.learn([text])
        return self._seen[text]

    def spelling(self, span: str) -> Spelling | None:
        """The name that a span is most likely a spelling of, if there is one within reach."""
        self._learn({span: words(span)})
        return self._memo[span]

    def _look(self, runs: Iterable[str]) -> None:
        """Find what each run holds, and remember it."""
        if len(self._memo) > MEMORY:
            self._memo, self._found = {}, {}
            self._interests.clear()
        cut: dict[str, Sequence[Span]] = {}
        for run in {run for run in runs if run not in self._found}:
            if found := spans(run, self._interests.__getitem__):
                cut[run] = found
            else:
                self._found[run] = ()
        self._learn({run[a:b]: parts for run, found in cut.items() for a, b, parts in found})
        for run, found in cut.items():
            judged = ((a, b, self._memo[run[a:b]]) for a, b, _ in found)
            self._found[run] = tuple((a, b, s) for a, b, s in judged if s)

    def _learn(self, asked: Mapping[str, list[str]]) -> None:
        """Judge spans, each given with its words, and remember them."""
        new = [span for span in asked if span not in self._memo]
        self._memo.update(dict.fromkeys(new))
        for start in range(0, len(new), AT_ONCE):
            near = self._near({span: asked[span] for span in new[start : start + AT_ONCE]})
            self._memo |= {span: self._judge(span, names) for span, names in near.items()}

    def _near(self, asked: Mapping[str, list[str]]) -> dict[str, list[int]]:
        """For spans, the names of the same letters, or of nearly the same skeleton and not too far."""
        found: dict[str, list[int]] = {}
        odd: dict[str, str] = {}
        for span, own in zip(asked, rows(asked), strict=True):
            same = self._index.same(own)
            if span in self._admitted or any(self._form(number)[0] == span for number in same):
                continue  # it is right as it stands
            if same:
                found[span] = list(same)
            if self._odd(asked[span]):
                odd[span] = own
        limits = [1 + len(own) // (3 if len(asked[span]) > 1 else 4) for span, own in odd.items()]
        asked_for = Asked(list(odd.values()), skeletons(odd), limits)
        for span, near in zip(odd, self._index.near(asked_for), strict=True):
            if near:
                found[span] = found.get(span, []) + near
        return found

    def _odd(self, parts: Sequence[str]) -> bool:
        """False for English words and known names, unless one is a given name, which may be translated."""
        if all(map(self._interests.__getitem__, parts)):
            return False
        return len(parts) > 1 or not known(parts[0])

    def _interest(self, word: str) -> int:
        """English words and known names tell nothing, and are part of a name only if it begins with one."""
        if not known(word) or plain(word) in given():
            return TELLS
        return BEGINS if self._index.begins(letters(word)) else NONE

    def _judge(self, span: str, near: Iterable[int]) -> Spelling | None:
        reach = FAR * max(4, len(symbols(span)))
        nearest: dict[str, tuple[float, bool, str, str, Entry]] = {}
        for form, entry in map(self._form, near):
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

    def _form(self, number: int) -> tuple[str, Entry]:
        entry = self._entries[self._index.arrays["owner"][number]]
        return names(entry)[self._index.arrays["nth"][number]], entry


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
