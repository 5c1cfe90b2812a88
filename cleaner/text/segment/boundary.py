"""Does this stop end the sentence?"""

from __future__ import annotations

import re

from cleaner.text.segment.words import Words

OPENERS = "\"'“„”‘‚’«»‹›([{¿¡"
CLOSERS = "\"'”“’‘»«›‹)]}"
_LOOK = 40  # code points read on either side of a stop
_NEXT = re.compile(rf"\s+([—–―-]\s*)?[{re.escape(OPENERS)}\s]*(\w[\w'’-]*\.?|\S)")
_NAMED = re.compile(r"\s+(?:[^\W\d_][\w'’-]*\.?\s+){1,4}?([a-zß-öø-ÿ]+)")
_GOES_ON = ".,;:!?…)]}%"  # no sentence begins with one of these
_PART = re.compile(r"['’-]")
_ROMAN = re.compile(r"[IVXL]{2,6}\Z")
_GREEK = "\u0370"  # where the letters that are not Latin begin
_INITIAL = re.compile(r"\w\.\Z")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_ORDINARY = frozenset(
    {"no", "art", "do", "di", "mi", "so", "par", "mar", "set", "sept", "fig", "n", "as", "h", "vol", "nos"}
)
_DATED = frozenset({"г", "гг", "в", "вв", "р", "рр", "ст", "r", "w"})  # years: what happened then follows
_SHOUTED = frozenset({"yahoo", "jeopardy", "joomla"})  # names written with "!"


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
    if text[stop] != "." or text.startswith("..", stop):
        return _shout_ends(text, begin, stop, after, words)
    said = text[max(begin, stop - _LOOK) : stop].split()
    if not said or text[stop - 1].isspace():
        return True
    before = said[-1].lstrip(OPENERS + "/–—-")
    if after > stop + 1 or dash:
        return before.lower() not in words.titles
    said[-1] = before
    return _full_stop_ends(said, word, words, first=begin == stop - len(before))


def _continues(word: str) -> bool:
    """True if no sentence begins with ``word``; one that begins with "iPhone" does, none with "d'Italie"."""
    return word[0] in _GOES_ON or (word[0].islower() and _PART.split(word, 1)[0].islower())


def _own_sentence(text: str, begin: int, stop: int) -> bool:
    """True if the bracket that closes behind ``stop`` was opened at the begin of the sentence."""
    opened = text.rfind("(", begin, stop)
    return opened < 0 or not text[begin:opened].strip(OPENERS + " ")


def _shout_ends(text: str, begin: int, stop: int, after: int, words: Words) -> bool:
    """For "!", "?" and "...": False behind a name that shouts, and where a name says what was quoted."""
    if text[stop - 1] in "([" or text[max(begin, stop - 8) : stop].lower().endswith(tuple(_SHOUTED)):
        return False
    named = _NAMED.match(text, after, after + _LOOK) if words.says and after > stop + 1 else None
    return not (named and named[1] in words.says)


def _full_stop_ends(said: list[str], word: str, words: Words, *, first: bool) -> bool:
    """For a single stop behind the words ``said`` and before ``word``, which has a capital or is no word."""
    before = said[-1]
    if before.isdigit():
        return not first and _number_ends(said, word, words)
    starts = word.lower() in words.starters
    names = _names(said)
    if words.lists & names:
        return not word[0].isdigit() and word.lower().rstrip(".") not in words.hours
    if words.titles & names:
        return False
    if words.units & names:
        return _measure_ends(said, word, words)
    numbered = bool(words.numbered & names) or before.lower().endswith(tuple(words.tails))
    if numbered and _number(word):
        return False
    if _initial(before, word):
        return starts and not _INITIAL.match(word)
    if numbered:
        return starts or before.lower() in _ORDINARY
    if _ROMAN.match(before):
        return starts or words.ordinals != "any"
    return starts or not (words.ends & names or _ACRONYM.match(before))


def _names(said: list[str]) -> set[str]:
    """What the last word may be listed as: itself, with the letter before it, what follows a mark in it."""
    last = said[-1].lower()
    parts = (last.rpartition(mark)[2] for mark in "'’-")
    names = {
        last,
        *(part for part in parts if len(part) > 1),
    }  # not the "C." of "J.-C." and "s." of "Paul's."
    if len(said) > 1 and _INITIAL.match(said[-2]):
        names.add(said[-2].lower() + last)
    return names


def _initial(before: str, word: str) -> bool:
    """True for "J", "J.-P", and for "a" in "a. M."; not before a word of another script."""
    letter = before.rpartition("-")[2] if "." in before else before
    if len(letter) != 1 or not letter.isalpha() or (letter < _GREEK) != (word[0] < _GREEK):
        return False
    return letter.isupper() or bool(_INITIAL.match(word))


def _measure_ends(said: list[str], word: str, words: Words) -> bool:
    """True behind "основан в 1755 г."; False behind an opening "В 1755 г.", and "г. Москва", the town."""
    amount = [w for w in said[-3:-1] if w.rstrip(".") not in words.units][-1:]
    measured = any(c.isdigit() or c in "IVXL" for w in amount for c in w)
    country = word.isupper() and 1 < len(word) < 5  # "5 долл. США"
    opens = len(said) <= 3 and said[-1].lower() in _DATED
    return measured and not opens and not word[0].isdigit() and not country


def _number_ends(said: list[str], word: str, words: Words) -> bool:
    """False behind an ordinal; the last group of a telephone number is none."""
    grouped = len(said) > 1 and said[-2][-1].isdigit()
    if not words.ordinals or len(said[-1]) > 3 or grouped:
        return True
    return not word[0].isdigit() and (words.ordinals == "small" or word.lower() in words.starters)


def _number(word: str) -> bool:
    return word[0].isdigit() or bool(_ROMAN.match(word))
