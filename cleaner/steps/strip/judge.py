"""From the line model's chances to lines that should go, each with its class and an honest confidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import pairwise

from cleaner.steps.strip.dates import is_date
from cleaner.steps.strip.letter import quoted
from cleaner.steps.strip.page import Line, Page
from cleaner.steps.strip.removal import Drop
from cleaner.steps.strip.subheading import entries, is_subheading, on_comments, speaks_of_comments
from cleaner.steps.strip.words import KINDS, signals

MEASURED = ((0.01, 0.98), (0.03, 0.92), (0.1, 0.9), (0.2, 0.86), (0.3, 0.8), (0.4, 0.7), (0.6, 0.6))
"""Below which chance which share of the lines taken out was not of the article; rmain, cross-validated."""

DOUBT = 0.5  # confidence of a line that stays for now: proposed, never made
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
_UNLIKELY = 0.5  # chance; what is below and yet stays is worth a proposal
_SURE = 0.03  # chance of a line that is chrome whatever the page is
_MENUS = (20, 0.15)  # sure lines of chrome of a whole page: at least so many, and such a share of all
_WITNESS = 0.05  # chance; a page without a line below it has no chrome, and what is odd in it stays
_HOLE = 0.05  # chance from which a line between two that stay is left, unless its words tell what it is
_WITHIN = 0.78  # confidence of such a line below that, measured likewise on some 200: careful proposes it
_HEAD = 0.1  # chance from which a line above the article may be its headline
_ITEM = re.compile(r"(?:[•·▪●○◦‣*–-]|\d{1,2}[.)])\s")
_NEAR = 4  # lines; so near to what is quoted of a letter stands a paragraph of the article
_FEW = 4  # words; a shorter line is no teaser
_OPEN = re.compile(r"[^\W\d_]-$|^.{34,120}[\w,]$")  # an end that is none
_HALF = 0.34  # share of a line's words that hint at its class, at least


def judged(page: Page, chances: Sequence[float], spared: Set[int]) -> tuple[list[Drop], Set[int]]:
    """The lines the model holds for chrome, surer or less sure; and those that no rule may take out.

    An article does not begin among the comments on it: where all that would stay
    stands below their heading, what is likeliest above stays too, and the heading,
    which tells so at the next look.
    """
    held = set[int]()
    if min(chances) >= _UNLIKELY:
        return [], held
    bar, heading = cut(page, chances), _readers(page)
    if page.first < heading < len(chances) and all(chance < bar for chance in chances[:heading]):
        bar, held = min(bar, cut(page, chances[:heading])), {heading}
    return [*_drops(page, chances, bar, heading, {*spared, *held, *_wrapped(page)})], held


def _wrapped(page: Page) -> Iterator[int]:
    """Lines of one sentence: one ends in a cut word, or in the middle, and the next begins small."""
    for i, (line, after) in enumerate(pairwise(page.lines)):
        if after.gap == 1 and after.text[0].islower() and _OPEN.search(line.text):
            yield from (i, i + 1)


def _drops(
    page: Page, chances: Sequence[float], bar: float, heading: int, spared: Set[int]
) -> Iterator[Drop]:
    stays = [i for i, chance in enumerate(chances) if chance >= bar]
    clean, whole = min(chances) >= _WITNESS, crawled(chances)
    own = {*_own(page, [chance >= bar for chance in chances], heading)}
    if not whole:
        own |= {i for i in range(heading) if _dear(page.lines[i], chances[i], i < stays[0], i < stays[-1])}
    for i, (line, chance) in enumerate(zip(page.lines, chances, strict=True)):
        if i in spared or (chance >= bar and chance >= _UNLIKELY):
            continue
        confidence = next((share for below, share in MEASURED if chance < below), DOUBT)
        if chance >= bar or clean or i in own:
            confidence = DOUBT
        elif stays[0] < i < stays[-1] and not whole and not _told(line):
            confidence = DOUBT if chance >= _HOLE else min(confidence, _WITHIN)
        why = (
            f"{confidence:.0%} of lines like it are not of the article" if confidence > DOUBT else "in doubt"
        )
        yield Drop(i, f"strip.{_kind(page, i, i > heading)}", f"the line model: {why}", confidence)


def _dear(line: Line, chance: float, above: bool, before: bool) -> bool:
    """True for what were much to lose, if it is of the article: a paragraph, a headline, an item of a list.

    Args:
        line: The line.
        chance: That it is of the article.
        above: If it stands above all that stays.
        before: If it stands before the end of that.
    """
    if line.prose:
        return chance >= _SURE
    if above:
        return chance >= _HEAD and line.text.count(" ") >= _FEW - 1 and not _told(line)
    return before and _ITEM.match(line.text) is not None


def _own(page: Page, stays: Sequence[bool], heading: int) -> Iterator[int]:
    """Lines beside paragraphs that stay: their subheadings and hours, ends of letters, headers of e-mails."""
    for i in range(len(stays)):
        if all(stays[max(i - 1, 0) : i + 2 : 2]) and is_subheading(page, i):
            yield i
    for heads in entries(page):
        if 2 * sum(stays[i + 1] for i in heads) > len(heads):
            yield from (i for head in heads for i in (head, head + 1) if i < heading)
    for i in quoted(page):
        near = range(max(i - _NEAR, 0), min(i + _NEAR + 1, len(stays)))
        if i < heading and any(stays[j] and page.lines[j].prose for j in near):
            yield i


def cut(page: Page, chances: Sequence[float]) -> float:
    """The chance from which the lines of this page, or the first of them, stay.

    Of all cuts the one with the highest expected precision and recall, in words,
    if the chances are right: on a page full of doubt little goes, since it may
    all be the article; beside a long and sure article doubtful lines go.
    """
    words = [line.text.count(" ") + 1 for line in page.lines[: len(chances)]]
    whole = sum(chance * n for chance, n in zip(chances, words, strict=True)) or 1.0
    kept = good = best = bar = 0.0
    for chance, n in sorted(zip(chances, words, strict=True), reverse=True):
        kept += n
        good += chance * n
        if good / kept + good / whole > best:
            best, bar = good / kept + good / whole, chance
    return bar


def crawled(chances: Sequence[float]) -> bool:
    """True for a whole page, with its menus; false for what an extractor left of one."""
    sure = sum(chance < _SURE for chance in chances)
    return sure >= _MENUS[0] and sure >= _MENUS[1] * len(chances)


def kind(page: Page, index: int) -> str:
    """The class of a line, if it is chrome: navigation, label, teaser, notice, ..."""
    return _kind(page, index, index > _readers(page))


def _told(line: Line) -> bool:
    """True if the words of a line tell by themselves that it is of the page."""
    return bool(line.known or line.speaks or "teaser" in line.opens) or is_date(line.text)


def _readers(page: Page) -> int:
    """Index of the first heading of readers' comments; the number of lines if there is none."""
    for i, line in enumerate(page.lines):
        heads = i > page.first and any(map(speaks_of_comments, _short(line))) and not on_comments(page, i)
        if line.speaks == "comment" or heads:
            return i
    return len(page.lines)


def _kind(page: Page, index: int, reader: bool) -> str:
    """The class of a line of chrome; ``reader`` if a heading of comments came before."""
    line = page.lines[index]
    for table, name in _TABLES.items():
        if line.known >> KINDS.index(table) & 1:
            return name
    if line.speaks or is_date(line.text):
        return line.speaks or "date"
    if "teaser" in line.opens:
        return "teaser"
    if reader:
        return "comment"
    words = _short(line)
    hints = [group for word in words for group in _groups().get(word, ()) if group in _GROUPS]
    likely = max(hints, key=hints.count, default="")
    if hints and hints.count(likely) >= _HALF * len(words):
        return _GROUPS[likely]
    return "navigation" if len(line.text.split()) < _FEW or index < page.first else "teaser"


def _short(line: Line) -> list[str]:
    """The words of a short line; none of a long one."""
    found = line.folded.split()
    return found if len(found) <= 2 * _FEW else []


@cache
def _groups() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for name, members in signals().items():
        for word in members:
            groups.setdefault(word, []).append(name)
    return groups
