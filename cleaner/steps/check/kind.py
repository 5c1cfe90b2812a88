"""A name called what it is not: the newspaper Geo, the magazine Die Welt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.history import Finding
from cleaner.steps.check.names import NOBODY, Names

_KINDS = {
    "newspaper": "newspaper", "daily": "newspaper", "tabloid": "newspaper", "broadsheet": "newspaper",
    "magazine": "magazine", "broadcaster": "broadcaster", "radio station": "broadcaster",
    "television station": "broadcaster", "TV station": "broadcaster", "TV channel": "broadcaster",
    "news agency": "agency", "photo agency": "agency", "website": "website", "portal": "website",
    "news site": "website", "ministry": "ministry", "university": "university", "foundation": "foundation",
    "trade union": "union", "party": "party", "company": "company", "river": "river", "city": "city",
}  # fmt: skip
_KIND = re.compile(rf"\b(?:{'|'.join(sorted(_KINDS, key=len, reverse=True))})\b")
_TYPES = {"party": "party", "agency": "agency", "company": "company"}
_BEFORE = 24  # code points in which the kind stands before a name


def find(text: str, names: Names = NOBODY) -> Iterator[Finding]:
    """Point at a noun before a name that the term base says is something else.

    Damage: a translator that does not know the name guesses its kind from the sentence ("the newspaper
    Geo", a magazine).  Made by machine translation of bare names (*im Interview mit der Geo*), where the
    target language wants a noun.

    >>> from cleaner.terms.entry import Entry
    >>> names = Names([Entry("geo", "Geo", type="outlet", note="A monthly magazine.")])
    >>> text = "He told the newspaper Geo that he would go on."
    >>> [text[f.start:f.end] for f in find(text, names)]
    ['newspaper Geo']

    The kind is read off the note of the entry, or its type where that says enough (party, agency, company).
    Left alone: entries without either, nouns that stand farther off.  False
    alarms: 0 in 150,000 words of clean English news with the shipped glossaries.
    """
    for name in names.standing(text):
        start = max(name.start - _BEFORE, 0)
        kinds = [
            k
            for k in _KIND.finditer(text, start, name.start)
            if not text[k.end() : name.start].strip(" “\"'‘")
        ]
        known = {_KINDS[k] for k in _KIND.findall(name.entry.note.lower())} | {
            _TYPES.get(name.entry.type, "")
        } - {""}
        if kinds and known and _KINDS[kinds[-1][0]] not in known:
            message = f"{text[name.start : name.end]} is a {', '.join(sorted(known))}"
            yield Finding(kinds[-1].start(), name.end, "check.kind", message)
