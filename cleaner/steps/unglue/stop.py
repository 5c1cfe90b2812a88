"""The space between two sentences, lost with the tag that stood there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.terms.rarity import known, ordinary

SURE = 0.95  # 5 in 1.9 million words of clean news, all of them real slips

_SEAM = re.compile(r"(?:[.?…]|[.?!…][”»])(?=(?P<second>[^\W\d_a-zа-яß-ÿ][^\W\d_A-ZА-Я]*)[\s,;:'’-])")
_QUOTED = re.compile(r"(?<=[^\W\d_][.?!…])[\"“](?=[^\W\d_a-zа-яß-ÿ])")
_FIRST = re.compile(r"(?<![\w.@/-])[^\W\d_][\w’'-]*[^\W\d_]$")
_IN_CODE = re.compile(r"\b(?:files?|functions?|methods?|modules?|packages?|Datei(?:en)?|Funktion|Methode) $")
_AFTER_COMMA, _BEFORE_NAME = re.compile(r"[,(] $"), re.compile(r"\w+, \w+\.\w+")
_REACH = 40  # code points; longer words are no words
_DOMAINS = "Com Net Org Info Biz De At Ch Eu Ru Ua Pl Fr Uk Io Tv Me Co Js Ai Gov Edu"
_OPENERS = (
    "A After All Also Although An And As At Because Before But By During Each Even Every For From "
    "Further He Her Here His How However If In Instead It Its Last Many Meanwhile More Most Much My No "
    "None Not Now On One Only Or Other Others Our She Since So Some Still Such That The Their Then "
    "There These They This Those Though Today Two Under Until We What When Where While Who Why With You "
    "Der Die Das Ein Eine Er Sie Es Wir Im In Auf Bei Mit Nach Aber Und Doch Auch Wie Ich Dies Diese "
    "Dieser Laut Seit Als Wenn Dabei Dann Denn Was Wer Man Am Le La Les Un Une Il Elle El Los Las Il Lo "
    "Gli В На И Он Она Они Это Но По"
)


_SHORT = (
    "is it up on in be do go so us me him her you out day way man now two six ten too yet off old new "
    "war ist hat sei tut bot ab an auf ein aus vor zu weg gut"
)
_LAST = frozenset(_SHORT.split())
_OPENING, _ENDING = frozenset(_OPENERS.split()), frozenset(_DOMAINS.split())


def find(text: str) -> Iterator[Edit]:
    """Put a space between a sentence and the next one.

    Damage: "… said the mayor.The bridge …": the break between two blocks is dropped with its tag.  Made by
    extractors that join the texts of tags with nothing.

    >>> from cleaner.edit import apply
    >>> text = "The ferry sank in the night.Nobody was hurt, said the mayor.The bridge is closed."
    >>> apply(text, find(text))
    'The ferry sank in the night. Nobody was hurt, said the mayor. The bridge is closed.'

    A quotation mark between them opens or closes by what stands before it in its line:

    >>> text = 'Eleven people died."We need help", said the mayor.'
    >>> apply(text, find(text))
    'Eleven people died. "We need help", said the mayor.'

    The first word must be small, or the second one that often opens a sentence; or the first a known word
    and the second a name.  Left alone: domains and names with a stop inside (Amazon.Com, Arch.Design,
    Yahoo!News), code, files and lists of their names, paths, abbreviations (Ph.D, U.S.A.).  False alarms:
    none in 1.9 million words of clean news; the 5 found there are real.
    """
    for seam in _SEAM.finditer(text):
        first = _FIRST.search(text, max(0, seam.start() - _REACH), seam.start())
        if first and _is_seam(first[0], seam["second"]) and not _is_name(text, first, seam):
            why = f"a sentence ends at {first[0]!r} and {seam['second']!r} opens the next"
            yield Edit(seam.start("second"), "", " ", "unglue.stop", why, SURE)
    for mark in _QUOTED.finditer(text):
        at = mark.end() if _closes(text, mark) else mark.start()
        yield Edit(at, "", " ", "unglue.stop", "a sentence ends before the quotation mark or behind it", SURE)


def _closes(text: str, mark: re.Match[str]) -> bool:
    line = text[text.rfind("\n", 0, mark.start()) + 1 : mark.start()]
    if mark[0] == "“":
        return line.count("„") > line.count("“")
    return line.count(mark[0]) % 2 == 1


def _is_name(text: str, first: re.Match[str], seam: re.Match[str]) -> bool:
    """True for names of code: "the file hello.World", "user.Name, data.Table"."""
    if seam[0] != ".":
        return False
    near = max(first.start() - _REACH, 0)
    last = _AFTER_COMMA.search(text, near, first.start()) and text[seam.end("second")] in ",:;"
    listed = last or _BEFORE_NAME.match(text, seam.end())
    return bool(listed or _IN_CODE.search(text, near, first.start()))


def _is_seam(first: str, second: str) -> bool:
    if second in _ENDING or not second[0].isupper():
        return False
    if second in _OPENING:
        return len(first) > 2 or first in _LAST
    if len(second) < 2:
        return False
    small = first[0].islower() and (len(first) > 3 or first in _LAST)
    return small or (len(first) > 4 and known(first) and not ordinary(second))
