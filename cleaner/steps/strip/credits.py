"""Captions and picture credits, told by their words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cleaner.steps.strip.words import opening, words

_LONGEST_CREDIT = 140  # characters
_LONGEST_CAPTION = 320
_CREDIT_WORDS = 10  # at most, after "Photo:"; a copyright sign is evidence enough by itself
_ENDS = ".!?…"  # of a sentence, which is no credit unless it has the sign
_SAYS = 4  # words of a credit that begin small, from which on it is a sentence
_SHORT = 3  # letters; shorter words join names, too: "de la", "via"
_ASIDE = re.compile(r"\s[|–—-]\s")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_HINTS = ("(c) ", "(C) ", "Getty", "alliance", "hoto by ", "oto von ", "ot. ")
_COLON = re.compile(r"[:/]")
_NOTICE = re.compile(r"©\s*(?:\w+\s+)?(?:19|20)\d\d|©.*(?i:rights reserved|rechte vorbehalten|copyright)")


@dataclass(frozen=True, slots=True)
class Credit:
    """Where the caption and the credit of a line are, in the line's own offsets; None for no caption."""

    caption: tuple[int, int] | None
    credit: tuple[int, int] | None


@cache
def _source() -> re.Pattern[str]:
    """The last credit of a line, up to its end."""
    names = "|".join(re.escape(w) for w in sorted(words("credit"), key=len, reverse=True))
    return re.compile(
        rf"(?:(?<=\s)|^|(?<=[.!?)\]]))[(\[]?\s?"
        rf"(?:(?:©|\([cC]\) )\s?(?=\w)|(?i:{names})\s?[:©/]\s?(?=[\w©])|"
        rf"(?i:fot\. |photo by |foto von )(?=\w)|"
        rf"AP Photo/|Getty Images|picture alliance)[^\n]{{1,{_LONGEST_CREDIT}}}$"
    )


def credit_of(line: str) -> Credit | None:
    """Caption and credit of a line; None for any other line.

    A line with words before the credit is a caption only if it begins as captions
    do, or has the copyright sign: "(Photo: AP)" may close a paragraph too.  A sign
    in the midst of a sentence is the writer's own.

    >>> credit_of("This photo shows the old bridge. © AP")
    Credit(caption=(0, 32), credit=(33, 37))
    >>> credit_of("Works marked © Banksy are sold on every corner, the museum said.")
    """
    tail = line[-_LONGEST_CREDIT - 24 :]
    if not _hinted(tail):
        return None
    source = _source().search(line, max(0, len(line) - _LONGEST_CREDIT - 24))
    if not source or _NOTICE.search(line) or not _names_a_source(source[0]):
        return None
    start = len(line) - len(line[source.start() :].lstrip())
    before = len(line[:start].rstrip(" |–—-"))
    if not before:
        return Credit(None, (start, len(line)))
    if line[-1] in _ENDS and _runs_on(line[:start]):
        return None
    if is_caption(line) or ("©" in source[0] and before <= _LONGEST_CAPTION):
        return Credit((0, before), (start, len(line)))
    return None


def _hinted(tail: str) -> bool:
    """False if there can be no credit: no sign of one, and no word for one before a colon."""
    if "©" in tail:
        return True
    if tail[-1] in _ENDS:
        return False
    if any(map(tail.__contains__, _HINTS)):
        return True
    named = (tail[: m.start()].rstrip().lower().endswith(_names()) for m in _COLON.finditer(tail))
    return (":" in tail or "/" in tail) and any(named)


@cache
def _names() -> tuple[str, ...]:
    return tuple(words("credit"))


def _names_a_source(credit: str) -> bool:
    """False for a sentence, which is a description after "Photo:", and the writer's own with the sign."""
    if _says_something(credit):
        return False
    return "©" in credit or (len(credit.split()) <= _CREDIT_WORDS and credit[-1] not in _ENDS)


def _says_something(credit: str) -> bool:
    """True for words that are no names: most of the longer ones begin small, or all of four.

    >>> _says_something("© Banksy are sold on every corner, the museum said.")
    True
    >>> _says_something("© Anna Berg for AP via dpa")
    False
    """
    named = _ASIDE.split(credit[1:])[0]
    said = _WORD.findall(named.partition(":")[2] or named)
    long = [word for word in said if len(word) > _SHORT]
    small = [word for word in long if word[0].islower()]
    mostly = len(small) >= _SAYS and 2 * len(small) >= len(long)
    return mostly or (len(said) >= _SAYS and all(word.islower() for word in said))


def _runs_on(before: str) -> bool:
    """True if what stands before the sign is the beginning of a sentence that it stands in."""
    return before.rstrip()[-1].isalnum()


def is_caption(line: str) -> bool:
    """True if a line begins as captions do."""
    return bool(opening("caption", line.lstrip("(")))
