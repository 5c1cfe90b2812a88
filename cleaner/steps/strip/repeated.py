"""What stands in several documents of a batch is more likely of the site than of an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

from cleaner.steps.strip.judge import kind
from cleaner.steps.strip.page import Page, page_of
from cleaner.steps.strip.removal import Drop

_AGREED = 0.95  # confidence where the line model holds the line for chrome too
_ALONE = 0.6  # where it does not, or was not asked: wires, refrains and short replies recur too
_UNLIKELY = 0.3  # chance of a line that the model doubts enough: of half, too many were of articles alike
_LEAST = 3  # letters of a line that is worth a note


def repeated_lines(texts: Iterable[str], least: int = 3) -> list[str]:
    r"""The lines that stand in ``least`` different texts or more, as ``strip.repeated`` takes them, sorted.

    A text that comes twice counts once, digits are alike, and neither the order
    of the texts matters nor how often a line stands in one of them.

    >>> repeated_lines(["A\n12 replies", "B\n3 replies", "C\n0 replies"])
    ['0 replies']
    """
    pages = (page_of(text) for text in set(texts))
    number = Counter(shape for page in pages for shape in {line.shape for line in page.lines})
    return sorted(
        shape for shape, n in number.items() if n >= least and sum(map(str.isalpha, shape)) >= _LEAST
    )


def repeats(page: Page, table: Set[str], chances: Sequence[float]) -> Iterator[Drop]:
    """Yield the lines of a page that are in the table of repeated ones."""
    for i, line in enumerate(page.lines if table else ()):
        if line.shape in table:
            agreed = len(chances) > 0 and chances[i] < _UNLIKELY
            why = "the line stands in several documents" + (
                ", and the line model doubts it" if agreed else ""
            )
            yield Drop(i, f"strip.{kind(page, i)}", why, _AGREED if agreed else _ALONE)
