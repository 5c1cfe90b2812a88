"""A word of the page that is a subheading of the article here: "Press", above a paragraph on the press."""

from __future__ import annotations

import re

from cleaner.steps.strip.page import Line, Page

_SENTENCE = 4  # words that end in a stop, at least: a paragraph, however short
_STEM = 4  # letters that two forms of a word share, at least
_ENDING = 3  # letters in which they may differ
_WORD = re.compile(r"[^\W\d_]+")


def is_subheading(page: Page, index: int) -> bool:
    r"""True for one word between two paragraphs of which the next one uses it, in whatever form.

    >>> from cleaner.steps.strip.page import page_of
    >>> body = "The council met on Monday and agreed on a new plan for the old bridge of the town."
    >>> page = page_of(f"{body}\n\nPlans\n\n{body}\n\nShare\n\n{body}")
    >>> is_subheading(page, 1), is_subheading(page, 3)
    (True, False)
    """
    around = page.lines[max(index - 1, 0) : index + 2]
    if len(around) < 3 or not (_speaks(around[0]) and _speaks(around[2])):
        return False
    word = around[1].text.rstrip(":").lower()
    return bool(_WORD.fullmatch(word)) and _is_used(word, around[2].text)


def _speaks(line: Line) -> bool:
    """True for a paragraph, or a sentence at least."""
    return line.prose or (line.text[-1] in ".!?" and len(line.text.split()) >= _SENTENCE)


def _is_used(word: str, text: str) -> bool:
    """True if a text has the word, or one that begins as it does."""
    stem = word[: max(_STEM, len(word) - _ENDING)]
    return any(other.startswith(stem) for other in _WORD.findall(text.lower()))
