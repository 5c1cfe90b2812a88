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
from cleaner.terms.roundtrips import WAYS, through
from cleaner.terms.spelling import plain

SYSTEMS = {
    "English": "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya",
    "German": "a b w g d e jo sch s i j k l m n o p r s t u f ch z tsch sch schtsch . y . e ju ja",
    "French": "a b v g d e io j z i ï k l m n o p r s t ou f kh ts tch ch chtch . y . e iou ia",
    "Polish": "a b w g d e jo ż z i j k l m n o p r s t u f ch c cz sz szcz . y . e ju ja",
    "Italian": "a b v g d e io zh z i j k l m n o p r s t u f kh ts ch sh sc . y . e ju ja",
    "Spanish": "a b v g d e io zh z i i k l m n o p r s t u f j ts ch sh shch . y . e iu ia",
    "Turkish": "a b v g d e yo j z i y k l m n o p r s t u f h ts ç ş şç . ı . e yu ya",
    "passport": "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y . e iu ia",
    "scientific": "a b v g d e ë ž z i j k l m n o p r s t u f ch c č š šč . y . è ju ja",
}
"""Ways to write Russian in Latin letters, a column a letter from а to я; ``.`` is no letter.

The English, German, French, Polish, Italian, Spanish and Turkish ones are those of the press of these
languages; the passport's is ICAO Doc 9303, the scientific one ISO/R 9:1968.  Ukrainian forms, told by their
tag, are written by the resolution of 2010, too.
"""
_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_TABLES = {
    name: dict(zip(_LETTERS, ("" if c == "." else c for c in row.split(" ")), strict=True))
    for name, row in SYSTEMS.items()
}
_RESOLUTION = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’",
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch . iu ia .".replace(
            ".", ""
        ).split(" "),
        strict=True,
    )
)
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}  # at the beginning of a word
_UKRAINIAN = {"і": "i", "ї": "yi", "є": "ye", "ґ": "g", "’": "", "'": "", "ў": "w"}
_UMLAUTS = dict(zip("aouAOU", "äöüÄÖÜ", strict=True))
_WRITTEN = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
_MOST = 100
PLURAL = "plural, or possessive without its mark"


@dataclass(frozen=True, slots=True)
class Variant:
    """A spelling and how it comes about."""

    form: str
    mechanism: str


def variants(entry: Entry) -> list[Variant]:
    """Spellings of a name, each once, none of them right; 100 at most.

    >>> [v.form for v in variants(Entry("z", "Zhukov", native=("Жуков",)))][:6]
    ['Schukow', 'Joukov', 'Żukow', 'Jukov', 'Žukov', 'Zhukovs']
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

    Those that two names share are left out, and plurals, which are right as often as not.
    """
    names = [e for e in base.entries if e.type not in ("phrase", "term")]
    made = {e.id: [v.form for v in variants(e) if v.mechanism != PLURAL] for e in names}
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
    for tag, native in entry.natives:
        if tag == "uk":
            yield Variant(ukrainian(native), f"Ukrainian official romanisation of {native}")
        for system in SYSTEMS:
            yield Variant(romanise(native, system), f"{system} romanisation of {native}")
    yield from _accents(entry.preferred)
    yield from _spaces(entry.preferred)
    yield from _endings(entry)
    russian = any("Ѐ" <= c <= "ӿ" for _, native in entry.natives for c in native)
    for way in WAYS if not russian else [w for w in WAYS if not w.startswith("Cyrillic")]:
        for form in through(entry.preferred, way):
            yield Variant(form, f"through {way} and back")


def _endings(entry: Entry) -> Iterator[Variant]:
    name = entry.preferred
    if name[-1:].isalpha() and not name.endswith(("s", "z", "x")):
        yield Variant(name + "s", PLURAL)
    if any("Ѐ" <= c <= "ӿ" for _, n in entry.natives for c in n):
        stem = re.sub("[aeiouy]$", "", name)
        for ending in ("a", "u", "e", "y", "oy", "ym", "om", ""):
            if len(stem) > 3:
                yield Variant(stem + ending, f"Russian case ending {'-' + ending if ending else 'lost'}")


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


def ukrainian(native: str) -> str:
    """Write Ukrainian in Latin letters by the resolution of 2010.

    >>> ukrainian("Згурський Юрій"), ukrainian("Гадяч")
    ('Zghurskyi Yurii', 'Hadiach')
    """
    parts = re.split(r"([^\w’]+)", native.replace("'", "’").replace("зг", "зґг").replace("Зг", "Зґг"))
    return "".join(_word(part[:1], _RESOLUTION | _FIRST) + _word(part[1:], _RESOLUTION) for part in parts)


def _word(word: str, table: dict[str, str]) -> str:
    latin = "".join(table.get(c, c) for c in word.casefold())
    return latin[:1].upper() + latin[1:] if word[:1].isupper() else latin


def _accents(form: str) -> Iterator[Variant]:
    bare = "".join(plain(c).upper() if c.isupper() else plain(c) for c in form)
    yield Variant(bare, "accents lost")
    written = re.sub("[äöüßÄÖÜ]", lambda m: _WRITTEN[m[0]], form)
    yield Variant(written, "umlauts written out")
    added = re.sub("(?<![aeiouqAEIOUQ])([aouAOU])e", lambda m: _UMLAUTS[m[1]], form)
    yield Variant(added, "umlauts added")


def _spaces(form: str) -> Iterator[Variant]:
    parts = re.split(r"([ -])", form)
    for gaps in product(("", " ", "-"), repeat=len(parts) // 2):
        joined = "".join(word + gap for word, gap in zip(parts[::2], (*gaps, ""), strict=True))
        yield Variant(joined, "cut or glued")
    first, *rest = form.split(" ")
    yield Variant(" ".join([first, *map(str.lower, rest)]), "capitals lost")


def _safe(form: str) -> bool:
    """False for what may be a word or a name of its own."""
    parts = re.split(r"[ -]", form)
    return len(form) > 3 and not (len(parts) == 1 and known(form)) and not all(map(ordinary, parts))
