"""Lines taken out of a text, and the blank lines around them closed up."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from cleaner.edit import Edit
from cleaner.steps.strip.page import Page


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a page.

    Attributes:
        page: The lines that stay, where they stand in the whole.
        number: Of each of them, the index in the page it is left of.
    """

    page: Page
    number: tuple[int, ...]


class Drop(NamedTuple):
    """A line that should go.

    Attributes:
        line: Its index in the page.
        rule: Id of the rule that says so; its last part is the class of the line.
        why: The evidence.
        confidence: Estimated probability that it is not of the article.
        goes: True if it is taken out, false if that is only proposed.
    """

    line: int
    rule: str
    why: str
    confidence: float
    goes: bool = False


def surest(drops: Iterable[Drop]) -> list[Drop]:
    """One drop a line, one that goes, the surest, then the first; in the order of the page."""
    best: dict[int, Drop] = {}
    for drop in drops:
        other = best.get(drop.line)
        if not other or (drop.goes, drop.confidence) > (other.goes, other.confidence):
            best[drop.line] = drop
    return [best[i] for i in sorted(best)]


def deletions(page: Page, drops: Iterable[Drop]) -> Iterator[Edit]:
    r"""Yield the edits that take lines out, one a line.

    Between the lines that stay as many newlines are left as the larger of the
    gaps around the removed run holds; none before the first line or after the
    last, but the text ends as it ended.

    >>> from cleaner.edit import apply
    >>> from cleaner.steps.strip.page import page_of
    >>> page = page_of("A\nDate:\n\nTags:\nB\n")
    >>> apply(page.text, deletions(page, [Drop(i, "strip.label", "", 1.0) for i in (1, 2)]))
    'A\nB\n'
    """
    ordered = surest(drops)
    for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1].line - pair[0]):
        yield from _run(page, [drop for _, drop in run])


def left_of(page: Page, gone: Container[int], cuts: Mapping[int, int]) -> Left:
    """A page without some lines, and with others cut short: which line ends where."""
    number = tuple(i for i in range(len(page.lines)) if i not in gone)
    lines = (page.lines[i].until(cuts[i]) if i in cuts else page.lines[i] for i in number)
    return Left(Page(page.text, tuple(lines)), number)


def _run(page: Page, run: list[Drop]) -> Iterator[Edit]:
    """Each of some neighbours with the gap after it, or at the end of the text the one before."""
    at_end = run[-1].line == len(page.lines) - 1
    last = run[-1]
    for drop in run:
        start, end = page.lines[drop.line].start, page.lines[drop.line].end
        if at_end:
            start = page.lines[drop.line - 1].end if drop.line else 0
        elif drop is not last or run[0].line == 0:
            start, end = _left(page, drop.line), _left(page, drop.line + 1)
        else:
            start, end = _left(page, drop.line), _closed(page, run[0].line, drop.line)
        yield Edit(start, page.text[start:end], "", drop.rule, drop.why, drop.confidence)


def _left(page: Page, index: int) -> int:
    """Where the line begins with its indentation; the text's own start for the first."""
    return page.text.rfind("\n", 0, page.lines[index].start) + 1 if index else 0


def _closed(page: Page, first: int, last: int) -> int:
    """Where a deletion ends that leaves the larger of the two gaps: the smaller one's newlines go with it."""
    before = page.text.count("\n", page.lines[first - 1].end, page.lines[first].start)
    start, stop = page.lines[last].end, page.lines[last + 1].start
    for _ in range(min(before, page.text.count("\n", start, stop))):
        start = page.text.index("\n", start) + 1
    return start
