"""Text read in the wrong code page: Cyrillic shown as accented Latin letters, Polish as French ones."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from cleaner.edit import Edit

if TYPE_CHECKING:
    from cleaner.text.mojibake.restore import Restored

CONFIDENCE = (
    0.98  # see the false alarms in find_encoding; all words of one misreading together are sure or not made
)


def find_encoding(text: str) -> Iterator[Edit]:
    """Bytes of one code page read in another: each letter stands for another one throughout.

    Committed by programs that take the page of their own country for granted: old databases, mail, subtitles,
    archives.  ftfy, which looks for UTF-8, cannot undo it and damages some of it.

    >>> [e.new for e in find_encoding("Ïðåçèäåíò ïîäïèñàë óêàç")]
    ['Президент', 'подписал', 'указ']

    Every word is scored by its letters in 42 languages, as it stands and as it would read in other pages; it
    is changed only if the whole text gains beyond doubt.  Left alone: single foreign names, single letters
    even if they look odd, and languages that no table knows.  False alarms: none in 52,000 sentences of 26
    languages, none of which the tables were made from.
    """
    return _found(text, "repair.encoding")


def find_utf8(text: str) -> Iterator[Edit]:
    """UTF-8 read in a page that ftfy does not know, or mixed with other text in a way that ftfy leaves alone.

    Committed by the programs of find_encoding, and by those that join texts from several sources.

    >>> [e.new for e in find_utf8("п÷п╬п╩п╦я┌п╦п╨п╟ п╦ п╬п╠я┴п╣я│я┌п╡п╬")]
    ['Политика', 'и', 'общество']

    Scored as in repair.encoding, after ftfy.  Left alone: what is not most of all valid UTF-8.  False alarms:
    none in 52,000 sentences of 26 languages.
    """
    return _found(text, "repair.utf8")


def _found(text: str, rule: str) -> Iterator[Edit]:
    if text.isascii():
        return
    from cleaner.text.mojibake.hypothesis import UTF8

    for word in _restored(text):
        if (word.hypothesis.written == UTF8) == (rule == "repair.utf8"):
            why = f"{word.hypothesis} (looks like {word.language}, gains {word.gain:.0f} nats)"
            yield Edit(word.start, word.old, word.new, rule, why, CONFIDENCE)


@lru_cache(maxsize=1)
def _restored(text: str) -> tuple[Restored, ...]:
    """What both rules choose from; each is asked about the same text after the other."""
    from cleaner.text.mojibake.restore import restored

    return tuple(restored(text))
