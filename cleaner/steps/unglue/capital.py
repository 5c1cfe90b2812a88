"""A capital that machine translation gave to the words after a link, or to the link itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.steps.unglue.joint import joint
from cleaner.steps.unglue.sentence import head, is_prose, tail
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

UNSURE = 0.7  # of a god the capital is due
SURE = 0.95  # 0 false alarms in 1.0 million words of clean English news

_WORDS = f"{JOINS} {ADVERBIALS} {SUBJECTS} {SHORT}"
_SEAM = re.compile(rf"(?P<word>{either(_WORDS)})(?= [a-z0-9])")
_TITLE = re.compile(r" (?:the|an?|my|your|this|that|of|to|in|at|on|by|from|me|you) [A-Z]")
_DETERMINED = re.compile(rf" (?:{either(DETERMINERS)}|[12]\d\d\d)\b")
_NAME = re.compile(r"(?:\b[A-Z][\w.’'-]*[\w’']|[“\"„«][A-Z][^“”\"„«».!?]{1,40}\w[”\"“»]) $")
_SURNAMES = frozenset(SURNAMES.split())
_JOINS = frozenset(JOINS.split())
_CLOSING = frozenset('”"“»')
_SHORT = frozenset(SHORT.split())
_OF_GOD = re.compile(
    r"\b(?:God|Lord|Almighty|Allah|Yahweh|Jehovah|Elohim|Christ|Jesus|Messiah|Saviour|Savior|Creator|"
    r"Holy (?:Spirit|Ghost|Scripture)|Scriptures?|Bible|Gospels?|Psalms?|Torah|Talmud|Qur['’]?an|Koran|Islam|"
    r"Judaism|Christianity|Trinity|Krishna|Vishnu|Shiva|Buddha|Muhammad|Mohammed|Prophet|Apostle)\b"
)
_REVERED = frozenset({"He", "We"})
_REACH = 60  # code points; longer words are no names


def after_name(text: str) -> Iterator[Edit]:
    """Lower the capital of a function word that follows a name in mid-sentence.

    Damage: what follows a link was translated as a sentence of its own, so it begins with a capital; the
    link text, mostly a name or a quoted one, stands before it.  Made by machine translation of pages
    segment by segment.

    >>> from cleaner.edit import apply
    >>> text = "According to the newspaper Novaya Gazeta And more and more players are doing it."
    >>> apply(text, after_name(text))
    'According to the newspaper Novaya Gazeta and more and more players are doing it.'
    >>> text = "In an interview with the weekly Geo He said that he did not expect it to last."
    >>> apply(text, after_name(text))
    'In an interview with the weekly Geo, he said that he did not expect it to last.'

    A clause after a fronted phrase takes the comma the link swallowed.  Left alone: headlines and titles
    (two capitals after the seam, or mostly capitals in the line), Chinese names (Liu He said), function
    words that are halves of brands unless a determiner or a year follows, datelines; He and We are only
    proposed in a sentence on God or a scripture.  False alarms: 0 made in 1.0 million words of clean
    English news.
    """
    for seam in _SEAM.finditer(text):
        at, word = seam.start(), seam["word"]
        before = text[at - 2 : at - 1]
        if text[at - 1 : at] != " " or not (before.isalnum() or before in _CLOSING):
            continue
        if (word not in _JOINS and _TITLE.match(text, seam.end())) or (
            word in _SHORT and not _DETERMINED.match(text, seam.end())
        ):
            continue
        name = _NAME.search(text, max(0, at - _REACH), at)
        if name is None or (word == "He" and name[0].strip() in _SURNAMES) or not is_prose(text, at):
            continue
        if found := joint(text, at - 1, at, word, SURE):
            why = f"{word!r} is a function word after {name[0].strip()!r}, where a link ended, {found.reason}"
            new = found.between + (word.lower() if found.lower else word)
            sure = UNSURE if word in _REVERED and _on_god(text, at) else found.confidence
            yield Edit(at - 1, f" {word}", new, "unglue.capital", why, sure)


def _on_god(text: str, at: int) -> bool:
    """True if the sentence around a place names God, or a book that speaks of Him."""
    return _OF_GOD.search(head(text, at) + tail(text, at)) is not None


_SMALL_WORD = re.compile(r"\b[a-z]+ $")
_ANCHOR = re.compile(
    rf"(?P<noun>(?:{either(COMMON_NOUNS.title())})) (?P<rest>(?:[a-z-]+ ){{1,7}})"
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
        if _SMALL_WORD.search(text, max(0, seam.start() - 20), seam.start()) and is_prose(text, seam.start()):
            for part in ("noun", "word"):
                why = f"{seam['noun']!r} heads and {seam['word']!r} follows the text of a link"
                yield Edit(seam.start(part), seam[part], seam[part].lower(), "unglue.anchor", why, SURE)
