"""What is said twice: sentences, and the loops and stutters of a decoder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from cleaner.history import Finding

_DOUBLED = (
    "the a an of to and in for from with by und von mit le la les du des el los las del que na que und il "
    "i w z na do и в на с по из у от і з у"
)
_GRAMMAR = frozenset(_DOUBLED.split())
_WORD = re.compile(r"\w+")
_NEARBY = re.compile(rb"\x01|([\x02-\x08])\1{3}")  # a stutter, or a loop of two words or more
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = 8  # words of a phrase that loops
_CHARACTERS = 18  # of the whole loop: "the end the end" is style
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_SHORT = 40  # characters: too few for a sentence of seven words
_WORDS = 7  # of a sentence that nobody writes twice by chance


def sentence(text: str) -> Iterator[Finding]:
    r"""Point at a sentence that stands in the text already.

    Damage: a lead, a caption or a pulled quote is extracted twice.  Made by extractors that flatten a
    page, and by translators that loop.

    >>> text = "The dam had been rebuilt twice since then.\n\nThe dam had been rebuilt twice since then."
    >>> [f.start for f in sentence(text)]
    [44]

    Left alone: sentences of fewer than seven words, headlines (no stop at the end).
    False alarms: 0 in 400,000 words of clean news in seven languages.
    """
    seen: set[str] = set()
    for match in _SENTENCE.finditer(text):
        said = " ".join(match[0].split())
        if len(said) < _SHORT or said[-1] not in ".!?":
            continue
        if said in seen and said.count(" ") >= _WORDS - 1:
            start = match.end() - len(match[0].lstrip())
            yield Finding(start, match.end(), "check.repeat", "this sentence stands in the text already")
        seen.add(said)


def stutter(text: str) -> Iterator[Finding]:
    """Point at a function word said twice in a row, and at a phrase said three times.

    Damage: a decoder that loops ("(Applause) (Applause) (Applause)"), a seam that doubles a word.  Made by
    neural machine translation of short or odd input.

    >>> text = "He went to the the market, to the market, to the market."
    >>> [text[f.start:f.end] for f in stutter(text)]
    ['the the']

    Left alone: words that grammar doubles (had had, that that, die die), one word said again and again
    with commas (no, no, no), chants of two.  False alarms: 1 in 400,000 words of clean news in seven
    languages, a chant; what else it found there, eight, are slips.
    """
    said = _WORD.findall(text)
    runs = list(_runs(said))
    if not runs:
        return
    places = [w.span() for w in _WORD.finditer(text)]
    free = 0
    for first, last, period in runs:
        start, end = places[first][0], places[last][1]
        if start >= free and _is_fault(text, start, end, said[first : last + 1], period):
            yield Finding(start, end, "check.stutter", "the same words again: a loop of the translator?")
            free = end


def _runs(said: list[str]) -> Iterator[tuple[int, int, int]]:
    """First and last word of each run that repeats itself, and after how many words it does."""
    if not _NEARBY.search(_gaps(said)):
        return
    for period in range(1, _LONGEST + 1):
        same = bytes(map(eq, said, said[period:]))
        for run in re.finditer(rb"\x01{%d,}" % (2 * period if period > 1 else 1), same):
            yield run.start(), run.end() + period - 1, period


def _gaps(said: list[str]) -> bytes:
    """How many words ago each word stood last; 0 if that is long ago.  A quick look before the slow one."""
    last: dict[str, int] = {}
    gaps = bytearray()
    for i, word in enumerate(said):
        gap = i - last.get(word, -_LONGEST - 1)
        gaps.append(gap if gap <= _LONGEST else 0)
        last[word] = i
    return bytes(gaps)


def _is_fault(text: str, start: int, end: int, said: list[str], period: int) -> bool:
    span = text[start:end]
    if period == 1 and said[0] in _GRAMMAR:
        return (
            len(said) == 2
            and span == f"{said[0]} {said[0]}"
            and text[start - 1 : start] not in {"-", "’", "'"}
        )
    emphatic = period == 1 and "," in span
    return (
        len(said) >= 3 * period and len(span) >= _CHARACTERS and not emphatic and bool(_LETTER.search(span))
    )
