"""From the line model's chances to lines that should go, each with its class and an honest confidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache

from cleaner.steps.strip.dates import is_date
from cleaner.steps.strip.page import Line, Page
from cleaner.steps.strip.removal import Drop
from cleaner.steps.strip.words import opening, signals, words

MEASURED = ((0.01, 0.93), (0.03, 0.92), (0.1, 0.81), (0.2, 0.72), (0.3, 0.64), (0.4, 0.62), (0.6, 0.6))
"""Below which chance which share of lines was not of the article; rmain, the last rall, cross-validated."""

_TABLES = {
    "skip": "navigation",
    "home": "navigation",
    "section": "navigation",
    "label": "label",
    "button": "button",
}
_GROUPS = {
    "comment": "comment",
    "rights": "notice",
    "subscribe": "notice",
    "advert": "notice",
    "social": "button",
    "date": "date",
    "link": "teaser",
}
_SURE = 0.03  # chance; what is below goes whatever the page is
_EXTRACTED, _CRAWLED = (
    0.4,
    0.6,
)  # chance below which a line is chrome, in an extractor's output and on a whole page
_MENUS = (20, 0.15)  # sure lines of chrome of a whole page: at least so many, and such a share of all
_LARGE = 0.3  # of what stays, in characters; above it the doubtful lines may be the article
_DOUBT = 0.5  # confidence of such lines: proposed, never made
_WITHIN = 0.89  # confidence between two paragraphs, where only what words tell too is sure: else proposed
_FEW = 4  # words; a shorter line is no teaser


def judged(page: Page, chances: Sequence[float], spared: Set[int]) -> Iterator[Drop]:
    """Yield the lines the model holds for chrome, surer or less sure; none of those spared."""
    readers, bar = False, _bar(page, chances)
    for i, (line, chance) in enumerate(zip(page.lines, chances, strict=True)):
        readers = readers or line.speaks == "comment" or (i > page.first and "comment" in _hints(line.folded))
        confidence = next((share for below, share in MEASURED if chance < below), 0.0)
        if chance >= bar:
            confidence = _DOUBT if chance < _EXTRACTED else 0.0
        if page.first < i < page.last and not _told(line):
            confidence = min(confidence, _WITHIN)
        if confidence and i not in spared:
            why = f"the line model: {confidence:.0%} of lines like it are not of the article"
            yield Drop(i, f"strip.{_kind(page, i, readers)}", why, confidence)


def _bar(page: Page, chances: Sequence[float]) -> float:
    """The chance from which a line of this page stays.

    Higher on a whole page, with its menus, than in what an extractor left of one;
    and there lower still if the doubtful lines are many: lists, recipes and tables
    look like chrome, but a page full of them is more likely such an article.
    """
    sure = sum(chance < _SURE for chance in chances)
    if sure >= _MENUS[0] and sure >= _MENUS[1] * len(chances):
        return _CRAWLED
    kept = unsure = 0
    for line, chance in zip(page.lines, chances, strict=True):
        kept += len(line.text) * (chance >= _EXTRACTED)
        unsure += len(line.text) * (_SURE <= chance < _EXTRACTED)
    return _SURE if unsure > _LARGE * kept else _EXTRACTED


def _told(line: Line) -> bool:
    """True if the words of a line tell by themselves that it is of the page."""
    tabled = any(line.folded in words(table) for table in _TABLES)
    return tabled or bool(line.speaks) or bool(opening("teaser", line.text)) or is_date(line.text)


def _kind(page: Page, index: int, readers: bool) -> str:
    """The class of a line of chrome; ``readers`` if a heading of comments came before."""
    line = page.lines[index]
    for table, kind in _TABLES.items():
        if line.folded in words(table):
            return kind
    if line.speaks or is_date(line.text):
        return line.speaks or "date"
    if opening("teaser", line.text):
        return "teaser"
    if readers:
        return "comment"
    hints = [group for group in _hints(line.folded) if group in _GROUPS]
    if hints:
        return _GROUPS[max(hints, key=hints.count)]
    return "navigation" if len(line.text.split()) < _FEW or index < page.first else "teaser"


def _hints(folded: str) -> list[str]:
    """The groups that the words of a short line belong to, once a word; none for a long line."""
    found = folded.split()
    return [group for word in found for group in _groups().get(word, ())] if len(found) <= 2 * _FEW else []


@cache
def _groups() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for name, members in signals().items():
        for word in members:
            groups.setdefault(word, []).append(name)
    return groups
