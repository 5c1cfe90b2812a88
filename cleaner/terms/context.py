"""Does a word of an entry's context stand near?"""

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
