"""From the line model's chances to lines that should go, each with its class and an honest confidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache

from cleaner.steps.strip.dates import is_date
from cleaner.steps.strip.page import Page
from cleaner.steps.strip.removal import Drop
from cleaner.steps.strip.words import opening, signals, words

MEASURED = ((0.01, 0.94), (0.03, 0.9), (0.05, 0.87), (0.1, 0.83), (0.2, 0.67), (0.3, 0.56))
"""Below which chance of being of the article which share of lines was not: rmain, cross-validated."""

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
_DOUBT = 0.5  # confidence of less sure lines on a page that may be a list: proposed, never made
_LARGE, _LITTLE = (
    0.3,
    0.3,
)  # of what is kept, of all; cross-validated: no article lost, the F1 as before
_FEW = 4  # words; a shorter line is no teaser


def judged(page: Page, chances: Sequence[float], spared: Set[int]) -> Iterator[Drop]:
    """Yield the lines the model holds for chrome, surer or less sure; none of those spared."""
    readers, doubtful = False, _doubtful(page, chances)
    for i, (line, chance) in enumerate(zip(page.lines, chances, strict=True)):
        readers = readers or line.speaks == "comment" or (i > page.first and "comment" in _hints(line.folded))
        confidence = next((share for below, share in MEASURED if chance < below), 0.0)
        if chance >= _SURE and doubtful:
            confidence = min(confidence, _DOUBT)
        if confidence and i not in spared:
            why = f"the line model: {confidence:.0%} of lines like it are not of the article"
            yield Drop(i, f"strip.{_kind(page, i, readers)}", why, confidence)


def _doubtful(page: Page, chances: Sequence[float]) -> bool:
    """True if the lines the model is unsure of would be much of an article, on a page with little chrome.

    Lists, recipes and tables look like chrome; a page that seems full of doubtful
    lines, and has few sure ones, is more likely such an article.
    """
    sure = unsure = kept = 0
    for line, chance in zip(page.lines, chances, strict=True):
        size = len(line.text)
        sure += size * (chance < _SURE)
        unsure += size * (_SURE <= chance < MEASURED[-1][0])
        kept += size * (chance >= MEASURED[-1][0])
    return unsure > _LARGE * kept and sure < _LITTLE * (sure + unsure + kept)


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
