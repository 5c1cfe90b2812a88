"""One body taken for two, because the text has two of its names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.history import Finding
from cleaner.steps.check.names import NOBODY, Names

_ANOTHER = re.compile(r"\b(?:another|a second|a third|a further|a different|a similar)\b", re.I)
_SENTENCE = re.compile(r"[^\n.!?]{0,400}")
_REACH = 400  # code points of a sentence on either side


def find(text: str, names: Names = NOBODY) -> Iterator[Finding]:
    """Point at a name introduced as "another" body when the text has met that body under another name.

    Damage: a name and its translation stand in one article ("Get Lost" and "Idite Lesom"), and the
    translator, who does not know that they are one, writes "another organisation".  Made by machine
    translation of native names, some of which are translated and some romanised.

    >>> from cleaner.terms.entry import Entry
    >>> names = Names([Entry("x", "Idite Lesom", admitted=("Get Lost",))])
    >>> text = "“Get Lost” helps deserters. “Idite Lesom” is another Russian organisation."
    >>> [text[f.start:f.end] for f in find(text, names)]
    ['Idite Lesom']

    Needs an entry that holds both names.  Left alone: a short form in brackets, two names without
    "another", one name used twice.  False alarms: 0 in 150,000 words of clean English news with the shipped
    glossaries.
    """
    if not _ANOTHER.search(text):
        return
    met: dict[str, str] = {}
    for name in names.standing(text):
        said = text[name.start : name.end]
        before = met.setdefault(name.entry.id, said)
        if (
            said != before
            and text[name.start - 1] != "("
            and _ANOTHER.search(_sentence(text, name.start, name.end))
        ):
            yield Finding(name.start, name.end, "check.body", f"{said} and {before} are one body, not two")


def _sentence(text: str, start: int, end: int) -> str:
    near = max(start - _REACH, 0)
    begin = max(near, *(text.rfind(stop, near, start) + 1 for stop in ".!?\n"))
    rest = _SENTENCE.match(text, end)
    return text[begin : rest.end() if rest else end]
