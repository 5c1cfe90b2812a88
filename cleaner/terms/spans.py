"""Spans of a text that may be names.

A *live* word begins with a capital, or is no English word; a *run* is a row of live words with single blanks
or hyphens between, as long as it goes; a *span* is up to four words of a run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleaner.terms.rarity import ordinaries, ordinary

LONGEST = 4
"""Words of the longest span."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TORN = " ä ", " ö ", " ü ", " ß "
_START = r"[^\0-@\[-\xa9](?<=[^\W\d_])"  # any letter but a to z; the set alone is quickly looked for


def _row(part: str) -> re.Pattern[str]:
    """A row of words, none of which begins small; a pattern for what may follow the first letters of each."""
    rest = rf"[^\W\d_]*+(?:{part})*+"
    return re.compile(rf"{_START}{rest}(?:[ \u00a0-][^\W\d_a-z]{rest})*+")


_RUN = _row(r"['’][^\W\d_]++")
_TORN_RUN = _row(r"['’][^\W\d_]++| [äöüß] [a-z]++")
"""The same where umlauts are torn out of their words."""
_JOINT = re.compile(r"[ \u00a0-]")
_TORN_JOINT = re.compile(r"[\u00a0-]| (?![äöüß] [a-z])(?:(?<! [äöüß] )|(?![a-z]))")
_POSSESSIVE = ("'s", "’s")
_MANY = 500_000
_WIDEST = 40  # letters of a word; a longer one is no name
_RAISED = "X"
_FEW = 16

TELLS, BEGINS, NONE = range(3)
"""What a word may do in a span that is looked for: tell something, begin it, or go along."""
Span = tuple[int, int, list[str]]
"""Start and end in a run, and the words."""


class Spans:
    """Finds runs, and remembers which tokens hold no small word that is live."""

    def __init__(self) -> None:
        self._plain = set(ordinaries())

    def __call__(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the spans by place, possessive endings left out."""
        for at, run in self.runs(text):
            for start, end, _ in spans(run):
                yield at + start, at + end

    def runs(self, text: str) -> list[tuple[int, str]]:
        """Each run with its place.  It may hold dead words, at which ``spans`` cuts it."""
        small, run = self._small(text), _TORN_RUN if any(letter in text for letter in _TORN) else _RUN
        if not small:
            return [(m.start(), m[0]) for m in run.finditer(text)]
        raised = _raise(text, small)
        return [(start, text[start:end]) for start, end in map(re.Match.span, run.finditer(raised))]

    def _small(self, text: str) -> set[str]:
        """Live words of the text that begin small."""
        plain = self._plain
        left = [token for token in text.replace(",", " ").replace(".", " ").split() if token not in plain]
        words = set(_WORD.findall(" ".join(left))) - plain
        small = {word for word in words if "a" <= word[0] <= "z" and not _dead(word)}
        if len(plain) > _MANY:
            plain = self._plain = set(ordinaries())
        plain |= {word for word in words - small if len(word) <= _WIDEST}
        rest = {token for token in left if len(token) <= 2 * _WIDEST} - words - plain
        plain |= {token for token in rest if small.isdisjoint(_WORD.findall(token))}
        return small


def _raise(text: str, words: set[str]) -> str:
    """Put a capital on some words, so that runs hold them; here and there on more."""
    if len(words) > _FEW:
        return _WORD.sub(lambda m: _RAISED + m[0][1:] if m[0] in words else m[0], text)
    for word in sorted(words, key=len, reverse=True):  # a word within a longer one must not spoil it
        text = text.replace(word, _RAISED + word[1:])
    return text


def _telling(_: str) -> int:
    return TELLS


def spans(run: str, interest: Callable[[str], int] = _telling) -> Sequence[Span]:
    """The spans of a run that hold a word that tells, or begin with one that begins something."""
    parts = words(run)
    told = [*map(interest, parts)]
    if min(told) == NONE:
        return ()
    bare = [word[:-2] if word.endswith(_POSSESSIVE) else word for word in parts]
    live = [not _dead(word) for word in parts]
    found, start = [], 0
    for i, word in enumerate(parts):
        end, wanted = start - 1, told[i] < NONE
        for j in range(i, min(i + LONGEST, len(parts))):
            if not live[j]:
                break
            end += len(parts[j]) + 1
            wanted = wanted or not told[j]
            if wanted:
                last = bare[j]
                found.append((start, end - len(parts[j]) + len(last), [*parts[i:j], last]))
        start += len(word) + 1
    return found


def _dead(word: str) -> bool:
    return (word[0].islower() and ordinary(word)) or len(word) > _WIDEST


def words(span: str) -> list[str]:
    """The words of a span, split at blanks and hyphens.

    >>> words("Baden-Baden Nord")
    ['Baden', 'Baden', 'Nord']
    """
    return (_JOINT if span.isascii() else _TORN_JOINT).split(span)
