"""The sentence a seam stands in, read off the text with no model: enough to tell prose from a headline."""

from __future__ import annotations

import re

from cleaner.steps.unglue.words import FRONTING, VERBS, either

_STOP = re.compile(r"[.!?…][\"”’'»)\]]*\s+(?=[\"“„«(\[]?[^\W\d_])|\n|: (?=[“\"„«])")
_END = re.compile(r"[.!?…][\"”’'»)\]]*(?=\s|$)|\n|$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_VERB = re.compile(rf"\b(?:{either(VERBS)}|[a-z]{{2,}}ed)\b")
_APPOSITION = r"(?:, (?:(?:by|of|from|in) (?:the )?)?[A-Z]\w*(?: [A-Z]\w*)*)?"
_FRONTED = re.compile(rf"[\"“„«]?(?!By [A-Z])(?:{either(FRONTING)})\b(?!,)[^,;:.!?]*{_APPOSITION}$")
_REACH = 400  # code points looked at on either side; longer sentences are hardly ever prose


def head(text: str, at: int) -> str:
    """The sentence up to ``at``."""
    before = text[max(at - _REACH, 0) : at]
    last = 0
    for stop in _STOP.finditer(before):
        last = stop.end()
    return before[last:]


def tail(text: str, at: int) -> str:
    """The sentence from ``at`` to its end mark, which is included."""
    end = _END.search(text, at, at + _REACH)
    return text[at : end.end()] if end else text[at : at + _REACH]


def is_prose(text: str, at: int, small: float = 0.6) -> bool:
    """True if the sentence around ``at`` ends in a stop and most of its words are lower-case.

    Its first word and the one at ``at`` do not count: they have their capitals anyway.

    >>> is_prose("It is said that the film And more will be shown.", 21)
    True
    >>> is_prose("Bring It On Star Gabrielle Back On Stage", 9)
    False
    """
    rest = tail(text, at)
    words = _WORD.findall(head(text, at))[1:] + _WORD.findall(rest)[1:]
    lower = sum(w.islower() for w in words)
    return (
        bool(re.search(r"[.!?…:][\"”’'»)\]]*\s*$", rest)) and len(words) >= 4 and lower >= small * len(words)
    )


def has_verb(clause: str) -> bool:
    """True if a finite English verb stands in ``clause``: what follows cannot be its predicate."""
    return _VERB.search(clause) is not None


def is_fronted(clause: str) -> bool:
    """True for an adverbial phrase, and nothing else, at the head of a sentence.

    >>> is_fronted("According to another portal, Mediazona"), is_fronted("He spoke with Geo")
    (True, False)
    """
    return len(clause.split()) <= 14 and _FRONTED.match(clause) is not None and not has_verb(clause)
