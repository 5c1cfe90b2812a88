"""Quotation marks of a text: which open, which close, and which have no partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARK = re.compile('[“”„«»"]|’’|‘‘')
_FIXED = frozenset({"«", "»", "’’"})  # these say by themselves which they are
_BEFORE_OPENING = frozenset("([{—–-/")
_AFTER_CLOSING = frozenset({"", ".", ",", ";", ":", "!", "?", ")", "]"})


def marks(text: str) -> Iterator[tuple[int, bool]]:
    r"""Yield the place of each mark „ “ ” « » " and whether it opens a quotation.

    Told by what stands on either side, since writers mix the signs up; guillemets, which French sets off
    with spaces, by the sign and the custom of the text (»…« or «…»).

    >>> [opens for _, opens in marks("„Ja“, sagte er, und sie: \"Nein\"")]
    [True, False, True, False]
    """
    opening = {"„", "“"} - ({"“"} if "„" in text else set())
    opening.add("»" if re.search(r"(?<![^\s(])»\w", text) else "«")
    for mark in _MARK.finditer(text):
        sign, at = mark[0], mark.start()
        if sign in _FIXED:
            yield at, sign in opening
        elif sign == "‘‘":
            yield at, not text[max(0, at - 1) : at].strip()
        else:
            yield at, _opens(text, at, sign in opening)


def _opens(text: str, at: int, by_sign: bool) -> bool:
    free_before = at == 0 or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING
    free_after = text[at + 1 : at + 2].strip() in _AFTER_CLOSING
    return not free_after and (free_before or (by_sign and text[at + 1].isalnum() and text[at - 1].isalnum()))


def unpaired(text: str) -> tuple[list[int], list[int]]:
    """Return the places of opening marks that are never closed, and of closing ones that were never opened.

    A quotation is open until its closing mark, over paragraphs if need be; a long one may repeat its opening
    mark at the head of each paragraph.

    >>> unpaired("“We stay, he said. She left.”"), unpaired("“We stay, he said.")
    (([], []), ([0], []))
    """
    unclosed: list[int] = []
    unopened: list[int] = []
    for at, opens in marks(text):
        if opens:
            if not (unclosed and _heads_paragraph(text, at) and _heads_paragraph(text, unclosed[-1])):
                unclosed.append(at)
        elif unclosed:
            unclosed.pop()
        else:
            unopened.append(at)
    return unclosed, unopened


def _heads_paragraph(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"
