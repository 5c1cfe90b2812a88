"""Words that are near a name and no garbles of it: *Frankfurters* and Frankfurt, *Pilsen* and Nilsen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from cleaner.terms.roman import roman, sounding
from cleaner.terms.romanisation import SYSTEMS, romanise
from cleaner.terms.skeleton import skeleton
from cleaner.terms.spelling import latin, plain, symbols

_WORD = re.compile("n?ers?|[aei]?n?i?ans?|i?cs?|i?cal(?:ly)?|isms?|ists?|ish|ese|esque|ites?")
_SURNAME = re.compile(
    "[oe](?:[vw]a?|ff)|ina?|[oe][vw]i?ch|[iy](?:ch|[cćč])|enko|chuk|s?k[iy]|s[oe]n|sohn|mann?|ers?"
)

_VILLAGE = re.compile("(?:[oei]v|[iy]n)(?:o|ka)$")
_WOMAN = re.compile("(?:(?<=[oe][vw])|(?<=[iy]n)|(?<=[sc]k)|(?<=n)|a[ijy]?)a$")
_MAN = re.compile("(?:(?<=[oe][vw])|(?<=[oe]ff)|(?<=[iy]n))$|(?:(?<=[sc]k)|(?<=[nt]))(?:[iy][ijy]?|o[ijy])$")


def derived_word(word: str, name: str) -> bool:
    """True if a word is a name, or its stem, with an ending that makes another word of it.

    In *-er*, it is whatever the stem: a *Giesinger* is of some Giesing, and is no *Geisingen*.  Of a
    name in *-s*, a word may be the singular.

    >>> [derived_word(*p) for p in (("Berliner", "Berlin"), ("Mexican", "Mexico"), ("Berlim", "Berlin"))]
    [True, True, False]
    >>> derived_word("Eurosceptic", "Eurosceptics")
    True
    """
    inhabitant = word.endswith(("er", "ers")) and not name.endswith(("r", "re"))
    stems = (name, name.rstrip("aeiouy"))
    return inhabitant or name == f"{word}s" or any(_made_of(_WORD, word, stem) for stem in stems)


def other_surname(name: str, other: str) -> bool:
    """True if one of two names is the other, or its stem, with an ending that makes another surname of it.

    >>> [other_surname(*p) for p in (("Moroz", "Morozov"), ("Kulebin", "Kuleba"), ("Tinkou", "Tinkov"))]
    [True, True, False]
    """
    return _surname_of(name, other) or _surname_of(other, name)


def _surname_of(name: str, other: str) -> bool:
    stem = other[:-1] if other[-1:] in "aou" else other
    return _made_of(_SURNAME, name, other) or _made_of(_SURNAME, name, stem)


def other_sex(name: str, other: str) -> bool:
    """True if one of two surnames is a man's and the other the same one of a woman, in Slavic languages.

    >>> other_sex("Navalnaya", "Nawalny"), other_sex("Zahharov", "Zakharova"), other_sex("Peskow", "Peskov")
    (True, True, False)
    """
    return _wife_of(roman(name), roman(other)) or _wife_of(roman(other), roman(name))


def _wife_of(woman: str, man: str) -> bool:
    a, b = _WOMAN.search(woman), _MAN.search(man)
    if a is None or b is None:
        return False
    hers, his = woman[: a.start()], man[: b.start()]
    return skeleton(hers) == skeleton(his) or sounding(hers) == sounding(his)


def other_place(place: str, name: str, natives: Iterable[str]) -> bool:
    """True if a place is no name as some romaniser writes it, in any case: many a town is called nearly so.

    Endings of cases that are names of other places as well make another: Vinnitsy lies near Saint Petersburg.

    >>> [other_place(p, "Horlivka", ["Горлівка"]) for p in ("Orlivka", "Gorliwka", "Horlivku", "Horlivky")]
    [True, False, False, True]
    """
    inflected = not place.endswith("ou")  # it sounds like a case ending in -u, which nobody writes so: Buchou
    return sounding(plain(place)) not in _sounds(name, tuple(natives), inflected=inflected)


def other_sound(word: str, name: str, natives: Iterable[str]) -> bool:
    """True if a word does not sound as a name does, by any romaniser.

    >>> [other_sound(w, "Peskov", []) for w in ("Paskov", "Peskow", "Pjeskoff")]
    [True, False, True]
    """
    return sounding(plain(word)) not in _sounds(name, tuple(natives), inflected=False)


@lru_cache(4096)
def _sounds(name: str, natives: tuple[str, ...], *, inflected: bool) -> frozenset[str]:
    """How a name sounds, as it is written and by every romaniser, and if asked for in other cases."""
    forms = {plain(form) for form in (name, *(romanise(n, s) for n in natives for s in SYSTEMS))}
    cases = (case for form in forms for case in _cases(form)) if inflected else ()
    return frozenset(map(sounding, (*forms, *cases)))


def _cases(form: str) -> list[str]:
    """A place in those other cases that are called so nowhere."""
    return [form[:-1] + end for end in ("u", "oy", "oi")] if form.endswith("a") else [form + "u", form + "om"]


def settlement(place: str, name: str) -> bool:
    """True if a word is a village named after somebody.

    >>> settlement("Zakharovo", "Zakharova"), settlement("Lawrow", "Lavrov")
    (True, False)
    """
    return _VILLAGE.search(place) is not None and not _VILLAGE.search(name)


def exchanged(word: str, name: str) -> bool:
    """True if a word is a name with one consonant put for another that is not heard or written for it.

    >>> [exchanged(*p) for p in (("Pilsen", "Nilsen"), ("Karbaten", "Karpaten"), ("Lawrov", "Lawrow"))]
    [True, False, False]
    """
    a, b = symbols(word), symbols(name)
    steps = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    if len(a) != len(b) or len(steps) != 1 or steps[0][0] in latin().get(steps[0][1], {}):
        return False
    bones, others = skeleton(word), skeleton(name)
    return len(bones) == len(others) and bones != others


def doubled(word: str, name: str) -> bool:
    """True if a word and a name differ in doubled letters only.

    >>> doubled("Wessel", "Wesel"), doubled("Weasel", "Wesel")
    (True, False)
    """
    return _single(word) == _single(name)


def _single(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", plain(word))


def _made_of(endings: re.Pattern[str], word: str, stem: str) -> bool:
    folded = word.casefold()
    return folded.startswith(stem.casefold()) and endings.fullmatch(folded, len(stem)) is not None
