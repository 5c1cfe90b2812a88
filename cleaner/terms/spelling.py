"""How names get spelt otherwise: a weighted edit distance in bits, learnt from romanised names.

A name is cut into *symbols*: letters, doubled letters, and the groups that stand for one sound (``sch``,
``kh``, ``ya``).  ``distance`` is the least total cost of turning one row of symbols into another, each
step costing -log2 of how often romanisers took it: ``kh`` for ``h`` is cheap, ``m`` for ``t`` dear.  The
tables ``data/latin.tsv`` and ``data/cyrillic.tsv`` were learnt by ``training/names.py`` from spellings
that share a Cyrillic form (steveash/NETransliteration-COLING2018, Wikidata, CC0).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate

_SYMBOL = re.compile(
    "shch|tsch|dsch|szcz|sch|dzh|sh|ch|zh|kh|ts|tz|cz|sz|rz|dz|ck|ph|th|gh|ks|qu|ou|oo|ee"
    "|ya|ja|ia|yu|ju|iu|yo|jo|io|ye|je|ie|ae|oe|ue|iy|ij|yi|ii|ai|ay|ei|ey"
    r"|дж|кс|ий|ый|ия|ье|ья|ьо|ьё|дз|(.)\1|."
)
INSERT = 8.0
DELETE = 7.5
REPLACE = 9.5
"""Costs, in bits, of steps too rare to be in the table (seen fewer than three times in 12,000 pairs)."""

ENDING = 5.0
"""Bits for a case ending kept, lost or changed: *Furgala* for *Furgal*, *Dukovan* for *Dukovany*."""
TRANSLATED = 3.0
"""Bits for a given name put for its own translation: *Peter* for *Pyotr*; about as dear as another
romanisation."""
_ENDINGS = frozenset((*"aeiouyüаеиоуыяю", "ou", "oi", "oy", "ей", "ой"))

Table = Mapping[str, Mapping[str, float]]


@lru_cache(65536)
def symbols(name: str) -> tuple[str, ...]:
    """Cut a name into symbols; case, blanks, hyphens and apostrophes are nothing.

    >>> symbols("Khash-oggi")
    ('kh', 'a', 'sh', 'o', 'gg', 'i')
    """
    bare = re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", name).casefold())
    return tuple(m[0] for m in _SYMBOL.finditer(bare))


def distance(name: str, other: str) -> float:
    """Bits it takes to write ``name`` as ``other`` (in Latin letters); ``name`` may be Cyrillic.

    >>> distance("Furgal", "Furgal") < distance("Khabib", "Habib") < 4 < distance("Khabib", "Robert")
    True
    """
    if name != other and plain(other) in given().get(plain(name), ()):
        return TRANSLATED
    table = latin() if not _cyrillic(name) else cyrillic()
    a, b = symbols(name), symbols(other)
    costs = _costs(a, b, table)
    stems = costs[len(_stem(a))][len(_stem(b))]
    return min(costs[-1][-1], stems + ENDING)


def _stem(name: tuple[str, ...]) -> tuple[str, ...]:
    return name[:-1] if len(name) > 3 and name[-1] in _ENDINGS else name


def align(a: tuple[str, ...], b: tuple[str, ...], table: Table) -> float:
    """Least total cost of turning ``a`` into ``b``; time is the product of their lengths."""
    return _costs(a, b, table)[-1][-1]


def _costs(a: tuple[str, ...], b: tuple[str, ...], table: Table) -> list[list[float]]:
    """Least cost of turning each beginning of ``a`` (a row) into each of ``b``."""
    inserted = table.get("", {})
    insertions = [inserted.get(y, INSERT) for y in b]
    rows = [list(accumulate(insertions, initial=0.0))]
    for x in a:
        steps, above = table.get(x, {}), rows[-1]
        dropped = steps.get("", DELETE)
        best = above[0] + dropped
        row = [best]
        for y, added, corner, over in zip(b, insertions, above, above[1:], strict=False):
            step = steps.get(y)
            cost = corner + (_unseen(x, y) if step is None else step)
            best += added
            if over + dropped < best:
                best = over + dropped
            if cost < best:
                best = cost
            row.append(best)
        rows.append(row)
    return rows


@cache
def _unseen(x: str, y: str) -> float:
    """Cost of a step that is not in the table: nothing for the same letter, little for its accent."""
    if x == y:
        return 0.3
    return 2.0 if plain(x) == plain(y) else REPLACE


@lru_cache(65536)
def plain(text: str) -> str:
    """Lower case without accents, letter for letter where there is a plain one.

    >>> plain("Čunek"), plain("Höcke"), plain("Łódź")
    ('cunek', 'hocke', 'lodz')
    """
    return bare(text)


def bare(text: str) -> str:
    """``plain``, not remembered: for much text at once."""
    if text.isascii():
        return text.lower()
    folded = text.casefold()
    for letter in _SPECIAL.keys() & set(folded):
        folded = folded.replace(letter, _SPECIAL[letter])
    apart = unicodedata.normalize("NFD", folded)
    for mark in filter(unicodedata.combining, set(apart)):
        apart = apart.replace(mark, "")
    return apart


_SPECIAL = {
    "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
}  # fmt: skip


def _cyrillic(name: str) -> bool:
    return any("Ѐ" <= c <= "ӿ" for c in name)


@cache
def latin() -> Table:
    """Costs from Latin symbols to Latin symbols."""
    return _read("latin.tsv")


@cache
def cyrillic() -> Table:
    """Costs from Cyrillic symbols to Latin symbols."""
    return _read("cyrillic.tsv")


@cache
def given() -> Mapping[str, frozenset[str]]:
    """For each given name, in plain letters, those that translate it."""
    lines = (files("cleaner.terms") / "data" / "given.txt").read_text("utf-8").split("\n")
    families = [frozenset(plain(line).split(" ")) for line in lines if line and not line.startswith("#")]
    return {name: family for family in families for name in family}


def _read(name: str) -> Table:
    table: dict[str, dict[str, float]] = {}
    for line in (files("cleaner.terms") / "data" / name).read_text("utf-8").split("\n"):
        if line and not line.startswith("#"):
            x, y, cost = line.split("\t")
            table.setdefault(x, {})[y] = float(cost)
    return table
