"""A quotation mark put back where its partner says it must have stood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.text.quotation import unpaired

NEAR_SPEAKER = 0.75  # who speaks is said just behind; what belongs to the quotation stays a guess
WHOLE_PARAGRAPH = 0.6  # the quotation may have ended before the paragraph does

_CLOSING = {"“": "”", "„": "“", "«": "»", "»": "«", '"': '"'}
_OPENING = {"”": "“", "“": "„", "»": "«", "«": "»", '"': '"'}
_SAID = (
    r"said|says|told|explained|added|wrote|writes|asked|replied|warned|insisted|recalled|stressed|"
    r"sagte|sagt|erklärte|schrieb|betonte|meinte|fügte|so|dit|déclaré|dijo|disse|сказал|сказала|заявил|заявила"
)
_NAME = r"[^\W\d_a-zа-яß-ÿ][\w.’'-]+"
_PARAGRAPH = 3000  # code points; longer ones are not looked through
_SPEAKER = re.compile(rf",(?= (?:(?:he|she|they|it|the [a-z]+|{_NAME}(?: {_NAME})?) )?(?:{_SAID})\b)")


def find(text: str) -> Iterator[Edit]:
    """Propose the lost partner of a quotation mark.

    Damage: one of the two marks is lost, mostly with a tag or at the end of a segment.  Made by
    extractors and by machine translation sentence by sentence.

    >>> [(e.start, e.new) for e in find("“We will stay, he said. The crowd went home.")]
    [(14, '”')]
    >>> [(e.start, e.new) for e in find("We will stay,” he said. The crowd went home.")]
    [(0, '“')]

    Only proposed: behind the comma before a speaker, else at the end of a paragraph that the open mark
    heads; a lost opening mark at the head of the paragraph, if the closing one stands in its first
    sentence.  Left alone: every other mark without a partner (``check.quotation`` points at it).
    """
    unclosed, unopened = unpaired(text)
    for at in unclosed:
        yield from _close(text, at)
    for at in unopened:
        yield from _open(text, at)


def _close(text: str, at: int) -> Iterator[Edit]:
    end = text.find("\n", at, at + _PARAGRAPH)
    end = at + len(text[at : at + _PARAGRAPH].rstrip()) if end < 0 else end
    stop = re.compile(r"[.!?](?=\s|$)").search(text, at, end)
    speaker = _SPEAKER.search(text, at, stop.end() if stop else end)
    mark = _CLOSING.get(text[at], "”")
    if speaker:
        place = speaker.end() if text[at] in '“"' else speaker.start()  # „…“, sagte er; “…,” he said
        yield Edit(
            place, "", mark, "unglue.quote", f"{text[at]} is open, and a speaker follows", NEAR_SPEAKER
        )
    elif (at == 0 or text[at - 1] == "\n") and text[end - 1 : end] in {".", "!", "?", "…"}:
        yield Edit(
            end, "", mark, "unglue.quote", f"{text[at]} heads the paragraph, still open", WHOLE_PARAGRAPH
        )


def _open(text: str, at: int) -> Iterator[Edit]:
    near = max(0, at - _PARAGRAPH)
    start = text.rfind("\n", near, at) + 1
    if start < near:
        return
    said = text[start:at]
    inches = text[at] == '"' and said[-1:].isdigit()
    if text[at] in _OPENING and not inches and len(said) > 3 and not re.search(r"[.!?] |[“”„«»\"]", said):
        mark = _OPENING[text[at]]
        why = f"{text[at]} closes what no mark opens"
        yield Edit(start, "", mark, "unglue.quote", why, NEAR_SPEAKER)
