"""Consistency without a glossary: names in several spellings, grouped and offered as entries to write.

for suggestion in suggest(["“Idit Jeslom” helps.", "He rang “Idid Jeslom”."]):
    print(suggestion.toml())
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cleaner.terms.rarity import known, ordinary
from cleaner.terms.skeleton import fewer, skeleton
from cleaner.terms.spans import Spans, words
from cleaner.terms.spelling import distance, symbols

NEAR = 1.3
"""Bits of distance for each symbol up to which two spellings are taken for one name: half the strain that
``evidence`` lets a name of several words take, since here no glossary vouches for either."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name in several spellings.

    Attributes:
        forms: The spellings, each with how often it stands, the most frequent first.
    """

    forms: tuple[tuple[str, int], ...]

    def toml(self) -> str:
        """An entry to complete: which spelling is right, only an editor knows."""
        others = ", ".join(f'"{form}"' for form, _ in self.forms[1:])
        counted = ", ".join(f"{form} {n}" for form, n in self.forms)
        note = f"# found: {counted}; put the right form first and say where you looked it up"
        return f'{note}\n[[entry]]\npreferred = "{self.forms[0][0]}"\ndeprecated = [{others}]\nsource = ""\n'


def suggest(texts: Iterable[str]) -> list[Suggestion]:
    """Names of a batch of texts that stand in several spellings, the most frequent group first.

    Names of several words, and single words that no English list knows; a form that is part of a longer
    one of its group is left out.

    >>> [s.forms for s in suggest(["Idit Jeslom and Idid Jeslom met Anna Smith."])]
    [(('Idid Jeslom', 1), ('Idit Jeslom', 1))]
    """
    counts = Counter(name for text in texts for name in _names(text))
    by_key: dict[str, list[str]] = defaultdict(list)
    for name in sorted(counts):
        for key in fewer(skeleton(name)):
            by_key[key].append(name)
    groups = _groups(sorted(counts, key=lambda n: (-counts[n], n)), by_key)
    found = [Suggestion(tuple((n, counts[n]) for n in group)) for group in groups if len(group) > 1]
    return sorted(found, key=lambda s: (-sum(n for _, n in s.forms), s.forms))


def _names(text: str) -> Iterator[str]:
    """Runs of capitalised words, at their longest."""
    best: dict[int, tuple[int, int]] = {}  # by end: the span that begins first
    for start, end in Spans()(text):
        parts = words(text[start:end])
        if (
            all(p[:1].isupper() for p in parts)
            and not ordinary(parts[0])
            and len(skeleton(text[start:end])) > 2
        ):
            first = best.get(end, (start, end))
            best[end] = min(first, (start, end))
    last = 0
    for start, end in sorted(best.values(), key=lambda s: (s[0], -s[1])):
        if start >= last:
            last = end
            if any(not known(p) for p in words(text[start:end])):
                yield text[start:end]


def _groups(names: Iterable[str], by_key: dict[str, list[str]]) -> Iterator[list[str]]:
    taken: set[str] = set()
    for name in names:
        if name not in taken:
            near = {n for key in fewer(skeleton(name)) for n in by_key[key]} - taken - {name}
            group = [name, *sorted(n for n in near if _alike(name, n))]
            taken.update(group)
            yield group


def _alike(name: str, other: str) -> bool:
    if len(words(name)) != len(words(other)):
        return False
    if (
        name.casefold() in (other.casefold(), other.casefold() + "s")
        or other.casefold() == name.casefold() + "s"
    ):
        return False  # a headline in capitals, a plural
    pairs = [(a, b) for a, b in zip(words(name), words(other), strict=True) if a != b]
    if any(known(a) and known(b) for a, b in pairs):
        return False  # two names that are both known: Deutsche Bank and Deutsche Bahn
    far = sum(min(distance(a, b), distance(b, a)) for a, b in pairs)
    return far <= NEAR * len(symbols(name))
