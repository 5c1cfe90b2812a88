"""Word lists: English words and names, and common words of nine other languages (``data/README.md``)."""

from __future__ import annotations

import lzma
import re
from functools import cache
from importlib.resources import files

_COMMENT = re.compile(r"(?:#.*\n)*")


@cache
def lexicon() -> frozenset[str]:
    """English words and names in small letters (SCOWL, American and British)."""
    return frozenset(_read("english.txt.xz").lower().split("\n"))


@cache
def small_words() -> frozenset[str]:
    """English words that are written small.

    >>> [word in small_words() for word in ("roadstead", "hanover", "jeslom")]
    [True, False, False]
    """
    return frozenset(filter(str.islower, _read("english.txt.xz").split("\n")))


@cache
def foreign() -> dict[str, frozenset[str]]:
    """Common words by language that are not English; German nouns with their capital."""
    rows = (line.split() for line in _read("foreign.txt.xz").split("\n"))
    return {lang: frozenset(words) for lang, *words in rows}


def _read(name: str) -> str:
    """A word list without the comment above it."""
    data = (files(__package__) / "data" / name).read_bytes()
    return _COMMENT.sub("", lzma.decompress(data).decode("utf-8"), count=1)
