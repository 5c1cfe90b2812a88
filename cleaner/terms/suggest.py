"""Consistency without a glossary: names in several spellings, grouped and offered as entries to write.

for suggestion in suggest(["“Idit Jeslom” helps.", "He rang “Idid Jeslom”."]):
    print(suggestion.toml())
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cleaner.terms.likeness import likeness
from cleaner.terms.rarity import known, ordinary
from cleaner.terms.roman import sounding
from cleaner.terms.skeleton import fewer, skeleton
from cleaner.terms.spans import Uses, spans, words
from cleaner.terms.spelling import distance, given, plain, symbols

NEAR = 1.3
"""Bits of distance for each symbol up to which two spellings are taken for one name: half the strain that
``evidence`` lets a name of several words take, since here no glossary vouches for either."""
GLUED = 2
"""Letters by which a name that was cut or glued may differ in length."""
ALIKE = 0.75
"""Likeness from which they are, however many bits apart."""


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
    for start, end in spans(text, Uses()):
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
    """True if two forms are spellings of one name, not a shorter form, a plural or an adjective of it."""
    pairs = _differing(name, other)
    if not pairs or any(_inflected(*pair) or (_both_known(*pair) and not _variants(*pair)) for pair in pairs):
        return False
    far = sum(min(distance(a, b), distance(b, a)) for a, b in pairs)
    return far <= NEAR * len(symbols(name)) or likeness(name, other) >= ALIKE


def _differing(name: str, other: str) -> list[tuple[str, str]]:
    """The words that differ; the whole names where one was cut or glued; none where one has a word more."""
    a, b = words(name), words(other)
    if len(a) != len(b):
        return [(name, other)] if not {*a} & {*b} and abs(len(name) - len(other)) <= GLUED else []
    return [(x, y) for x, y in zip(a, b, strict=True) if x.casefold() != y.casefold()]


def _inflected(a: str, b: str) -> bool:
    """A plural, a possessive, or a Russian adjective and its place: *Kanevsky*, *Kanevsk*."""
    short, long = sorted((a.casefold(), b.casefold()), key=len)
    rest = long.removeprefix(short)
    return rest in ("s", "'s", "’s") or (short.endswith("sk") and rest in ("y", "i", "iy", "ij", "o"))


def _both_known(a: str, b: str) -> bool:
    """Two words that English knows are two: *Bank*, *Bahn*."""
    return known(a) and known(b)


def _variants(a: str, b: str) -> bool:
    """The same sounds, or translations of one given name: *Sergei*, *Sergey*; *Peter*, *Pyotr*."""
    return sounding(plain(a)) == sounding(plain(b)) or plain(b) in given().get(plain(a), ())
