"""How a sentence reads across a seam: with a comma, with nothing, or with the stop that was lost."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.steps.unglue.sentence import has_verb, head, is_fronted, tail
from cleaner.steps.unglue.words import ADVERBIALS, JOINS, OPENERS, SUBJECTS

UNSURE = 0.7  # a stop was lost, or more than that: the sentence does not say

_SUBJECTS, _JOINS = frozenset(SUBJECTS.split()), frozenset(JOINS.split())
_COMMA = _SUBJECTS | {"About", "Around", "Nearly", "Almost", "Despite", "Although", "While", "When", "Since"}
_OPENS = frozenset(ADVERBIALS.split()) & frozenset(OPENERS.split())
_AMOUNT = re.compile(r"(?:About|Around|Nearly|Almost) \d")
_TWO_CLAUSES = re.compile(r"[^,.:;]{4,80}, (?P<rest>.*)", re.S)


class Joint(NamedTuple):
    """What belongs between the two words, whether the second keeps its capital, and how sure that is."""

    between: str
    lower: bool
    reason: str
    confidence: float


def joint(text: str, start: int, at: int, word: str, sure: float) -> Joint | None:
    """Say how ``text[:start]`` and the capital function word at ``at`` belong together; None if they do not.

    A comma after a fronted phrase; nothing before a conjunction, or before an adverbial that ends a
    clause; a stop (unsure) before a new subject, or before an adverbial that opens a clause of its own.
    """
    before = head(text, start)
    if len(before.split()) < 2:
        return None
    fronted, opens = is_fronted(before), word in _SUBJECTS or (word in _OPENS and _two_clauses(text, at))
    if fronted and word in _COMMA:
        return Joint(", ", True, "after a fronted phrase", sure)
    if word in _JOINS or (not opens and (fronted or has_verb(before))) or _AMOUNT.match(text, at):
        return Joint(" ", True, "in mid-sentence", sure)
    return Joint(". ", False, "and opens a clause of its own", UNSURE) if opens and has_verb(before) else None


def _two_clauses(text: str, at: int) -> bool:
    """True if a comma parts what begins at ``at`` from a clause with a verb of its own."""
    rest = _TWO_CLAUSES.match(tail(text, at))
    return rest is not None and has_verb(rest["rest"])
