"""How much a word tells: the bits of surprise at meeting it in English news.

Common words and known names from a frequency list (``data/words.txt.xz``); anything else by how likely
its row of letters is for a name (``data/bigrams.tsv``).  Both tables are counts made by
``training/names.py``.
"""

from __future__ import annotations

import lzma
import math
from functools import cache, lru_cache
from importlib.resources import files

from cleaner.terms.spelling import plain

NAMES = 842_256
"""Capitalised words in mid-sentence that were counted."""
UNKNOWN = 3.6
"""-log2 of the share of those that the list does not hold: seen twice or less (.082)."""
TITLED = 6.0
"""-log2 of the share of an ordinary word's uses that are capitalised within a sentence (headlines,
titles)."""


@lru_cache(65536)
def surprise(word: str) -> float:
    """Bits of surprise at ``word`` standing with a capital where a name may stand.

    >>> surprise("Paris") < surprise("Chuvilyaev")
    True
    """
    key = word.casefold()
    low, cap = words("low").get(key), words("cap").get(key)
    chance = 2.0 ** -(UNKNOWN + letters(key))
    if cap is not None:
        chance += 1.5 * 2**cap / NAMES
    if low is not None:
        chance += 1.5 * 2 ** (low - TITLED) / NAMES
    return -math.log2(chance)


def ordinary(word: str) -> bool:
    """True for an English word: seen small eight times or more, and not far more often as a name.

    >>> [ordinary(w) for w in ("raid", "house", "Hanover", "Jeslom")]
    [True, True, False, False]
    """
    return word.casefold() in ordinaries()


@cache
def ordinaries() -> frozenset[str]:
    """The English words, lower-cased."""
    names = words("cap")
    return frozenset(
        w for w, level in words("low").items() if level >= max(3, names.get(w, 0) - 2) and w.isascii()
    )


def known(word: str) -> bool:
    """True for an ordinary word or a name that the list holds."""
    return word.casefold() in _listed()


@cache
def _listed() -> frozenset[str]:
    return frozenset([*words("low"), *words("cap")])


def letters(word: str) -> float:
    """Bits of surprise at a row of letters, for a name.

    >>> letters("maria") < letters("mxrqa")
    True
    """
    table, bits, before = bigrams(), 0.0, "^"
    for letter in plain(word):
        if "a" <= letter <= "z":
            bits += table[before + letter]
            before = letter
    return bits + table[before + "$"]


@cache
def words(case: str) -> dict[str, int]:
    """Lower-cased words met in ``low`` or ``cap`` case, each with the whole part of log2 of its count."""
    data = (files("cleaner.terms") / "data" / "words.txt.xz").read_bytes()
    found: dict[str, int] = {}
    for line in lzma.decompress(data).decode().split("\n"):
        if line.startswith(case):
            _, level, *listed = line.split(" ")
            found.update(dict.fromkeys(listed, int(level)))
    return found


@cache
def bigrams() -> dict[str, float]:
    """Bits of each letter after each other."""
    table: dict[str, float] = {}
    for line in (files("cleaner.terms") / "data" / "bigrams.tsv").read_text("utf-8").split("\n"):
        if line and not line.startswith("#"):
            first, rest = line.split("\t")
            table |= {first + cell[0]: float(cell[1:]) for cell in rest.split(" ")}
    return table
