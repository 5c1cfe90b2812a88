"""Does this stop end the sentence?"""

from __future__ import annotations

import re

from cleaner.text.segment.words import Words

OPENERS = "\"'“„”‘‚’«»‹›([{¿¡"
CLOSERS = "\"'”“’‘»«›‹)]}"
_LOOK = 40  # code points read on either side of a stop
_NEXT = re.compile(rf"\s+([—–―-]\s*)?[{re.escape(OPENERS)}\s]*(\w[\w'’-]*\.?|\S)")
_GOES_ON = ".,;:!?…)]}%"  # no sentence begins with one of these
_ROMAN = re.compile(r"[IVXL]{2,6}\Z")
_INITIAL = re.compile(r"\w\.\Z")
_ACRONYM = re.compile(r"(?:\w\.)+\w\Z")
_HOURS = frozenset(
    [
        "et",
        "est",
        "edt",
        "pt",
        "pst",
        "pdt",
        "ct",
        "cst",
        "cdt",
        "gmt",
        "bst",
        "utc",
        "eastern",
        "pacific",
        "central",
        "local",
    ]
)
_ORDINARY = frozenset(
    ["no", "art", "do", "di", "mi", "so", "par", "mar", "sat", "sun", "set", "sept", "fig", "n", "as"]
)  # also words of their own
_SHOUTED = frozenset(["yahoo", "jeopardy", "joomla"])  # names written with "!"


def ends(text: str, begin: int, stop: int, after: int, words: Words) -> bool:
    """True if the stops and closing marks in ``text[stop:after]`` end the sentence that starts at ``begin``.

    Only a few words on either side are read, so that time stays linear.
    """
    following = _NEXT.match(text, after, after + _LOOK)
    if following is None:
        return True
    dash, word = following.groups()
    if _continues(word) or (dash and text.count("«", begin, stop) > text.count("»", begin, stop)):
        return False
    if ")" in text[stop:after] and not _own_sentence(text, begin, stop):
        return False
    prefix = text[max(begin, stop - _LOOK) : stop]
    before = "" if prefix[-1:].isspace() else prefix.split()[-1] if prefix else ""
    if text[stop] != "." or text[stop : stop + 2] == "..":
        return before.lower() not in _SHOUTED and before[-1:] not in ("(", "[")
    before = before.lstrip(OPENERS + "/–—-")
    if after > stop + 1 or dash:
        return before.lower() not in words.titles
    return _full_stop_ends(before, word, prefix, words, first=begin == stop - len(before))


def _continues(word: str) -> bool:
    """True if no sentence begins with ``word``; one that begins with "iPhone" does."""
    return word[0] in _GOES_ON or (word[0].islower() and not any(c.isupper() for c in word))


def _own_sentence(text: str, begin: int, stop: int) -> bool:
    """True if the bracket that closes behind ``stop`` was opened at the begin of the sentence."""
    opened = text.rfind("(", begin, stop)
    return opened < 0 or not text[begin:opened].strip(OPENERS + " ")


def _full_stop_ends(before: str, word: str, prefix: str, words: Words, *, first: bool) -> bool:
    low = before.lower()
    starts = word.lower() in words.starters
    if before.isdigit():
        return not first and _number_ends(before, word, words, starts=starts)
    if low in words.titles:
        return False
    if len(before) == 1 and before.isalpha() and (before.isupper() or _INITIAL.match(word)):
        return starts and not _INITIAL.match(word)
    if _ROMAN.match(before):
        return starts or not words.ordinals
    if low in words.numbered:
        return not _number(word) and (starts or low in _ORDINARY)
    if low in ("a.m", "p.m"):
        return not word[0].isdigit() and word.lower() not in _HOURS
    if low in words.units:
        return _measure_ends(prefix.split(), word, words)
    if low in words.ends or _ACRONYM.match(before):
        return starts
    return True


def _number_ends(before: str, word: str, words: Words, *, starts: bool) -> bool:
    if not words.ordinals:
        return True
    return starts if len(before) <= 3 and not word[0].isdigit() else len(before) > 3


def _measure_ends(said: list[str], word: str, words: Words) -> bool:
    """True behind "основан в 1755 г."; False behind an opening "В 1755 г.", and "г. Москва", the town."""
    amount = [w for w in said[-3:-1] if w.rstrip(".") not in words.units][-1:]
    measured = any(c.isdigit() or c in "IVXL" for w in amount for c in w)
    return measured and len(said) > 3 and not word[0].isdigit()


def _number(word: str) -> bool:
    return word[0].isdigit() or bool(_ROMAN.match(word))
