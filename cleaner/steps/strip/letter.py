"""What an article quotes whole: a letter to its end, an e-mail with its header."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.steps.strip.page import Line, Page
from cleaner.steps.strip.words import words

_BODY = 3  # lines above the end of a letter, among which is a paragraph of it
_SIGNED = 3  # lines below it, at most: a name, an office, a place
_NAME = 6  # words of such a line, at most
_FIELDS = 3  # lines of a header, at least
_OTHER = re.compile(r"\d|[:,]$|^\W")  # no name and no place: a date, a bullet, a salutation, "Anna writes:"
_FIELD = re.compile(r"[*>]*\s*(?P<name>[^\W\d_][\w-]{0,11})\*{0,2}\s?:\*{0,2}\s*[^\s*]")


def quoted(page: Page) -> set[int]:
    r"""Lines that look like the page's, and are of a letter or an e-mail that stands in the article.

    >>> from cleaner.steps.strip.page import page_of
    >>> body = "I look forward to your reply, and I hope that the bridge will be open again by then."
    >>> sorted(quoted(page_of(f"Letters\n\n{body}\n\nYours sincerely,\n\nJ. R. Hartley\n\nNorwich")))
    [2, 3, 4]
    >>> sorted(quoted(page_of("From: Jane\nTo: Ben\nDate: 6 May 2024\nSubject: bridge\n\nDear Ben")))
    [0, 1, 2, 3]
    """
    return {*_ends(page), *_headers(page)}


def _ends(page: Page) -> Iterator[int]:
    """The end of each letter: the line that closes it, and who signed."""
    for i, line in enumerate(page.lines):
        if _closes(line) and any(above.prose for above in page.lines[max(i - _BODY, 0) : i]):
            yield from (i, *_signature(page, i + 1))


def _closes(line: Line) -> bool:
    """True for "Yours sincerely," and its like."""
    return line.folded.rstrip(",!") in words("closing")


def _signature(page: Page, start: int) -> Iterator[int]:
    """The lines below the end of a letter, up to the first that is no name and no place."""
    for i, line in enumerate(page.lines[start : start + _SIGNED], start):
        if line.known or line.opens or len(line.text.split()) > _NAME or _OTHER.search(line.text):
            return
        yield i


def _headers(page: Page) -> Iterator[int]:
    """The lines of each header: some fields of an e-mail, one below the other, no two the same."""
    run: dict[str, int] = {}
    for i, line in enumerate(page.lines):
        name = _field(line.text)
        if run and (line.gap > 1 or not name or name in run):
            yield from run.values() if len(run) >= _FIELDS else ()
            run = {}
        if name:
            run[name] = i
    yield from run.values() if len(run) >= _FIELDS else ()


def _field(line: str) -> str:
    """The name of the field of an e-mail that a line is; empty for none."""
    field = _FIELD.match(line)
    name = field["name"].lower() if field else ""
    return name if name in words("mail") else ""
