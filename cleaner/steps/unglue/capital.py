"""A capital that machine translation gave to the words after a link, or to the link itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.steps.unglue.sentence import has_verb, head, is_fronted, is_prose
from cleaner.steps.unglue.words import (
    ADVERBIALS,
    COMMON_NOUNS,
    DETERMINERS,
    JOINS,
    SHORT,
    SUBJECTS,
    SURNAMES,
    either,
)

SURE = 0.95  # 0 false alarms in 1.0 million words of clean English news
UNSURE = 0.7  # comma or stop: the sentence does not say

_NAME = r"(?P<name>[A-Z][\w.’'-]*[\w’'])"
_AFTER_NAME = re.compile(
    rf"\b{_NAME} (?P<word>(?:{either(JOINS)}|{either(ADVERBIALS)}|{either(SUBJECTS)}) (?=[a-z0-9])"
    rf"|(?:{either(SHORT)}) (?=(?:{either(DETERMINERS)}|[12]\d\d\d)\b))(?!\w+ [A-Z])"
)
_SUBJECTS, _JOINS, _SURNAMES = (frozenset(x.split()) for x in (SUBJECTS, JOINS, SURNAMES))
_COMMA = _SUBJECTS | {"About", "Around", "Nearly", "Almost", "Despite", "Although", "While", "When", "Since"}
_AMOUNT = re.compile(r"(?:About|Around|Nearly|Almost) \d")


def after_name(text: str) -> Iterator[Edit]:
    """Lower the capital of a function word that follows a name in mid-sentence.

    Damage: what follows a link was translated as a sentence of its own, so it begins with a capital; the
    link text, mostly a name, stands before it.  Made by machine translation of pages segment by segment.

    >>> from cleaner.edit import apply
    >>> text = "According to the newspaper Novaya Gazeta And more and more players are doing it."
    >>> apply(text, after_name(text))
    'According to the newspaper Novaya Gazeta and more and more players are doing it.'
    >>> text = "In an interview with the weekly Geo He said that he did not expect it to last."
    >>> apply(text, after_name(text))
    'In an interview with the weekly Geo, he said that he did not expect it to last.'

    A clause after a fronted phrase takes the comma the link swallowed.  Left alone: headlines and titles
    (two capitals after the seam, or mostly capitals in the line), Chinese names (Liu He said), function
    words that are halves of brands unless a determiner or a year follows, datelines.  False alarms: 0
    made in 1.0 million words of clean English news.
    """
    for seam in _AFTER_NAME.finditer(text):
        if is_prose(text, seam.start("word")):
            yield from _lowered(text, seam)


def _lowered(text: str, seam: re.Match[str]) -> Iterator[Edit]:
    word, at = seam["word"].rstrip(), seam.start("word")
    before = head(text, at - 1)
    fronted = is_fronted(before)
    why = f"{word!r} is a function word in mid-sentence after {seam['name']!r}, where a link ended"
    if len(before.split()) < 2 or (word == "He" and seam["name"] in _SURNAMES):
        return
    if fronted and word in _COMMA:
        yield Edit(at - 1, f" {word}", f", {word.lower()}", "unglue.capital", why, SURE)
    elif word in _SUBJECTS:
        yield Edit(at - 1, " ", ". ", "unglue.capital", f"{why}, and opens a clause of its own", UNSURE)
    elif word in _JOINS or fronted or has_verb(before) or _AMOUNT.match(text, at):
        yield Edit(at, word, word.lower(), "unglue.capital", why, SURE)


_ANCHOR = re.compile(
    rf"\b[a-z]+ (?P<noun>(?:{either(COMMON_NOUNS.title())})) (?P<rest>(?:[a-z-]+ ){{1,7}})"
    rf"(?P<word>{either(ADVERBIALS)}|{either(SHORT)}|{either(JOINS)}) (?=[a-z0-9])"
)


def anchor(text: str) -> Iterator[Edit]:
    """Lower both capitals of a link text run into its sentence: at its head, and just after its end.

    Damage: the text of a link and the text after it were each translated as a sentence, so that a common
    noun and, some words on, a function word have capitals.  Made by translating pages segment by segment.

    >>> from cleaner.edit import apply
    >>> text = "They said that despite Changes in the process From 2023 there is little protection."
    >>> apply(text, anchor(text))
    'They said that despite changes in the process from 2023 there is little protection.'

    Either capital alone is no evidence; the two together are.  Left alone: nouns that are not known to be
    common, headlines, quoted titles.  False alarms: 0 in 1.0 million words of clean English news.
    """
    for seam in _ANCHOR.finditer(text):
        if is_prose(text, seam.start("noun")):
            for part in ("noun", "word"):
                why = f"{seam['noun']!r} heads and {seam['word']!r} follows the text of a link"
                yield Edit(seam.start(part), seam[part], seam[part].lower(), "unglue.anchor", why, SURE)
