"""Text that is gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleaner.history import Finding

_REPLACED = re.compile("[^\\s\ufffd]{0,40}\ufffd\\S*")  # bounded: a long line without a blank stays linear
_QUESTION = re.compile(r"(?<![\w/?&=.%-])[^\W\d_]+\?[a-z\u00df-\u024f\u0430-\u045f]{2,}\b(?![/:=&?%])")
_RUNS = re.compile(r"\?{2,}(?:[ ,.-]+\?{2,})+")


def find_lost(text: str) -> Iterator[Finding]:
    """Characters replaced by U+FFFD or `?`: what stood there is lost, and never guessed.

    Committed by programs that read or write an encoding which lacks the character, and say nothing.

    >>> [f.message for f in find_lost("M\ufffdnchen")]
    ['text was lost here: M\ufffdnchen']

    Left alone: question marks of sentences and addresses.  False alarms: question marks inside a word are
    flagged only before a lower-case letter; none in 52,000 sentences of 26 languages.
    """
    if "\ufffd" in text:
        yield from map(_finding, _REPLACED.finditer(text))
    if "?" in text:
        for pattern in (_QUESTION, _RUNS):
            yield from map(_finding, pattern.finditer(text))


def found_in_bytes(text: str) -> Iterable[Finding]:
    """Bytes of a file in UTF-8 that are none: lost to U+FFFD, or a word or line of an old encoding.

    Committed by programs that cut a text inside a character, and by people who paste together files of
    different age.  Found while the file is read, for a text has no bytes:

    >>> from cleaner.text.decode import decode
    >>> data = "Süß und schön, ".encode() + "grün und kühl".encode("latin-1")
    >>> [(d.start, d.end, d.message) for d in decode(data).damage]
    [(15, 28, 'line 1 is not UTF-8 here: 0xfc 0xfc read as cp1252')]

    A word is read in an old encoding if two different ones at least look like a language in the same; of 527
    documents in ten languages, a third of their lines or three of their words in one, .94 came out as they
    were, .04 with some U+FFFD.  Left alone: what is UTF-8, and the source, which keeps its bytes.
    """
    return ()


def _finding(found: re.Match[str]) -> Finding:
    return Finding(found.start(), found.end(), "repair.lost", f"text was lost here: {found.group()[:40]}")
