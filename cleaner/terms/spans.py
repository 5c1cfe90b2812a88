"""Spans of a text that may be names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.terms.rarity import ordinary

LONGEST = 4
"""Words of the longest span."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NEXT = re.compile(r"[ \u00a0-]([^\W\d_]+(?:['’][^\W\d_]+)*)")
_POSSESSIVE = re.compile(r"['’]s?$")
_MANY = 500_000
_WIDEST = 40  # letters of a word; a longer one is no name, and would cost the square of its length


class Spans:
    """Finds spans of up to four words, with single blanks or hyphens between.

    The first begins with a capital, or is no English word; none is an English word in small letters.
    """

    def __init__(self) -> None:
        self._live: set[str] = set()
        self._dead: set[str] = set()

    def __call__(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the spans by the word they begin with, possessive endings left out."""
        found = {word for word in _WORD.findall(text) if len(word) <= _WIDEST}
        for word in found - self._dead - self._live:
            (self._dead if word[0].islower() and ordinary(word) else self._live).add(word)
        for word in sorted(found & self._live):
            for start in _places(text, word):
                yield from _from(text, start, start + len(word))
        if len(self._live) > _MANY:
            self._live.clear()


def _places(text: str, word: str) -> Iterator[int]:
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (start and text[start - 1].isalnum()) and not text[end : end + 1].isalnum():
            yield start
        start = text.find(word, end)


def _from(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans that begin with the word at a place."""
    yield start, start + len(_POSSESSIVE.sub("", text[start:end]))
    for _ in range(LONGEST - 1):
        following = _NEXT.match(text, end)
        if not following or len(following[1]) > _WIDEST:
            return
        if following[1][0].islower() and ordinary(following[1]):
            return
        end = following.end()
        yield start, following.start(1) + len(_POSSESSIVE.sub("", following[1]))


def words(span: str) -> list[str]:
    """The words of a span, split at blanks and hyphens.

    >>> words("Baden-Baden Nord")
    ['Baden', 'Baden', 'Nord']
    """
    return re.split(r"[ \u00a0-]", span)
