"""A text as a page: its lines, and where the article begins and ends in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cleaner.steps.strip.credits import Credit, credit_of
from cleaner.steps.strip.words import folded, opening
from cleaner.text.lines import line_spans

_STOPS = frozenset(".!?…。！？")
_CLOSERS = "\"'”’»“]*"
_SIGNED = re.compile(r"[.!?…。！？][\"'”’»“]*(?:\s?\([\w/., ]{2,12}\)|\))+$")
_PROSE = 60  # characters: the shortest line that counts as a paragraph; headlines have no stop
_WORDS = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        start: Where it begins in the whole text, after its white space.
        end: Where it ends, before its white space.
        text: What lies between.
        folded: As it is compared with the tables of words.
        prose: True for a paragraph of an article, as far as a line tells by itself.
        credit: Its picture credit, if it has one.
        speaks: "notice" or "comment" if it begins as lines of the site do, else empty.
    """

    start: int
    end: int
    text: str
    folded: str
    prose: bool
    credit: Credit | None
    speaks: str


@dataclass(frozen=True)
class Page:
    """The lines of a text that are not blank.

    Attributes:
        text: The whole text.
        lines: Its lines, in order.
    """

    text: str
    lines: tuple[Line, ...]

    @cached_property
    def first(self) -> int:
        """Index of the first paragraph of prose; the number of lines if there is none."""
        return next((i for i, line in enumerate(self.lines) if line.prose), len(self.lines))

    @cached_property
    def last(self) -> int:
        """Index of the last paragraph of prose, or -1."""
        return next((i for i in range(len(self.lines) - 1, -1, -1) if self.lines[i].prose), -1)

    @property
    def head(self) -> range:
        """Indices of the lines before the first paragraph; none in a text without prose."""
        return range(self.first) if self.last >= 0 else range(0)

    @property
    def tail(self) -> range:
        """Indices of the lines after the last paragraph; none in a text without prose."""
        return range(self.last + 1, len(self.lines)) if self.last >= 0 else range(0)

    def outside(self, index: int) -> bool:
        """True if a line stands before the first paragraph or after the last."""
        return self.last >= 0 and (index < self.first or index > self.last)


@lru_cache(maxsize=4)  # every rule of the step looks at the same text
def page_of(text: str) -> Page:
    r"""Cut a text into a page.

    >>> [line.text for line in page_of("Home\n\n  A headline \n").lines]
    ['Home', 'A headline']
    """
    return Page(text, tuple(_line(text, a, b) for a, b in line_spans(text) if text[a:b].strip()))


def _line(text: str, start: int, end: int) -> Line:
    raw = text[start:end]
    bare = raw.strip()
    start += len(raw) - len(raw.lstrip())
    credit = credit_of(bare)
    speaks = next((kind for kind in ("notice", "comment") if opening(kind, bare)), "")
    prose = not (credit or speaks) and is_prose(bare)
    return Line(start, start + len(bare), bare, folded(bare), prose, credit, speaks)


def is_prose(line: str) -> bool:
    """True for a paragraph: long enough, and it ends as sentences do.

    >>> is_prose("Vladimir Putin must accept resistance from his own ranks in the war in Ukraine.")
    True
    """
    if len(line) < _PROSE or line.count(" ") < _WORDS:
        return False
    end = line[-24:].rstrip(_CLOSERS)
    return end[-1:] in _STOPS or (end.endswith(")") and bool(_SIGNED.search(end)))
