"""The blank behind a bracket, lost with the tag that stood there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.edit import Edit

SURE = 0.95  # none in 1.2 million words of clean news in 26 languages

_CAPITAL = r"[^\W\d_a-zß-ÿа-я]"
_BRACKET = re.compile(
    rf"(?<=\s)\((?:{_CAPITAL}{{2,}}|{_CAPITAL}[\w.’'-]+(?: {_CAPITAL}[\w.’'-]+)+)\)(?=[a-zß-ÿа-я]{{3,}}\b)"
)


def find(text: str) -> Iterator[Edit]:
    """Put a blank behind a bracket that holds an acronym or a name.

    Damage: "the Institute for Economics (IWH)sees no reason": the link round the acronym took its blank
    along.  Made by extractors that trim the texts of links.

    >>> from cleaner.edit import apply
    >>> text = "The Institute for Economics (IWH)sees no reason to worry."
    >>> apply(text, find(text))
    'The Institute for Economics (IWH) sees no reason to worry.'

    Left alone: parts of words ((re)built, (Netz-)unabhängig, word(s)and), code.  False alarms: none in 1.2
    million words of clean news in 26 languages.
    """
    for bracket in _BRACKET.finditer(text):
        yield Edit(bracket.end(), "", " ", "unglue.bracket", f"a word is glued to {bracket[0]!r}", SURE)
