"""Does a word of an entry's context stand near, or one for what it is?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"\n\s*\n")


def near(text: str, start: int, end: int, words: Iterable[str], reach: int = 12) -> str | None:
    """The first of ``words`` that stands within ``reach`` words of a span, in the same paragraph.

    >>> near("Daily news reportedly knew.", 0, 10, ["ARD", "reportedly"])
    'reportedly'
    """
    left = _BREAK.split(text[max(start - 20 * reach, 0) : start])[-1]
    right = _BREAK.split(text[end : end + 20 * reach])[0]
    window = " ".join(_WORD.findall(left)[-reach:]) + " | " + " ".join(_WORD.findall(right)[:reach])
    window = f" {window} ".casefold()
    return next((word for word in words if _plain(word) in window), None)


@lru_cache(4096)
def _plain(word: str) -> str:
    return f" {' '.join(_WORD.findall(word.casefold()))} "


_TYPE_WORDS = {
    "organisation": (
        *("organisation", "organization", "group", "initiative", "NGO", "charity", "association", "project"),
        *("movement", "foundation", "body"),
    ),
    "outlet": (
        *("newspaper", "magazine", "portal", "media", "outlet", "broadcaster", "website", "channel", "paper"),
        *("daily", "weekly", "programme", "program", "station"),
    ),
    "agency": ("agency", "photo", "image"),
    "party": ("party", "faction", "coalition"),
    "company": ("company", "firm", "manufacturer"),
    "place": ("city", "town", "village", "region", "district", "in", "near"),
}
_BESIDE_LEFT = re.compile(r"(\w+)(?: (?:called|named|of))?,? ?[“„«\"‘‚]?$")
_BESIDE_RIGHT = re.compile(r"[”“»\"’]? (\w+)")


def type_words(kind: str) -> tuple[str, ...]:
    """Words for entries of a type, in the singular."""
    return _TYPE_WORDS.get(kind, ())


def beside(text: str, start: int, end: int, words: Iterable[str]) -> str | None:
    """The one of ``words`` that stands right before a span or right after, quotation marks apart.

    >>> beside("The newspaper “World” wrote", 15, 20, ["newspaper", "magazine"])
    'newspaper'
    """
    sides = (_BESIDE_LEFT.search(text[max(start - 60, 0) : start]), _BESIDE_RIGHT.match(text[end : end + 40]))
    stand = {side[1].casefold() for side in sides if side}
    return next((word for word in words if word.casefold() in stand), None)
