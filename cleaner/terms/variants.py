"""Every spelling a name is likely to take, offline and for people to look through.

The matcher does not need them, for it measures how far a spelling is; a house that wants to see and to
sign each form it will replace writes them into its glossary.  Each variant knows its mechanism.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, product

from cleaner.terms.entry import Entry, TermBase
from cleaner.terms.rarity import known, ordinary
from cleaner.terms.spelling import plain

SYSTEMS = {
    "English": "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya",
    "German": "a b w g d e jo sch s i j k l m n o p r s t u f ch z tsch sch schtsch . y . e ju ja",
    "French": "a b v g d e io j z i ï k l m n o p r s t ou f kh ts tch ch chtch . y . e iou ia",
    "Polish": "a b w g d e jo ż z i j k l m n o p r s t u f ch c cz sz szcz . y . e ju ja",
    "Italian": "a b v g d e io zh z i j k l m n o p r s t u f kh ts ch sh sc . y . e ju ja",
    "Spanish": "a b v g d e io zh z i i k l m n o p r s t u f j ts ch sh shch . y . e iu ia",
    "Turkish": "a b v g d e yo j z i y k l m n o p r s t u f h ts ç ş şç . ı . e yu ya",
    "scientific": "a b v g d e ë ž z i j k l m n o p r s t u f ch c č š šč . y . è ju ja",
}
"""Ways to write Russian in Latin letters, a column a letter from а to я; ``.`` is no letter.

The English, German, French, Polish, Italian, Spanish and Turkish ones are those of the press of these
languages; the scientific one is ISO/R 9:1968.
"""
_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_TABLES = {
    name: dict(zip(_LETTERS, ("" if c == "." else c for c in row.split(" ")), strict=True))
    for name, row in SYSTEMS.items()
}
_UKRAINIAN = {"і": "i", "ї": "yi", "є": "ye", "ґ": "g", "’": "", "'": "", "ў": "w"}
_WRITTEN = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
_MOST = 60


@dataclass(frozen=True, slots=True)
class Variant:
    """A spelling and how it comes about."""

    form: str
    mechanism: str


def variants(entry: Entry) -> list[Variant]:
    """Spellings of a name, each once, none of them right; 60 at most.

    >>> [v.form for v in variants(Entry("z", "Zhukov", native=("Жуков",)))][:6]
    ['Schukow', 'Joukov', 'Żukow', 'Jukov', 'Žukov', 'Zhukova']
    """
    natives = [form for _, form in entry.natives]
    right = {entry.preferred, *entry.admitted, *natives}
    found: dict[str, Variant] = {}
    for variant in islice(_all(entry), _MOST * 4):
        if variant.form not in right and variant.form not in found and _safe(variant.form):
            found[variant.form] = variant
    return list(islice(found.values(), _MOST))


def expand(base: TermBase) -> TermBase:
    """The term base with the variants of every name among its deprecated forms.

    Those that two names share are left out.
    """
    made = {e.id: [v.form for v in variants(e)] for e in base.entries if e.type not in ("phrase", "term")}
    taken: dict[str, set[str]] = {}
    for e in base.entries:
        for form in (
            e.preferred,
            *e.admitted,
            *(n for _, n in e.natives),
            *e.deprecated,
            *made.get(e.id, ()),
        ):
            taken.setdefault(form, set()).add(e.id)
    return TermBase(tuple(_with(e, made.get(e.id, ()), taken) for e in base.entries))


def _with(entry: Entry, forms: Iterable[str], taken: dict[str, set[str]]) -> Entry:
    new = [f for f in forms if taken[f] == {entry.id}]
    return replace(entry, deprecated=tuple(dict.fromkeys((*entry.deprecated, *new))))


def _all(entry: Entry) -> Iterator[Variant]:
    for _, native in entry.natives:
        for system in SYSTEMS:
            yield Variant(romanise(native, system), f"{system} romanisation of {native}")
    yield from _accents(entry.preferred)
    yield from _spaces(entry.preferred)
    if any("Ѐ" <= c <= "ӿ" for _, n in entry.natives for c in n):
        for ending in ("a", "u", "e", "ym", "om"):
            if not entry.preferred.endswith(("a", "e", "i", "o", "u", "y")):
                yield Variant(entry.preferred + ending, f"Russian case ending -{ending} kept")


def romanise(native: str, system: str) -> str:
    """Write Cyrillic in Latin letters.

    >>> romanise("Шойгу", "German"), romanise("Евгений", "English")
    ('Schojgu', 'Yevgeniy')

    Raises:
        KeyError: no such system.
    """
    words = [_word(word, _TABLES[system] | _UKRAINIAN) for word in re.split(r"(\W+)", native)]
    latin = "".join(words)
    if system == "English":
        return re.sub(r"\bE(?=[a-z])", "Ye", latin)
    return latin


def _word(word: str, table: dict[str, str]) -> str:
    latin = "".join(table.get(c, c) for c in word.casefold())
    return latin[:1].upper() + latin[1:] if word[:1].isupper() else latin


def _accents(form: str) -> Iterator[Variant]:
    bare = "".join(plain(c).upper() if c.isupper() else plain(c) for c in form)
    yield Variant(bare, "accents lost")
    written = re.sub("[äöüßÄÖÜ]", lambda m: _WRITTEN[m[0]], form)
    yield Variant(written, "umlauts written out")


def _spaces(form: str) -> Iterator[Variant]:
    parts = re.split(r"([ -])", form)
    for gaps in product(("", " ", "-"), repeat=len(parts) // 2):
        joined = "".join(word + gap for word, gap in zip(parts[::2], (*gaps, ""), strict=True))
        yield Variant(joined, "cut or glued")


def _safe(form: str) -> bool:
    """False for what may be a word or a name of its own."""
    parts = re.split(r"[ -]", form)
    return len(form) > 3 and not (len(parts) == 1 and known(form)) and not all(map(ordinary, parts))
