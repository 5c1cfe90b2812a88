"""Whether a text was read wrongly beyond doubt, and what comes out looks right."""

from __future__ import annotations

import re

from cleaner.text.mojibake.hypothesis import UTF8
from cleaner.text.mojibake.trial import DOUBT, Trial
from cleaner.text.mojibake.words import ASCII_WORD, against

Change = tuple[int, str, str]
"""Where a word stands, it, and what was written."""

ONE_WORD, SIGNS = 3.3, 3.3  # times DOUBT, on one word's evidence, or to make signs out of letters
SMALL = 1.7  # ... or on that of one that is no name
FIT = 4.4  # nats a pair: more is no clean text of any language in the tables
MIXED = 0.1  # share of the words in which letters of ASCII may come to touch those of another script
_MIXED = re.compile("[A-Za-z][\u0370-\u1dff]|[\u0370-\u1dff][A-Za-z]")
_NEAR = 40  # characters on either side of a word


def contradiction(text: str, trial: Trial, changes: list[Change]) -> float:
    """By how many nats the words of ASCII around the changes look more like another language than theirs."""
    near: dict[int, str] = {}
    for start, word, _ in changes:
        first = max(text.rfind("\n", 0, start) + 1, start - _NEAR)
        line_end = text.find("\n", start + len(word))
        last = min(len(text) if line_end < 0 else line_end, start + len(word) + _NEAR)
        near.update((m.start() + first, m.group()) for m in ASCII_WORD.finditer(text[first:last]))
    return against(trial.language, list(near.values()))


def certain(gain: float, trial: Trial, changes: list[Change]) -> bool:
    """Whether a gain is beyond doubt."""
    utf8 = trial.hypothesis.written == UTF8
    if len({old for _, old, _ in changes}) == 1:
        meant = {c for _, _, new in changes for c in new if not c.isascii()}
        enough = SMALL if all(_is_small(old) for _, old, _ in changes) else ONE_WORD
        return gain > DOUBT * enough and (not utf8 or len(meant) > 2)
    letters_before = sum(c.isalpha() for _, old, _ in changes for c in old)
    letters_after = sum(c.isalpha() or c in "¿¡" for _, _, new in changes for c in new)
    return gain > DOUBT * (SIGNS if letters_after < letters_before and not utf8 else 1)


def _is_small(word: str) -> bool:
    """True for a lower-case word: no name, and no row of signs."""
    return word.islower() and all(c.isascii() or c.isalpha() for c in word)


def fits(cost: float, trial: Trial, changes: list[Change]) -> bool:
    """Whether what comes out, and costs so much, looks like a language in the tables; UTF-8 may be of any."""
    mixed = sum(1 for _, old, new in changes if _MIXED.search(new) and not _MIXED.search(old))
    if mixed > MIXED * len(changes):
        return False
    return trial.hypothesis.written == UTF8 or cost < FIT * sum(len(new) + 1 for _, _, new in changes)
