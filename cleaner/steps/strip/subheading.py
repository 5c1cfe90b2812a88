"""What heads paragraphs of the article: "Press" above one on the press, 16:42 in a live blog."""

from __future__ import annotations

import re

from cleaner.steps.strip.dates import is_date
from cleaner.steps.strip.page import Line, Page

_SENTENCE = 4  # words that end in a stop, at least: a paragraph, however short
_PHRASE = 6  # words of a subheading that the next paragraph has as they are, at most
_STEM = 4  # letters that two forms of a word share, at least
_ENDING = 3  # letters in which they may differ
_ENTRIES = 3  # lines that differ in digits only, at least
_WORD = re.compile(r"[^\W\d_]+")
_COMMENTS = ("comment", "komment", "coment", "koment", "коммент", "комент", "yorum")


def speaks_of_comments(word: str) -> bool:
    """True for "comment" and its like."""
    return word.startswith(_COMMENTS)


def on_comments(page: Page, index: int) -> bool:
    """True for "Comments" above a paragraph on comments: no heading of the readers' own."""
    heading = speaks_of_comments(page.lines[index].folded) and is_subheading(page, index)
    return heading and page.lines[index + 1].prose


def is_subheading(page: Page, index: int) -> bool:
    r"""True for a word between two paragraphs of which the next uses it, in whatever form, or words it has.

    >>> from cleaner.steps.strip.page import page_of
    >>> body = "The council met on Monday and agreed on a new plan for the old bridge of the town."
    >>> page = page_of(f"{body}\n\nPlans\n\n{body}\n\nShare\n\n{body}")
    >>> is_subheading(page, 1), is_subheading(page, 3)
    (True, False)
    """
    around = page.lines[max(index - 1, 0) : index + 2]
    if len(around) < 3 or not (_speaks(around[0]) and _speaks(around[2])):
        return False
    words, text = around[1].text.rstrip(":").lower(), around[2].text.lower()
    if _WORD.fullmatch(words):
        return _is_used(words, text)
    return 1 < len(words.split()) <= _PHRASE and words in text


def entries(page: Page) -> list[list[int]]:
    r"""Lines that head the entries of a live blog or a timeline: a sentence follows most.

    Those of each differ in digits only, or are dates.

    >>> from cleaner.steps.strip.page import page_of
    >>> body = "The council met on Monday and agreed on a new plan for the old bridge of the town."
    >>> entries(page_of("\n".join(f"{hour}:00 GMT\n{body}" for hour in (16, 17, 18))))
    [[0, 2, 4]]
    """
    alike: dict[str, list[int]] = {}
    for i, line in enumerate(page.lines[:-1]):
        if line.text[0].isdigit() and not line.prose:
            alike.setdefault("" if is_date(line.text) else line.shape, []).append(i)
    many = (same for same in alike.values() if len(same) >= _ENTRIES)
    return [same for same in many if 2 * sum(_speaks(page.lines[i + 1]) for i in same) >= len(same)]


def _speaks(line: Line) -> bool:
    """True for a paragraph, or a sentence at least."""
    if line.speaks:
        return False
    return line.prose or (line.text[-1] in ".!?" and len(line.text.split()) >= _SENTENCE)


def _is_used(word: str, text: str) -> bool:
    """True if a text has the word, or one that begins as it does."""
    stem = word[: max(_STEM, len(word) - _ENDING)]
    return any(other.startswith(stem) for other in _WORD.findall(text))
