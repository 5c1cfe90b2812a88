"""Two words become one where a link or a block ended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.steps.unglue.joint import joint
from cleaner.steps.unglue.sentence import is_prose
from cleaner.steps.unglue.words import ADVERBIALS, OPENERS, SUBJECTS, either

SURE = 0.97  # 0 false alarms in 1.0 million words of clean English news

_WORDS = f"{OPENERS} {ADVERBIALS} And But"
_GLUED = re.compile(rf"(?P<second>{either(_WORDS)})(?= (?P<next>\S))")
_BEFORE_NAMES = frozenset(_WORDS.split()) - frozenset(SUBJECTS.split())
_FIRST = re.compile(r"[\w’'-]{2,}[a-zß-ÿ]$")
_REACH = 60  # code points; longer words are no words


def find(text: str) -> Iterator[Edit]:
    """Split a capitalised function word off the name it is glued to.

    Damage: the space between the text of a link and what follows it is lost, and machine translation took
    the rest for a new sentence, hence the capital.  Made by extractors that drop tags without a space,
    and by content farms that translate link by link.

    >>> from cleaner.edit import apply
    >>> text = "According to the portal MediazonaDespite the new rules, the exodus went on."
    >>> apply(text, find(text))
    'According to the portal Mediazona, despite the new rules, the exodus went on.'

    After a fronted phrase (a preposition, no verb) the seam reads as a comma; after a whole clause a stop
    was lost, and that is only proposed.  Left alone: camel case without a function word for its second
    half (MacBook, AirPods), short function words (MoveOn, LinkedIn, OmegA), a capital after the seam
    (TheNextWeb), headlines.  False alarms: 0 made in 1.0 million words of clean English news.
    """
    for seam in _GLUED.finditer(text):
        at, word = seam.start(), seam["second"]
        first = _FIRST.search(text, max(0, at - _REACH), at)
        if first is None or _is_title(seam) or not is_prose(text, at):
            continue
        if found := joint(text, at, at, word, SURE):
            why = f"{first[0]!r} and the function word {word!r} are two words, {found.reason}"
            new = found.between + (word.lower() if found.lower else word)
            yield Edit(at, word, new, "unglue.glued", why, found.confidence)


def _is_title(seam: re.Match[str]) -> bool:
    """A capital after a short function word: TheNextWeb spaced out, not a seam."""
    return seam["next"].isupper() and seam["second"] not in _BEFORE_NAMES
