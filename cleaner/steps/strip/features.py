"""What the line model sees of a page: a row of numbers for each of its lines.

Nothing here depends on the language or on one site.  A line is seen by its shape
(length, capitals, digits, how it ends), by words that hint at its use, and by its
looks among the others of its page: is it there twice, do its words occur in the
paragraphs.  What stands around it is added in ``context``.

Many pages are looked at in one go, for speed; no number depends on the other pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.steps.strip.dates import is_date
from cleaner.steps.strip.glyphs import DIGIT, LOWER, MARK, OTHER, PAUSE, SPACE, STOP, UPPER, Glyphs, glyphs
from cleaner.steps.strip.page import TRAITS, Line, Page
from cleaner.steps.strip.subheading import on_comments
from cleaner.steps.strip.vocabulary import Vocabulary, hints, vocabulary
from cleaner.steps.strip.words import signals

Matrix = NDArray[np.float32]
Count = NDArray[np.int64]

_NUMERIC_DATE = re.compile(r"\b(?:\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}|\d{4}-\d\d-\d\d|(?:19|20)\d\d)\b")
_TIME = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_MARKS = (("©",), ("http", "www.", "@", ".com"), ("|", "»", "›", " > "))  # rights, addresses, trails
_MOST = 4  # marks of a kind in a line; more are as many
SHAPE = 19  # columns that tell the shape of a line: the first ones
GROUPS = slice(29, 39)  # columns that hold the share of the words of each group
PROSE = 39 + TRAITS.index("prose")
_PAGES = 16  # looked at in one go: so many fit the processor's cache
_SHORT = 200  # characters; longer lines are not looked through for dates


class _Sight(NamedTuple):
    """What is seen of the lines of a page, each by itself.

    Attributes:
        rows: Shape, wording and flags, a row a line.
        words: The longer words of the lines.
    """

    rows: Matrix
    words: Vocabulary


def _sights(pages: Sequence[Page]) -> Iterator[_Sight]:
    """Look at the lines of pages; no page is empty."""
    lines = [line for page in pages for line in page.lines]
    joined = "\n".join(line.text for line in lines)
    found = glyphs(joined)
    columns = [_shape(found), *_wording(found), *_flags(lines, joined, found)]
    rows = np.column_stack(columns).astype(np.float32)
    end = 0
    for page, words in zip(pages, vocabulary(found, [len(page.lines) for page in pages]), strict=True):
        start, end = end, end + len(page.lines)
        yield _Sight(rows[start:end], words)


def features(pages: Sequence[Page]) -> Matrix:
    """One row a line, page after page, one column a feature; float32, not scaled.  No page is empty."""
    parts = (pages[at : at + _PAGES] for at in range(0, len(pages), _PAGES))
    seen = [sight for part in parts for sight in _sights(part)]
    rows = np.concatenate([sight.rows for sight in seen])
    sizes = [len(page.lines) for page in pages]
    shared = Vocabulary.shared([sight.words for sight in seen], sizes, rows[:, PROSE] > 0)
    lines = [line for page in pages for line in page.lines]
    space = np.minimum([(line.gap, line.indent) for line in lines], (3, 8)).astype(np.float32)
    rows[[*_subjects(pages)], SHAPE:PROSE] = 0
    twins = np.array([pair for page in pages for pair in _twins(page)], np.float32)
    return np.column_stack([rows, shared, space, twins])


def _subjects(pages: Sequence[Page]) -> Iterator[int]:
    """Rows of the lines that head paragraphs on comments: their words are no hint at the readers' own."""
    start = 0
    for page in pages:
        yield from (start + i for i in range(len(page.lines)) if on_comments(page, i))
        start += len(page.lines)


def _shape(found: Glyphs) -> NDArray[np.float64]:
    """What lines look like."""
    kind, first, last, owner = found.kind, found.first, found.last, found.owner
    n, size = len(first), (last - first + 1).astype(np.float64)
    per = np.bincount(owner * 8 + kind, minlength=8 * n).reshape(n, 8).astype(np.float64)
    least, begin = np.maximum(found.per_line, 1), kind[found.begins]

    def many(at: Count) -> Count:
        return np.bincount(owner[at], minlength=n)

    letters = np.maximum(per[:, LOWER] + per[:, UPPER] + per[:, OTHER], 1)
    stops = np.flatnonzero(kind[:-2] == STOP)
    inner = stops[(kind[stops + 1] == SPACE) & (kind[stops + 2] == UPPER) & (found.code[stops + 1] != 10)]
    closed = (kind[last] == MARK) & (kind[np.maximum(last - 1, first)] == STOP)
    columns = (
        np.log1p(size), np.log1p(found.per_line), np.log1p(many(inner)),
        (kind[last] == STOP) | closed, found.code[last] == ord(":"), kind[last] == MARK, kind[last] <= OTHER,
        per[:, DIGIT] / size, per[:, UPPER] / letters, per[:, MARK] / size, per[:, PAUSE] / np.sqrt(size),
        many(found.begins[begin == UPPER]) / least, many(found.begins[begin == LOWER]) / least,
        per[:, OTHER] / letters, letters / least, found.per_line <= 1,
        kind[first] == LOWER, kind[first] == DIGIT, kind[first] == MARK,
    )  # fmt: skip
    return np.column_stack(columns)


def _wording(found: Glyphs) -> list[NDArray[np.float64]]:
    """How many words of each group lines have, and which share of them they are."""
    groups, n = len(signals()), len(found.first)
    bits = hints(found.words)
    hit = np.flatnonzero(bits)
    word, group = np.nonzero(bits[hit, None] >> np.arange(groups) & 1)
    cells = found.owner[found.begins[hit[word]]] * groups + group
    number = np.bincount(cells, minlength=n * groups).reshape(n, groups)
    return [np.log1p(number), number / np.maximum(found.per_line, 1)[:, None]]


def _flags(lines: Sequence[Line], joined: str, found: Glyphs) -> list[NDArray[np.int64]]:
    """What single tests say of lines."""
    traits = np.array([line.traits for line in lines])[:, None] >> np.arange(len(TRAITS)) & 1
    marks = [np.minimum(_marks(joined, kind, found), _MOST) for kind in _MARKS]
    digits = np.flatnonzero(found.kind == DIGIT)
    numbered, at = np.unique(found.owner[digits], return_index=True)
    at = digits[at] - found.first[numbered]
    dates = np.zeros((len(lines), 3), np.int64)
    for i, digit in zip(numbered.tolist(), at.tolist(), strict=True):
        if len(text := lines[i].text) <= _SHORT:
            dates[i] = bool(_NUMERIC_DATE.search(text, digit)), bool(_TIME.search(text, digit)), is_date(text)
    return [traits, np.column_stack(marks), dates]


def _marks(joined: str, marks: Sequence[str], found: Glyphs) -> Count:
    """How often one of several strings is in each line."""
    at: list[int] = []
    for mark in marks:
        start = joined.find(mark)
        while start >= 0:
            at.append(start)
            start = joined.find(mark, start + len(mark))
    return np.bincount(found.owner[np.array(at, np.int64)], minlength=len(found.first))


def _twins(page: Page) -> Iterator[tuple[int, bool]]:
    """How often a line like this is on its page, digits aside, and whether one was before."""
    seen: dict[str, int] = {}
    for line in page.lines:
        seen[line.shape] = seen.get(line.shape, 0) + 1
    met = set[str]()
    for line in page.lines:
        yield min(seen[line.shape], 5), line.shape in met
        met.add(line.shape)
