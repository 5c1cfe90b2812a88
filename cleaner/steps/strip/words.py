"""The words of a page that are not its article, read from words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

_EDGE = " \t\u00a0\u200b:.…·•‣*|>»›«‹→←▼▲+-–—_#()[]"  # what may stand around a word on a button or a label

_DOTTED = "i\u0307"  # what lower() makes of the Turkish capital I with a dot


@cache
def words(kind: str) -> frozenset[str]:
    """All words and phrases of one table, of every language, in lower case.

    >>> "see also" in words("teaser") and "siehe auch" in words("teaser")
    True
    """
    return frozenset(w for by_lang in _tables()[kind].values() for w in by_lang)


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("cleaner.steps.strip").joinpath("words.toml").read_text("utf-8"))


def folded(line: str) -> str:
    """A line as it is compared: lower case, single spaces, no bullet, colon or arrow around it.

    >>> folded("  • Latest  Stories:")
    'latest stories'
    """
    return " ".join(line.lower().replace(_DOTTED, "i").split()).strip(_EDGE)
