"""Numbers that a translation changed or dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.history import Finding

_SPACED = r"\d{1,3}(?:[ \u00a0\u202f’']\d{3})+(?:[.,]\d+)?"
_NUMBER = re.compile(
    r"(?<![\w.,-])(?P<date>\d{1,2}\.\d{1,2}\.(?:\d{4}|(?=\s[a-zа-я])))|(?P<hour>\d{1,2})\.00(?!\d)"
    rf"|{_SPACED}|\d+(?:[.,:]\d+)*"
)
_LARGE = re.compile(
    r"(?:[-–]\d[\d.,]*)?(?:-?\w{1,2})?\s?"
    r"(?:[MmBb]illi|[Tt]rilli|[Mm]io|[Mm]rd|mln|bln|bn\b|m\b|млн|млрд|тыс|милли|трилли|[Tt]ausend|thousand)"
)
_WORD = re.compile(r"\b(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|dozen|half)", re.I)
_BY_WORD = 20  # up to here a number may be a word on the other side ("twelve")


class Number(NamedTuple):
    """A number: its digits without separators, whether millions or the like follow, and where it stands."""

    digits: str
    scaled: bool
    start: int
    end: int


def numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of a text in a form that is the same in every language.

    Separators go ("3.500", "3,500", "3 500"); a date in digits gives its day and year, a time its hour and
    minute.

    >>> [n.digits for n in numbers("Am 27.07.2024 um 18:30 waren es 3.500, nach 1,5 Millionen.")]
    ['27', '2024', '18', '30', '3500', '15']
    """
    for match in _NUMBER.finditer(text):
        scaled = _LARGE.match(text, match.end()) is not None
        for part in _parts(match):
            if part.strip("0"):
                yield Number(part.lstrip("0"), scaled, match.start(), match.end())


def _parts(match: re.Match[str]) -> list[str]:
    if match["date"]:
        return re.split(r"\D", match[0])[::2]
    if match["hour"]:
        return [match["hour"]]
    return match[0].split(":") if ":" in match[0] else [re.sub(r"\D", "", match[0])]


def find(text: str, source: str = "") -> Iterator[Finding]:
    """Point at a number of the source that the translation does not have.

    Damage: a digit lost or changed ("3.500" become "3.5"), a number skipped.  Made by neural machine
    translation, which copies numbers piece by piece.

    >>> text = "In January 824 soldiers came."
    >>> [text[f.start:f.end] for f in find(text, "Im Januar kamen 284 Soldaten.")]
    ['824']

    Left alone: separators and their languages, numbers up to twenty that may be a word, dates in digits,
    twelve and twenty-four hours, decades, texts that were not translated.  False alarms: 1.2 (German) and
    1.6 (Russian) in 10,000 words of human translations of news, half of them real.
    """
    if not source:
        return
    mine, theirs = list(numbers(text)), list(numbers(source))
    lost = [n.digits for n in theirs if not any(_same(n, m) for m in mine)]
    new = [m for m in mine if not any(_same(m, n) for n in theirs)]
    large = [d for d in lost if _small(d) > _BY_WORD and not _WORD.search(text)]
    if large or (lost and new and _small(lost[0]) > 1):
        start, end = (new[0].start, new[0].end) if new else (0, len(text))
        said = ", ".join(dict.fromkeys(large or lost))
        yield Finding(start, end, "check.number", f"the source says {said}; the translation does not")


def _same(one: Number, other: Number) -> bool:
    """True if both may say the same: scaled (1.5 billion), on a clock of twelve hours, or as a decade."""
    a, b = one.digits, other.digits
    if a == b or ((one.scaled or other.scaled) and a.rstrip("0") == b.rstrip("0")):
        return True
    clock = max(_small(a), _small(b)) <= 24 and abs(_small(a) - _small(b)) == 12
    return clock or (len(a) + len(b) == 6 and (a.endswith(b) or b.endswith(a)))


def _small(digits: str) -> int:
    """The value of a small number, 100 for any other: Python reads none of thousands of digits."""
    return int(digits) if len(digits) < 3 else 100
