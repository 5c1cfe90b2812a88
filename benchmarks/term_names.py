"""Names for a glossary, out of text and its human translation.

German names of several words are taken where they stand alike on both sides.  Russian ones stand in another
script and in six cases: a run of capitalised words of the source and one of as many words of the reference
are one name if their romanised letters agree, and the form whose words end as the English ones do is its
nominative, the native form of the entry.  A name that the text never has in the nominative is left out,
and so are spellings of the reference seen less often than another of the same name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from cleaner.engines.glossary import Glossary
from cleaner.terms.entry import Entry
from cleaner.terms.skeleton import roman

ALIKE = 80  # of 100: similarity of a Russian name, romanised, to its English form
_GERMAN = re.compile(r"(?<![.!?:\"“„] )(?<!^)\b[A-ZÄÖÜ][a-zäöüß]+(?:-[A-Z]\w+)?(?: [A-ZÄÖÜ][a-zäöüß]+)+")
_RUSSIAN = re.compile(r"\b[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]\w+)?(?: [А-ЯЁ][а-яё]+)+")
_ENGLISH = re.compile(r"\b[A-Z][a-zé]+(?:-[A-Z]\w+)?(?: [A-Z][a-zé]+)+")
Pair = tuple[str, str]


def names(pairs: Sequence[Pair], lang: str) -> list[Entry]:
    """An entry for each name."""
    alike = sorted({name for s, t in pairs for name in _GERMAN.findall(s) if name in t})
    known = _russian(pairs) if lang == "ru" else dict(zip(alike, alike, strict=True))
    return [
        Entry(f"name-{n}", right, native=(f"{lang}: {own}",)) for n, (own, right) in enumerate(known.items())
    ]


def _russian(pairs: Sequence[Pair]) -> dict[str, str]:
    """Nominative to the commonest spelling of the reference."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for source, target in pairs:
        for own, right in sightings(source, target):
            said[own][right] += 1
    return {
        own: spelt.most_common(1)[0][0]
        for own, spelt in said.items()
        if _nominative(own, spelt.most_common(1)[0][0])
    }


def sightings(source: str, target: str) -> Iterator[Pair]:
    """Yield each name of a Russian sentence, as it stands there, with that of its translation."""
    for right in _ENGLISH.findall(target):
        for own in _RUSSIAN.findall(source):
            if len(own.split()) == len(right.split()) and fuzz.ratio(roman(own), roman(right)) >= ALIKE:
                yield own, right


def _nominative(own: str, right: str) -> bool:
    """True if each word ends in the sound in which the English one ends.

    >>> _nominative("Сергей Лавров", "Sergey Lavrov"), _nominative("Сергея Лаврова", "Sergey Lavrov")
    (True, False)
    """
    ends = [(_end(a), _end(b)) for a, b in zip(own.split(), right.split(), strict=True)]
    return all(a == b for a, b in ends)


def _end(word: str) -> str:
    return roman(word.rstrip("ьЬ"))[-1:].translate(str.maketrans("yj", "ii"))


def found(glossary: Glossary, pairs: Iterable[Pair], entries: Sequence[Entry]) -> tuple[int, int]:
    """Of the names that stand in a Russian source and its reference: how many the glossary finds, and all."""
    rights = {e.preferred for e in entries}
    seen = there = 0
    for source, target in pairs:
        wanted = {w.entry.preferred for w in glossary.wanted(source)}
        real = {right for _, right in sightings(source, target) if right in rights}
        seen, there = seen + len(real & wanted), there + len(real)
    return seen, there
