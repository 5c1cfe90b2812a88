"""Lines taken out of a text, and the blank lines around them closed up."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from cleaner.document import Mark
from cleaner.edit import Edit, apply
from cleaner.steps.strip.page import Page, page_of


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a page.

    Attributes:
        page: The lines that stay, as a page of its own.
        number: Of each of its lines, the index in the page it is left of.
    """

    page: Page
    number: tuple[int, ...]

    def moved(self, marks: Iterable[Mark], whole: Page) -> Iterator[Mark]:
        """Marks of what is left, in the offsets of the whole."""
        starts = [line.start for line in self.page.lines]
        for mark in marks:
            i = bisect(starts, mark.start) - 1
            by = whole.lines[self.number[i]].start - starts[i]
            yield Mark(mark.name, mark.start + by, mark.end + by)


@dataclass(frozen=True, slots=True)
class Drop:
    """A line that should go.

    Attributes:
        index: Which line of the page.
        rule: Id of the rule that says so; its last part is the class of the line.
        why: The evidence.
        confidence: Estimated probability that it is not of the article.
        goes: True if it is taken out, false if that is only proposed.
    """

    index: int
    rule: str
    why: str
    confidence: float
    goes: bool = False


def surest(drops: Iterable[Drop]) -> list[Drop]:
    """One drop a line, one that goes, the surest, then the first; in the order of the page."""
    best: dict[int, Drop] = {}
    for drop in drops:
        other = best.get(drop.index)
        if not other or (drop.goes, drop.confidence) > (other.goes, other.confidence):
            best[drop.index] = drop
    return [best[i] for i in sorted(best)]


def deletions(page: Page, drops: Iterable[Drop]) -> Iterator[Edit]:
    r"""Yield the edits that take lines out, one a line.

    Between the lines that stay as many newlines are left as the larger of the
    gaps around the removed run holds; none before the first line or after the
    last, but the text ends as it ended.

    >>> page = page_of("A\nDate:\n\nTags:\nB\n")
    >>> apply(page.text, deletions(page, [Drop(i, "strip.label", "", 1.0) for i in (1, 2)]))
    'A\nB\n'
    """
    ordered = surest(drops)
    for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1].index - pair[0]):
        yield from _run(page, [drop for _, drop in run])


def left_of(page: Page, gone: Iterable[Drop], cuts: Iterable[Edit]) -> Left:
    """A page without some lines and with some cuts inside the others."""
    drops = {drop.index: drop for drop in gone}
    cut = [e for e in cuts if not any(page.lines[i].start <= e.start < page.lines[i].end for i in drops)]
    if not drops and not cut:
        return Left(page, tuple(range(len(page.lines))))
    text = apply(page.text, [*deletions(page, drops.values()), *cut])
    return Left(page_of(text), tuple(i for i in range(len(page.lines)) if i not in drops))


def _run(page: Page, run: list[Drop]) -> Iterator[Edit]:
    """Each of some neighbours with the gap after it, or at the end of the text the one before."""
    at_end = run[-1].index == len(page.lines) - 1
    last = run[-1]
    for drop in run:
        start, end = page.lines[drop.index].start, page.lines[drop.index].end
        if at_end:
            start = page.lines[drop.index - 1].end if drop.index else 0
        elif drop is not last or run[0].index == 0:
            start, end = _left(page, drop.index), _left(page, drop.index + 1)
        else:
            start, end = _left(page, drop.index), _closed(page, run[0].index, drop.index)
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
