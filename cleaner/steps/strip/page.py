"""A text as a page: its lines, and where the article begins and ends in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from cleaner.steps.strip.credits import Credit, credit_of
from cleaner.steps.strip.words import KINDS, folded, known, openings

_STOPS = frozenset(".!?…。！？")
_CLOSERS = "\"'”’»“]*"
_SIGNED = re.compile(r"[.!?…。！？][\"'”’»“]*(?:\s?\([\w/., ]{2,12}\)|\))+$")
_GOES_ON = re.compile(r"\s?: (?P<first>\w+)(?![.\w])")
_DIGITS = re.compile(r"\d+")
TRAITS = (*KINDS, "prose", "credit", "caption", "byline", "teaser", "notice", "comment", "dated")
_PROSE = 60  # characters: the shortest line that counts as a paragraph; headlines have no stop
_WORDS = 8


class Facts(NamedTuple):
    """What a line tells by itself.

    Attributes:
        folded: As it is compared with the tables of words.
        known: Which of those tables hold it, as bits (``words.KINDS``).
        opens: The tables that have a phrase it begins with, and the phrase's length.
        prose: True for a paragraph of an article.
        credit: Its picture credit, if it has one.
        speaks: "notice" or "comment" if it begins as lines of the site do, else empty.
        shape: What lines that differ in digits only have in common.
        traits: All this as bits, as ``TRAITS`` names them.
    """

    folded: str
    known: int
    opens: Mapping[str, int]
    prose: bool
    credit: Credit | None
    speaks: str
    shape: str
    traits: int


class Line(NamedTuple):
    """A line that is not blank: where it stands in the whole text, and what it tells by itself.

    Attributes:
        start: Where it begins, after its white space.
        end: Where it ends, before its white space.
        text: What lies between.
        gap: Newlines since the line before.
        indent: Characters of white space before it.
    """

    start: int
    end: int
    text: str
    gap: int
    indent: int
    folded: str
    known: int
    opens: Mapping[str, int]
    prose: bool
    credit: Credit | None
    speaks: str
    shape: str
    traits: int

    def until(self, end: int) -> Line:
        """The line, cut short."""
        bare = self.text[: end - self.start].rstrip()
        return Line(self.start, self.start + len(bare), bare, self.gap, self.indent, *facts(bare))


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
    return Page(text, tuple(_lines(text)))


def _lines(text: str) -> Iterator[Line]:
    at = gap = 0
    before = ""
    for raw in text.split("\n"):
        if bare := raw.strip():
            indent = len(raw) - len(raw.lstrip()) if len(bare) < len(raw) else 0
            start = at + indent
            third = bare.startswith("(c)") and before.startswith("(b)")
            yield Line(start, start + len(bare), bare, gap, indent, *facts(bare, third))
            gap, before = 0, bare
        at += len(raw) + 1
        gap += 1


@lru_cache(maxsize=4096)  # the rules look again at what is left, and pages of one site share their menus
def facts(line: str, listed: bool = False) -> Facts:
    """Look at a line by itself; the third of a list has no copyright sign but its letter."""
    low, opens, credit, speaks = folded(line), openings(line), None if listed else credit_of(line), ""
    tables = known().get(low, 0)
    traits = tables | (credit is not None) << len(KINDS) + 1
    if opens:
        speaks = next(
            (k for k in ("notice", "comment") if k in opens and not _is_subject(line, opens[k])), ""
        )
        for bit, kind in enumerate(TRAITS[len(KINDS) + 2 :], len(KINDS) + 2):
            traits |= (kind in opens) << bit
    prose = not (credit or speaks) and is_prose(line)
    traits |= prose << len(KINDS)
    return Facts(low, tables, opens, prose, credit, speaks, _DIGITS.sub("0", low) or line, traits)


def _is_subject(line: str, end: int) -> bool:
    """True if words of the page, up to there, are what a line is about: it goes on behind a colon.

    >>> _is_subject("All rights reserved: who owns a joke?", 19), _is_subject("Follow us on: Facebook", 12)
    (True, False)
    """
    more = _GOES_ON.match(line, end)
    return bool(more and (more["first"][0].islower() or line[-1] == "?"))


def is_prose(line: str) -> bool:
    """True for a paragraph: long enough, and it ends as sentences do.

    >>> is_prose("Vladimir Putin must accept resistance from his own ranks in the war in Ukraine.")
    True
    """
    if len(line) < _PROSE or line.count(" ") < _WORDS:
        return False
    end = line[-24:].rstrip(_CLOSERS)
    return end[-1:] in _STOPS or (end.endswith(")") and bool(_SIGNED.search(end)))
