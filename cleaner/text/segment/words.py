"""What the splitter knows of each language: abbreviations, sentence starters, ordinals."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from cleaner.text.scripts import shares

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1000  # code points read to guess the language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's row of ``words.toml``; see there for what each field means."""

    titles: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()
    says: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    ordinals: Literal["", "small", "any"] = ""


@lru_cache(maxsize=1)
def table() -> dict[str, Words]:
    """Every language of ``words.toml``."""
    import tomllib

    rows = tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))
    return {lang: _words(row) for lang, row in rows.items()}


def words_for(text: str, lang: str | None) -> Words:
    """The words of ``lang``; where it is None, of the language whose small words ``text`` uses.

    The guess is deliberately cheaper than language identification, which itself
    needs sentences first.
    """
    known = table()
    if lang is not None:
        return known.get(lang.split("-")[0].lower(), _UNKNOWN)
    return known.get(_guess(text[:_SAMPLE], known), _UNKNOWN)


def _guess(sample: str, known: dict[str, Words]) -> str:
    votes = Counter(lang for word in _WORD.findall(sample.lower()) for lang in _speakers().get(word, ()))
    if votes:
        return max(known, key=votes.__getitem__)
    script = next(iter(shares(sample)), "")
    return {"Cyrillic": "ru", "Latin": "en"}.get(script, "")


@lru_cache(maxsize=1)
def _speakers() -> dict[str, list[str]]:
    """The languages that have each starter."""
    found: dict[str, list[str]] = {}
    for lang, words in table().items():
        for starter in words.starters:
            found.setdefault(starter, []).append(lang)
    return found


def _words(row: dict[str, Any]) -> Words:
    sets: dict[str, Any] = {name: frozenset(v.split()) for name, v in row.items() if name != "ordinals"}
    return Words(**sets, ordinals=row.get("ordinals", ""))


_UNKNOWN = Words()
