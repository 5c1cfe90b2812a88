"""The words of a page that are not its article (words.toml), and those that hint at it (signals.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_EDGE = " \t\u00a0\u200b:.…·•‣*|>»›«‹→←▼▲+-–—_#()[]"  # what may stand around a word on a button or a label

_LONGEST = 100  # characters of a line that are compared
KINDS = ("label", "button", "section", "home", "skip")  # tables of whole lines
_OPENINGS = ("teaser", "caption", "byline", "dated", "notice", "comment")
_NONE: Mapping[str, int] = {}
_DOTTED = "i\u0307"  # what lower() makes of the Turkish capital I with a dot


@cache
def words(kind: str) -> frozenset[str]:
    """All words and phrases of one table, of every language, in lower case.

    >>> "see also" in words("teaser") and "siehe auch" in words("teaser")
    True
    """
    return frozenset(w for by_lang in _read("words.toml")[kind].values() for w in by_lang)


@cache
def signals() -> dict[str, frozenset[str]]:
    """The groups of words that hint at the use of a line."""
    table = _read("signals.toml")
    return {name: frozenset(text.split()) for name, text in table.items()}


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("cleaner.steps.strip").joinpath(name).read_text("utf-8"))


@cache
def known() -> dict[str, int]:
    """Which tables of ``KINDS`` hold a whole line, as bits."""
    bits: dict[str, int] = {}
    for bit, kind in enumerate(KINDS):
        for word in words(kind):
            bits[word] = bits.get(word, 0) | 1 << bit
    return bits


@cache
def _by_first() -> dict[str, list[tuple[str, str]]]:
    """Phrases that lines begin with and their tables, by the first three characters; the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    phrases = sorted(
        ((phrase, kind) for kind in _OPENINGS for phrase in words(kind)), key=lambda p: -len(p[0])
    )
    for phrase, kind in phrases:
        found.setdefault(f"{phrase} "[:3], []).append((phrase, kind))  # a phrase of two is a word
    return found


def openings(line: str) -> Mapping[str, int]:
    """The tables that have a phrase a line begins with, and the length of the longest.

    >>> dict(openings("See also: ten bridges")), dict(openings("Seesaws"))
    ({'teaser': 8}, {})
    """
    near = _by_first().get(line[:3].lower())
    return _longest(line[:_LONGEST].lower(), near) if near else _NONE


def _longest(low: str, phrases: Iterable[tuple[str, str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for phrase, kind in phrases:
        if low.startswith(phrase) and kind not in found and not _within(low, phrase):
            found[kind] = len(phrase)
    return found


def _within(low: str, phrase: str) -> bool:
    """True if the phrase ends in the middle of a word."""
    return phrase[-1:].isalpha() and low[len(phrase) : len(phrase) + 1].isalnum()


def opening(kind: str, line: str) -> str:
    """The longest phrase of a table that a line begins with, as the line writes it; empty if there is none.

    >>> opening("teaser", "See also: ten bridges"), opening("teaser", "Seesaws")
    ('See also', '')
    """
    return line[: openings(line).get(kind, 0)]


def folded(line: str) -> str:
    """A line as it is compared: lower case, single spaces, no bullet, colon or arrow around it.

    Empty for a line that is longer than any of the tables.

    >>> folded("  • Latest  Stories:")
    'latest stories'
    """
    if len(line) > _LONGEST:
        return ""
    return " ".join(line.lower().replace(_DOTTED, "i").split()).strip(_EDGE)
