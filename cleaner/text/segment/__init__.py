"""Sentences of a text, offline, by rules.

A stop ends a sentence unless something says that it does not: an abbreviation,
an ordinal, an initial, a small letter behind it, a quotation that goes on.
What is known of each language stands as data in ``words.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.text.segment.boundary import CLOSERS, ends
from cleaner.text.segment.lines import units
from cleaner.text.segment.words import Words, words_for

_STOP = re.compile(
    rf"(?<![.!?…])[.!?…]+(?:[{re.escape(CLOSERS)}]|[ \u00a0\u202f]»(?=[\s,]|\Z)|\[\d+\])*(?=\s|\Z)"
    r"|[。！？]+[」』”’）]*|[؟۔।](?=\s)"
)


def segments(text: str, lang: str | None = None) -> Iterator[tuple[int, int]]:
    """Yield the span of each sentence, without the white space around it.

    Only white space stands between two spans, and none crosses an empty line.
    Time is linear in the length of the text.

    Args:
        text: Any text.
        lang: BCP 47 tag of its language; None to go by the small words it uses.

    >>> list(segments("Dr. Weber kam am 3. Mai. Er ging."))
    [(0, 24), (25, 33)]
    """
    words = words_for(text, lang)
    for start, end in units(text):
        yield from _sentences(text, start, end, words)


def _sentences(text: str, start: int, end: int, words: Words) -> Iterator[tuple[int, int]]:
    begin = _skip(text, start, end)
    for match in _STOP.finditer(text, begin, end):
        stop, after = match.span()
        if (
            after < end
            and stop > begin
            and (text[stop] not in ".!?…" or ends(text, begin, stop, after, words))
        ):
            yield begin, after
            begin = _skip(text, after, end)
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        yield begin, end


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
