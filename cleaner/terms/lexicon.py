"""What German and Russian words mean, offline: inflected and compound ones too.

``data/lexicon.de.txt.xz`` and ``data/lexicon.ru.txt.xz`` come from Wiktionary (CC BY-SA 3.0, see
``data/lexicon.NOTICE``; built by ``training/lexicon.py``), ``data/sayings.txt`` was written by hand.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice, product

LANGUAGES = ("de", "ru")
MOST = 12
"""Meanings of a word that are looked at."""
_ROWS = {
    "de": "e em en er es n s",
    "ru": "а ам ами ах ая е ев его ее ей ем ему ею и ие ий им ими ите их й йте о ов ого ое ой ом ому ою оя "
    "ти ть у уя ы ые ый ым ыми ых ь ю юя я ям ями ях яя ё",
}
_ENDINGS = {lang: row.split() for lang, row in _ROWS.items()}
_ENDING = {lang: re.compile(f"(?:{'|'.join(endings)})$") for lang, endings in _ENDINGS.items()}
_LINK = ("", "s", "es", "n", "en", "er", "e")
"""What may stand between the parts of a German compound."""


@lru_cache(16384)
def meanings(word: str, lang: str) -> tuple[str, ...]:
    """English meanings of a word, in small letters, the likeliest first; none if it is not known.

    >>> meanings("Silbereisen", "de")[0], meanings("Лесом", "ru")[0]
    ('silver iron', 'forest')
    """
    found: Iterable[str] = listed(word, lang)
    if lang == "de" and not found:
        found = islice(_compound(word.casefold()), MOST)
    return tuple(dict.fromkeys(found))[:MOST]


def listed(word: str, lang: str) -> tuple[str, ...]:
    """English meanings of a word that a dictionary has, perhaps in another case; none of a compound.

    >>> listed("Bild", "de")[:2], listed("Tagesspiegel", "de")
    (('image', 'picture'), ())
    """
    key = word.casefold()
    return _table(lang).get(key) or tuple(_inflected(key, lang))


def said(phrase: str, lang: str) -> tuple[str, ...]:
    """English meanings of several words together, where they are not those of the words."""
    return _sayings().get((lang, phrase.casefold()), ())


def _inflected(word: str, lang: str) -> Iterator[str]:
    stem, table = _stem(word, lang), _table(lang)
    for lemma in sorted(stem + ending for ending in ("", *_ENDINGS[lang]) if stem + ending in table):
        if _stem(lemma, lang) == stem:
            yield from table[lemma]


def _stem(word: str, lang: str) -> str:
    stem = _ENDING[lang].sub("", word)
    return stem if len(stem) > 1 else word


def _compound(word: str) -> Iterator[str]:
    """Meanings of a German compound: of its first part (itself perhaps one), then of its last."""
    for cut in range(len(word) - 3, 2, -1):
        last = said("-" + word[cut:], "de") or _table("de").get(word[cut:], ())
        for first, second in product(_first(word[:cut]), last) if last else ():
            yield f"{first} {second}"


def _first(part: str) -> tuple[str, ...]:
    if found := said(part + "-", "de"):
        return found
    for link in _LINK:
        bare = part.removesuffix(link)
        if part.endswith(link) and len(bare) > 2 and bare in _table("de"):
            return _table("de")[bare]
    return ()


@cache
def _table(lang: str) -> dict[str, tuple[str, ...]]:
    data = (files("cleaner.terms") / "data" / f"lexicon.{lang}.txt.xz").read_bytes()
    rows = (line.split("\t") for line in lzma.decompress(data).decode().split("\n") if line)
    return {word: tuple(meant.split("|")) for word, meant in rows}


@cache
def _sayings() -> dict[tuple[str, str], tuple[str, ...]]:
    lines = (files("cleaner.terms") / "data" / "sayings.txt").read_text("utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(lang, words): tuple(meant.split("|")) for lang, words, meant in rows}
