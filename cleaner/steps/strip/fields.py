"""The fields of an article that stand in its text: title, caption, credit, byline, date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from cleaner.document import Mark
from cleaner.steps.strip.credits import is_caption
from cleaner.steps.strip.dates import is_date
from cleaner.steps.strip.page import Line, Page
from cleaner.steps.strip.words import opening

_TITLE_WORDS = 3  # at least; shorter first lines are kickers and menus
_NAME = r"(?:[^\W\d_a-z][\w.'’-]+|[A-Z]\.)"
_NAMES = rf"{_NAME}(?:\s(?:(?:van|von|de|da|del|der|di|la|le|el|al|bin|zu)\s)?{_NAME}){{1,3}}"
_MORE = re.compile(rf"\s{_NAMES}(?:\s?(?:,|&|and|und|et|y|e|i|и|та|a|ve)\s{_NAMES}){{0,2}}")


def fields(page: Page, dropped: Set[int], title: str = "") -> Iterator[Mark]:
    """Yield the marks of a page's fields, in order; none in a text without prose.

    Args:
        page: The page.
        dropped: Indices of lines that are going; none of them is a field.
        title: The headline, where the format knows it.
    """
    if page.last < 0:
        return
    headline = _title(page, dropped, title)
    for i, line in enumerate(page.lines):
        if i == headline:
            yield Mark("title", line.start, line.end)
        elif i not in dropped:
            yield from _field(page, i, line)


def _field(page: Page, index: int, line: Line) -> Iterator[Mark]:
    credit = line.credit
    if credit:
        for name, span in (("caption", credit.caption), ("credit", credit.credit)):
            if span:
                yield Mark(name, line.start + span[0], line.start + span[1])
    elif index in page.head and is_caption(line.text):
        yield Mark("caption", line.start, line.end)
    elif index in page.head and is_byline(line.text):
        yield Mark("byline", line.start, line.end)
    elif index in page.head and is_date(line.text):
        yield Mark("date", line.start, line.end)


def _title(page: Page, dropped: Set[int], title: str) -> int | None:
    """Index of the headline: the line the format calls so, else the first of the head that may be one."""
    for i in page.head:
        if title and line_key(page.lines[i].text) == line_key(title):
            return i
    for i in page.head:
        line = page.lines[i]
        if i not in dropped and len(line.text.split()) >= _TITLE_WORDS and not [*_field(page, i, line)]:
            return i
    return None


def line_key(line: str) -> str:
    """A line without its case and spacing."""
    return " ".join(line.split()).casefold()


def is_byline(line: str) -> bool:
    """True for the word "by" and up to three names in capitals, nothing else.

    >>> is_byline("By Anna Gruber and Tom Hale"), is_byline("By train to the sea")
    (True, False)
    """
    lead = opening("byline", line)
    return bool(lead and _MORE.fullmatch(line, len(lead)))
