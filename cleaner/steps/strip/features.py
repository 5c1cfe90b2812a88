"""What the line model sees of a page: a row of numbers for each of its lines.

Nothing here depends on the language or on one site.  A line is seen by its shape
(length, capitals, digits, how it ends), by words that hint at its use, by where it
stands, by what stands around it, and by what came before it: after a heading such
as "12 comments" a full sentence means something else than before it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cleaner.steps.strip.credits import is_caption
from cleaner.steps.strip.dates import is_date
from cleaner.steps.strip.fields import is_byline
from cleaner.steps.strip.page import Page
from cleaner.steps.strip.words import opening, signals, words

Matrix = NDArray[np.float32]

_SPACE, _LOWER, _UPPER, _OTHER, _DIGIT, _STOP, _PAUSE, _MARK = range(8)
_BARE = bytes.maketrans(b"\"'()[]{}<>|/\\.,;:!?*+=&#%$^~`_-", b" " * 31)  # what may cling to a word
_CURLY = tuple(c.encode() for c in "“”„‘’«»…–—•·►")
_NUMERIC_DATE = re.compile(r"\b(?:\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}|\d{4}-\d\d-\d\d|(?:19|20)\d\d)\b")
_TIME = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_DIGITS = re.compile(r"\d+")
SHAPE = 19  # columns that tell the shape of a line: the first ones
FLAGS = slice(39, 59)  # columns that hold what single tests say of it
_KINDS = ("label", "button", "section", "home", "skip")
_SHORT = 200  # characters; longer lines are not looked through for dates
_MARKER = 8  # words, at most, of a line that heads what follows it
_HALF = 0.34  # share of a marker's words that hint at one use


@cache
def _classes() -> NDArray[np.uint8]:
    """The class of each code point of the basic plane."""
    kinds = {"Ll": _LOWER, "Lu": _UPPER, "Lt": _UPPER, "Zs": _SPACE}
    major = {"L": _OTHER, "M": _OTHER, "N": _DIGIT}
    table = np.full(0x10000, _MARK, np.uint8)
    for code in range(0x10000):
        category = unicodedata.category(chr(code))
        table[code] = kinds.get(category, major.get(category[0], _MARK))
    for chars, kind in ((".!?…。！？", _STOP), (",;:、，：；", _PAUSE), ("\t\n\r\v\f", _SPACE)):
        table[[ord(c) for c in chars]] = kind
    return table


@cache
def _hints() -> dict[bytes, int]:
    """Groups of each word, as bits."""
    bits: dict[bytes, int] = {}
    for bit, group in enumerate(signals().values()):
        for word in group:
            bits[word.encode()] = bits.get(word.encode(), 0) | 1 << bit
    return bits


@cache
def _known() -> dict[str, int]:
    """Tables of each whole line that is known, as bits."""
    bits: dict[str, int] = {}
    for bit, kind in enumerate(_KINDS):
        for word in words(kind):
            bits[word] = bits.get(word, 0) | 1 << bit
    return bits


def features(page: Page) -> Matrix:
    """One row a line, one column a feature; float32, not scaled."""
    shape, count = _shape(page)
    line = np.column_stack([shape, _wording(page, count), _flags(page)]).astype(np.float32)
    return np.column_stack([line, _around(line), _within(line, count)])


def _shape(page: Page) -> tuple[Matrix, NDArray[np.float64]]:
    """What a line looks like; and its number of words."""
    joined = "\n".join(line.text for line in page.lines)
    code = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    kind = _classes()[np.minimum(code, 0xFFFF)]
    cut = np.flatnonzero(code == 10)
    first, last = np.append(0, cut + 1), np.append(cut, len(code)) - 1
    n = len(first)
    size = (last - first + 1).astype(np.float64)
    owner = np.repeat(np.arange(n), np.diff(np.append(first, len(code))))
    per = np.bincount(owner * 8 + kind, minlength=8 * n).reshape(n, 8).astype(np.float64)
    padded = np.zeros(len(kind) + 3, np.uint8)
    padded[1:-2] = kind
    before, after, third = padded[:-3], padded[2:-1], padded[3:]
    letter = (kind >= _LOWER) & (kind <= _DIGIT)
    begins = letter & ~((before >= _LOWER) & (before <= _DIGIT))

    def many(mask: NDArray[np.bool_]) -> NDArray[np.float64]:
        return np.bincount(owner[mask], minlength=n).astype(np.float64)

    count = many(begins)
    least = np.maximum(count, 1)
    letters = np.maximum(per[:, _LOWER] + per[:, _UPPER] + per[:, _OTHER], 1)
    sentences = many(
        (kind == _STOP) & (after == _SPACE) & (third == _UPPER) & (np.append(code[1:], 10) != 10)
    )
    closed = (kind[last] == _MARK) & (kind[np.maximum(last - 1, first)] == _STOP)
    columns = (
        np.log1p(size), np.log1p(count), np.log1p(sentences),
        (kind[last] == _STOP) | closed, code[last] == ord(":"), kind[last] == _MARK, kind[last] <= _OTHER,
        per[:, _DIGIT] / size, per[:, _UPPER] / letters, per[:, _MARK] / size, per[:, _PAUSE] / np.sqrt(size),
        many(begins & (kind == _UPPER)) / least, many(begins & (kind == _LOWER)) / least,
        per[:, _OTHER] / letters, letters / least, count <= 1,
        kind[first] == _LOWER, kind[first] == _DIGIT, kind[first] == _MARK,
    )  # fmt: skip
    return np.column_stack(columns), count


def _wording(page: Page, count: NDArray[np.float64]) -> Matrix:
    """How many words of each group, and which share of the line they are."""
    hints = _hints()
    data = "\n".join(line.text for line in page.lines).lower().encode("utf-8", "replace").translate(_BARE)
    if not data.isascii():
        for mark in _CURLY:
            data = data.replace(mark, b" ")
    rows = [[hints[w] for w in row.split() if w in hints] for row in data.split(b"\n")]
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    bits = np.array([bit for row in rows for bit in row], np.int32)
    groups = [np.bincount(owner[bits >> g & 1 == 1], minlength=len(count)) for g in range(len(signals()))]
    number = np.column_stack(groups).astype(np.float64)
    return np.column_stack([np.log1p(number), number / np.maximum(count, 1)[:, None]])


def _flags(page: Page) -> Matrix:
    """What single tests say of a line."""
    known, seen, shapes = _known(), dict[str, int](), []
    for line in page.lines:
        shapes.append(_DIGITS.sub("0", line.folded))
        seen[shapes[-1]] = seen.get(shapes[-1], 0) + 1
    rows, met, end = [], set[str](), 0
    for line, shape in zip(page.lines, shapes, strict=True):
        text, bits = line.text, known.get(line.folded, 0)
        dated = len(text) < _SHORT and _DIGITS.search(text) is not None
        gap = page.text.count("\n", end, line.start)
        row: list[Any] = [bits >> k & 1 for k in range(len(_KINDS))]
        row += (
            min(gap, 3), min(line.start - 1 - page.text.rfind("\n", 0, line.start), 8),
            min(seen[shape], 5), shape in met,
            dated and _NUMERIC_DATE.search(text) is not None, dated and _TIME.search(text) is not None,
            min(("http" in text) + ("www." in text) + ("@" in text) + (".com" in text), 3),
            min(text.count("|") + text.count("»") + text.count("›") + text.count(" > "), 4),
            "©" in text, is_caption(text), is_byline(text), dated and is_date(text),
            bool(opening("teaser", text)), line.credit is not None, line.prose,
        )  # fmt: skip
        rows.append(row)
        met.add(shape)
        end = line.end
    return np.array(rows, np.float32)


def _around(line: Matrix) -> Matrix:
    """The two lines before and the two after, and the mean over seven lines."""
    n = len(line)
    padded = np.zeros((n + 4, line.shape[1]), np.float32)
    padded[2:-2] = line
    near = [padded[2 + d : 2 + d + n] for d in (-2, -1, 1, 2)]
    wide = np.zeros((n + 7, line.shape[1]))
    wide[4:-3] = line
    total = np.cumsum(wide, axis=0)
    return np.column_stack([*near, (total[7:] - total[:-7]) / 7]).astype(np.float32)


def _within(line: Matrix, count: NDArray[np.float64]) -> Matrix:
    """Where on the page a line stands, and after which headings."""
    n, groups = len(line), len(signals())
    at = np.arange(n)
    prose = line[:, -1] > 0
    columns = [at / max(n - 1, 1), np.minimum(at, 30), np.minimum(n - 1 - at, 30), np.full(n, np.log1p(n))]
    for weight in (count, count * prose):
        total = np.cumsum(weight)
        whole = max(total[-1], 1)
        columns += [(total - weight) / whole, (whole - total) / whole, np.full(n, np.log1p(whole))]
    columns += [
        np.full(n, (count * prose).sum() / max(count.sum(), 1)),
        _since(prose),
        _since(prose[::-1])[::-1],
    ]
    share = line[:, SHAPE + groups : SHAPE + 2 * groups]
    heads = (count[:, None] <= _MARKER) & (share >= _HALF) & (line[:, 3:4] == 0)
    before = np.cumsum(heads, axis=0) - heads
    after = heads.sum(axis=0) - before - heads
    usual = np.median(line[prose, 0]) if prose.any() else np.median(line[:, 0])
    columns += [line[:, 0] - usual]
    heading = (_since(heads), np.minimum(before, 3), np.minimum(after, 3))
    return np.column_stack([*columns, *heading]).astype(np.float32)


def _since(mask: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many lines ago the last line of a kind was, this one left out; 30 at most.  Kinds are columns."""
    at = np.arange(len(mask)).reshape(-1, *[1] * (mask.ndim - 1))
    last = np.maximum.accumulate(np.where(mask, at, -30), axis=0)
    before = np.concatenate([np.full_like(last[:1], -30), last[:-1]])
    since: NDArray[np.int64] = np.minimum(at - before, 30)
    return since
