"""Text read in the wrong code page: Cyrillic shown as accented Latin letters, Polish as French ones."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from cleaner.edit import Edit
from cleaner.text.lines import line_spans

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
    languages (benchmarks/encoding.py).
    """
    return _found(text, "repair.encoding")


def find_utf8(text: str) -> Iterator[Edit]:
    """UTF-8 read in a code page: a whole text, or words of one, with no byte lost.

    Committed by every program that takes a page for granted where UTF-8 is written.

    >>> [e.new for e in find_utf8("п÷п╬п╩п╦я┌п╦п╨п╟ п╦ п╬п╠я┴п╣я│я┌п╡п╬")]
    ['Политика', 'и', 'общество']

    Scored as in repair.encoding.  Left alone: what is not UTF-8 for the most part, and single words, which
    repair.mojibake (ftfy) judges by rules of its own.  False alarms: none in 52,000 sentences of 26
    languages.
    """
    return _found(text, "repair.utf8")


def find_whole_utf8(text: str) -> Iterator[Edit]:
    """The same in lines of which every word was UTF-8 from end to end.

    ftfy would choose a page line by line, and some of them wrongly; elsewhere bytes may be lost, which it
    knows how to bear.
    """
    whole = {word.start for word in _restored(text) if not word.hypothesis.undo(word.old)[1]}
    edits = {edit.start: edit for edit in find_utf8(text) if edit.start in whole}
    if not edits:
        return
    from cleaner.text.mojibake.words import WORD

    for start, end in line_spans(text):
        words = [start + m.start() for m in WORD.finditer(text[start:end])]
        if all(at in edits for at in words):
            yield from (edits[at] for at in words)


def _found(text: str, rule: str) -> Iterator[Edit]:
    for word in _restored(text):
        if (word.hypothesis.written == "utf-8") == (rule == "repair.utf8"):
            why = f"{word.hypothesis} (looks like {word.language}, gains {word.gain:.0f} nats)"
            yield Edit(word.start, word.old, word.new, rule, why, CONFIDENCE)


@lru_cache(maxsize=1)
def _restored(text: str) -> tuple[Restored, ...]:
    """What both rules choose from; each is asked about the same text after the other."""
    if text.isascii():
        return ()
    from cleaner.text.mojibake.restore import restored

    return tuple(restored(text))
