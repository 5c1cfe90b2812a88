"""What is said twice: sentences, and the loops and stutters of a decoder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from cleaner.document import Finding

_DOUBLED = (
    "the a an of to and in for from with by und von mit le la les du des el los las del que na que und il "
    "i w z na do и в на с по из у от і з у"
)
_STUTTER = re.compile(
    rf"(?<![\w’'-])(?P<word>{'|'.join(sorted(set(_DOUBLED.split())))}) (?P=word)(?![\w’'-])"
)
_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = 8  # words of a phrase that loops
_CHARACTERS = 18  # of the whole loop: "the end the end" is style
_SENTENCE = re.compile(r"[^\s.!?][^.!?\n]{38,}[.!?]")
_WORDS = 7  # of a sentence that nobody writes twice by chance


def sentence(text: str) -> Iterator[Finding]:
    r"""Point at a sentence that stands in the text already.

    Damage: a lead, a caption or a pulled quote is extracted twice.  Made by extractors that flatten a
    page, and by translators that loop.

    >>> text = "The dam had been rebuilt twice since then.\n\nThe dam had been rebuilt twice since then."
    >>> [f.start for f in sentence(text)]
    [44]

    Left alone: sentences of fewer than seven words, headlines (no stop at the end).
    """
    seen: set[str] = set()
    for match in _SENTENCE.finditer(text):
        said = " ".join(match[0].split())
        if said in seen and said.count(" ") >= _WORDS - 1:
            yield Finding(
                match.start(), match.end(), "check.repeat", "this sentence stands in the text already"
            )
        seen.add(said)


def stutter(text: str) -> Iterator[Finding]:
    """Point at a function word said twice in a row, and at a phrase said three times.

    Damage: a decoder that loops ("(Applause) (Applause) (Applause)"), a seam that doubles a word.  Made by
    neural machine translation of short or odd input.

    >>> text = "He went to the the market, to the market, to the market."
    >>> [text[f.start:f.end] for f in stutter(text)]
    ['the the']

    Left alone: words that grammar doubles (had had, that that, die die), one word said again and again
    with commas (no, no, no), chants of two.
    """
    for match in _STUTTER.finditer(text):
        yield Finding(match.start(), match.end(), "check.stutter", f"{match['word']!r} stands twice")
    for start, end in _loops(text):
        yield Finding(
            start, end, "check.stutter", "the same words three times in a row: a loop of the translator?"
        )


def _loops(text: str) -> Iterator[tuple[int, int]]:
    """Spans in which a phrase of up to eight words stands three times in a row or more."""
    words = list(_WORD.finditer(text))
    said = [w[0] for w in words]
    free = 0
    for period in range(1, _LONGEST + 1):
        same = bytes(map(eq, said, said[period:]))
        for run in re.finditer(rb"\x01{%d,}" % (2 * period), same):
            start, end = words[run.start()].start(), words[run.end() + period - 1].end()
            emphatic = period == 1 and "," in text[start:end]
            if (
                start >= free
                and end - start >= _CHARACTERS
                and not emphatic
                and _LETTER.search(text, start, end)
            ):
                yield start, end
                free = end
