"""Quotations that are opened and never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Finding

_MARK = re.compile('[“”„«»"]')
_SENTENCE = re.compile(r"[^\n]*?(?:[.!?…](?=\s|$)|(?=\n|$))")
_BEFORE_OPENING = frozenset("([{—–-/")


def find(text: str) -> Iterator[Finding]:
    r"""Point at a quotation mark that opens a quotation nobody closes.

    Damage: the closing mark is lost, so the reporter's words read as the speaker's, or the other way
    round. Made by machine translation across paragraph ends and by extractors that drop ``</q>`` and
    ``</blockquote>``.

    >>> text = "“We began with seven people.\n\nPutin does not like that. “Running is dangerous,” said Ivan."
    >>> [text[f.start:f.end] for f in find(text)]
    ['“We began with seven people.']

    A quotation is open until its closing mark, over paragraphs if need be; a long one may repeat its opening
    mark at the head of each paragraph.  Marks are „…“, “…”, «…», »…« and "…", told apart by what stands on
    either side.  Left alone: apostrophes, single quotes, inches, closing marks without an opening one.
    """
    unclosed: list[int] = []
    for at, opens in _marks(text):
        if not opens:
            if unclosed:
                unclosed.pop()
        elif not (unclosed and _heads_paragraph(text, at) and _heads_paragraph(text, unclosed[-1])):
            unclosed.append(at)
    for at in unclosed:
        end = _SENTENCE.match(text, at + 1)
        yield Finding(
            at,
            end.end() if end else at + 1,
            "check.quotation",
            "opened here and never closed: who says what?",
        )


def _marks(text: str) -> Iterator[tuple[int, bool]]:
    """Place of each quotation mark, and whether it opens."""
    opening = {"„", "“"} - ({"“"} if "„" in text else set())
    opening.add("»" if re.search(r"(?<![^\s(])»\w", text) else "«")
    for mark in _MARK.finditer(text):
        sign, at = mark[0], mark.start()
        if sign in "«»":  # French sets them off with spaces
            yield at, sign in opening
        else:
            yield at, _opens(text, at, sign in opening)


def _opens(text: str, at: int, by_sign: bool) -> bool:
    """By what stands on either side, since writers mix the signs up; by the sign where words touch both."""
    free_before = at == 0 or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING
    free_after = not text[at + 1 : at + 2].strip()
    return not free_after and (free_before or (by_sign and text[at + 1].isalnum() and text[at - 1].isalnum()))


def _heads_paragraph(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"
