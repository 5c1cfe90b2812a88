"""A name that was written in another script and came back: *Merkel* through Arabic is *Mirkil*.

Each way is a table of what the letters of a Latin name became there and were read as again; a row may give
several.  By the habits of newspapers, written for this project; no claim that they are complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, product

from cleaner.terms.spelling import plain

CYRILLIC_ENGLISH = """
    ughes yuz|ugh yu|igh ay|ah a|eh e|oh o|sch sh|sh sh|zh zh|kh kh|gh g|ch ch|ck k|th t|ph f|qu kv|wh u
    ee i|ea i|oo u|ou au|ow ou|ew yu|ai ey|ay ey|ey i|ie i|oa ou|j dzh|x ks|w u|c k|q k|h kh g|y i
"""
CYRILLIC_GERMAN = """
    tzsch ch|tsch ch|ah a|eh e|ih i|oh o|uh u|sch sh|sh sh|zh zh|kh kh|gh g|chs ks|ch kh|ck k|th t|ph f|qu kv
    tz ts|ei ey|ey ey|ai ay|eu oy|äu oy|ie i|ü yu|ö yo|ä e|ß ss|st sht st|sp shp sp|j y|z ts|w v|v f|x ks|c k
    h kh g|y i
"""
GREEK = """
    sch s|sh s|ch ts|ck k|th th|ph f|qu kou|ee i|oo ou|ou ou|ei ai|ey ei|ü y|ö e|ä ai|ß ss|mb mp|nd nt|ng ngk
    b mp|d nt|g gk|h|j tz|w gou|u ou|c k|q k|y i
"""
ARABIC = """
    sch sh|tch tsh|sh sh|ch sh tsh|ck k|th th|ph f|qu ku|kh kh|zh zh|ee i|oo u|ou u|ei ay|ey ay|ai ay|ay ay
    ie i|ü u|ö u|ä a|ß s|p b|v f w|g gh j|x ks|c k|q k|o u|e i|y i
"""
WAYS = {
    "Cyrillic (English name)": CYRILLIC_ENGLISH,
    "Cyrillic (German name)": CYRILLIC_GERMAN,
    "Greek": GREEK,
    "Arabic": ARABIC,
}
MOST = 4
"""Spellings a way."""


def through(name: str, way: str) -> Iterator[str]:
    """What may come back of a name in Latin letters; nothing new where no letter changes.

    >>> next(through("Hughes", "Cyrillic (English name)")), next(through("Merkel", "Arabic"))
    ('Khyuz', 'Mirkil')

    Raises:
        KeyError: no such way.
    """
    pieces = [_read(word, way) for word in re.split(r"([ -])", name)]
    yield from islice(("".join(chosen) for chosen in product(*pieces)), MOST)


def _read(word: str, way: str) -> list[str]:
    """The spellings of a word; a joint stays as it is."""
    table = _table(way)
    pattern = re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)) + "|.")
    options = [table.get(m[0], [m[0]]) for m in pattern.finditer(_letters(word, way))]
    found = ["".join(chosen) for chosen in islice(product(*options), MOST)]
    return [f[:1].upper() + f[1:] if word[0].isupper() else f for f in found] if word else [word]


def _letters(word: str, way: str) -> str:
    """Small letters, plain but for umlauts; in Arabic a doubled consonant is written once."""
    letters = "".join(c if c in "äöüß" else plain(c) for c in word.casefold())
    return re.sub(r"([^\W\daeiou])\1", r"\1", letters) if way == "Arabic" else letters


@cache
def _table(way: str) -> dict[str, list[str]]:
    rows = (row.split() for row in WAYS[way].replace("\n", "|").split("|") if row.strip())
    return {letters: read or [""] for letters, *read in rows}
