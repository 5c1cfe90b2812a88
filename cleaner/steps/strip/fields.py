"""The fields of an article that stand in its text: title, caption, credit, byline, date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from cleaner.document import Mark
from cleaner.steps.strip.credits import is_caption
from cleaner.steps.strip.dates import is_date
from cleaner.steps.strip.page import Line, Page
from cleaner.steps.strip.subheading import entries
from cleaner.steps.strip.words import opening

_TITLE_WORDS = 3  # at least; shorter first lines are kickers and menus
_GOES_ON = ".,;:。"  # at the end of a line: a sentence, or an item of a list, if there is a line without
_NEAR = 6  # lines between the heads of two entries, at most
_RIGHTS = ("©", "(c)", "copyright")
_NAME = r"(?:[^\W\d_a-z][\w.'’-]+|[A-Z]\.)"
_NAMES = rf"{_NAME}(?:\s(?:(?:van|von|de|da|del|der|di|la|le|el|al|bin|zu)\s)?{_NAME}){{1,3}}"
_MORE = re.compile(rf"\s{_NAMES}(?:\s?(?:,|&|and|und|et|y|e|i|и|та|a|ve)\s{_NAMES}){{0,2}}")


def fields(page: Page, title: str = "", chances: Sequence[float] = ()) -> Iterator[Mark]:
    """Yield the marks of a page's fields, in order; none in a text without prose.

    Args:
        page: The page.
        title: The headline, where the format knows it.
        chances: Of each line to be of the article, where the line model was asked.
    """
    if page.last < 0:
        return
    headline = _title(page, title, chances)
    for i, line in enumerate(page.lines):
        if i == headline:
            yield Mark("title", line.start + _hashes(line.text), line.end)
        elif i < page.first or line.credit:
            yield from _field(page, i, line)


def _hashes(line: str) -> int:
    """How many characters of Markdown stand before a heading."""
    bare = line.lstrip("#")
    return len(line) - len(bare.lstrip()) if bare != line else 0


def _field(page: Page, index: int, line: Line) -> Iterator[Mark]:
    credit = line.credit
    if credit:
        for name, span in (("caption", credit.caption), ("credit", credit.credit)):
            if span:
                yield Mark(name, line.start + span[0], line.start + span[1])
    elif index in page.head:
        name = named(line.text)
        if name and not (name == "date" and _opens_timeline(page, index)):
            yield Mark(name, line.start, line.end)


def _opens_timeline(page: Page, index: int) -> bool:
    """True for a date that heads an entry of a timeline, with the next one close below."""
    series = (heads for heads in entries(page) if index in heads)
    return any(index < i <= index + _NEAR for heads in series for i in heads)


@lru_cache(maxsize=1024)  # asked again of what is left
def named(line: str) -> str:
    """The field that a line of the head is; empty for none."""
    if is_caption(line):
        return "caption"
    return "byline" if is_byline(line) else "date" if is_date(line) else ""


def _title(page: Page, title: str, chances: Sequence[float]) -> int | None:
    """Index of the headline: the line the format calls so, else the likeliest or first that may be one."""
    for i in page.head:
        if title and line_key(page.lines[i].text) == line_key(title):
            return i
    able = _able(page)
    likely = max((chances[i] for i in able), default=0.0) / 2 if chances else 0.0
    return next((i for i in able if not chances or chances[i] >= likely), None)


def _able(page: Page) -> list[int]:
    """Indices of the lines that may be the headline."""
    able = [i for i in page.head if len(page.lines[i].text.split()) >= _TITLE_WORDS]
    able = [i for i in able if not (page.lines[i].known or [*_field(page, i, page.lines[i])])]
    return [i for i in able if page.lines[i].text[-1] not in _GOES_ON] or able


def is_only_headline(page: Page, index: int) -> bool:
    r"""True for a line without which the article would have no headline: it may well be that.

    >>> from cleaner.steps.strip.page import page_of
    >>> body = "The council met on Monday and agreed on a new plan for the old bridge."
    >>> is_only_headline(page_of(f"Privacy policy angers users\n\n{body}"), 0)
    True
    """
    line = page.lines[index].text
    return line[-1] not in _GOES_ON and not line.lower().startswith(_RIGHTS) and _able(page) == [index]


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
