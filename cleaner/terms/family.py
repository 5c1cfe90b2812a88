"""Is a surname somebody else's?  What families are called differs by an ending, or by a consonant.

A spelling keeps what is heard.  Where both words end as Slavic, Georgian or Armenian surnames do, *Zolotov*
and *Zolotarev* are two families, and so are *Podolski* and *Podolyak*, however near their letters are.
"""

from __future__ import annotations

import re

from cleaner.terms.roman import roman, sounding
from cleaner.terms.skeleton import skeleton
from cleaner.terms.spelling import plain

_KINDS = {
    "ov": "(?:[oe]|[iyj][oe])(?:v|w|ff?)a?",
    "in": "[iy]ne?a?",
    "ski": "[scz]k(?:[iy][iyj]?|[iy]?[aij]?[yji]?a|oi|oj)",
    "enko": "enko",
    "chuk": "(?:ch|tsch|c|tch)[uo]u?k",
    "ak": "[iyj]ak",
    "ich": "[iy](?:ch|tsch|tch|c|cz)",
    "yan": "[iyj]an(?:ts|z)?",
    "dze": "d[sz]e",
    "shvili": "(?:sh|sch|ch)[vw]ili",
    "ny": "n(?:[iy][iyj]?|a[iyj]a)",
}
_ENDING = re.compile("(?:" + "|".join(f"(?P<{kind}>{form})" for kind, form in _KINDS.items()) + ")$")


def other_family(name: str, other: str) -> bool:
    """True if two surnames end as surnames do, but not alike, or have other consonants before the ending.

    >>> other_family("Zolotarev", "Zolotov"), other_family("Podolski", "Podolyak")
    (True, True)
    >>> other_family("Krykhovyak", "Krychowiak"), other_family("Tschernow", "Chernov")
    (False, False)
    """
    a, b = roman(name), roman(other)
    kinds = _kind(a), _kind(b)
    if not all(kinds):
        return False
    return kinds[0] != kinds[1] or not ({*_bones(a)} & {*_bones(b)})


def _kind(surname: str) -> str:
    found = _ENDING.search(surname, 2)
    return (found.lastgroup or "") if found else ""


def _bones(surname: str) -> tuple[str, ...]:
    """The consonants: by their letters, as they sound, with kh written ch, with g written h (Ukrainian)."""
    sounds = skeleton(sounding(plain(surname))).lower()
    return (
        skeleton(surname),
        sounds,
        skeleton(surname.replace("kh", "ch")),
        skeleton(surname.replace("g", "h")),
    )
