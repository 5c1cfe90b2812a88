"""A name translated as words: what a translator makes of *Silbereisen* or «Идите лесом»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, product

from cleaner.terms.entry import Entry
from cleaner.terms.lexicon import LANGUAGES, MOST, meanings, said
from cleaner.terms.romanisation import romanise

FORMS = 48
"""Literal forms of a name that are looked for, the likeliest."""
LONGEST = 4
"""Words of a native form beyond which it is a title or a sentence, and has too many translations."""
_ARTICLES = {"de": frozenset({"der", "die", "das", "des", "den", "dem"}), "ru": frozenset()}
_EMPTY = frozenset({"a", "an", "the", "that", "what", "about"})
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def literals(entry: Entry) -> list[str]:
    """Translations of the native forms of a name, in small letters but for what was kept as it is.

    >>> literals(Entry("s", "Florian Silbereisen", native=("de: Florian Silbereisen",), type="person"))[0]
    'Florian silver iron'
    """
    if entry.type in ("phrase", "term"):
        return []
    found = (
        form for tag, native in entry.natives for form in _translated(native, _language(tag, native), entry)
    )
    right = {form.casefold() for form in (entry.preferred, *entry.admitted)}
    return list(islice((f for f in dict.fromkeys(found) if f.casefold() not in right), FORMS))


def _language(tag: str, native: str) -> str:
    """The tag's, or Russian for Cyrillic letters and German for others."""
    return tag.split("-")[0] or ("ru" if _CYRILLIC.search(native) else "de")


def _translated(native: str, lang: str, entry: Entry) -> Iterator[str]:
    words = _WORD.findall(native)
    if lang not in LANGUAGES or not 0 < len(words) <= LONGEST:
        return
    yield from said(" ".join(words), lang)
    if words[0].casefold() in _ARTICLES[lang] and len(words) > 1:
        words = words[1:]
    person = entry.type == "person"
    meant = [() if person and i == 0 else meanings(word, lang) for i, word in enumerate(words)]
    numbered = lang == "ru" and any(word.isdigit() for word in words)  # Soyuz 90: no row of letters
    if not any(meant) and not numbered:
        return
    choices = [_choices(*pair, lang, person) for pair in zip(words, meant, strict=True)]
    for chosen in _likeliest(choices):
        if numbered or any(translated for _, translated in chosen):
            yield " ".join(word for word, _ in chosen)


def _choices(word: str, meant: Iterable[str], lang: str, person: bool) -> list[tuple[str, bool]]:
    """What a word may have become, and whether that is its translation."""
    kept = romanise(word, "English") if lang == "ru" else word
    own = [(kept, False)] if word.isdigit() or person or lang == "ru" else []
    return own + [(m, True) for m in meant if m != kept.casefold() and m not in _EMPTY]


def _likeliest(choices: list[list[tuple[str, bool]]]) -> Iterator[tuple[tuple[str, bool], ...]]:
    """Every way to choose, those of early meanings first."""
    for places in _orders(tuple(map(len, choices))):
        yield tuple(options[i] for options, i in zip(choices, places, strict=True))


@cache
def _orders(sizes: tuple[int, ...]) -> list[tuple[int, ...]]:
    every = product(*(range(min(size, MOST)) for size in sizes))
    return sorted(every, key=lambda places: (sum(places), max(places), places))
