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
from cleaner.terms.romanisation import SYSTEMS, romanise, ukrainian
from cleaner.terms.roundtrips import WAYS, through
from cleaner.terms.spelling import plain

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
