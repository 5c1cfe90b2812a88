"""Words of the source language left in an English text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cleaner.history import Finding
from cleaner.steps.check.names import NOBODY, Names
from cleaner.text.residue import residue

_NO_WORD = re.compile(r"[^\W\d_]{500}")


def find(text: str, names: Names = NOBODY) -> Iterator[Finding]:
    """Point at words of another language that a translation left as they were.

    Damage: the engine does not know a word and copies it.  Made by machine translation of rare words and of
    compounds, mostly German.

    >>> text = "The committee met on Tuesday, obwohl niemand had asked for it."
    >>> [text[f.start:f.end] for f in find(text)]
    ['obwohl niemand']

    Neighbours are one finding.  Left alone: words that the text uses twice (a term of its subject, such
    as yokozuna), words in quotation marks, the names of the glossaries, texts in other languages than
    English.  False alarms: 0.8 in 10,000 words of clean English news, most of them words of other
    languages indeed (haute, état).
    """
    if _NO_WORD.search(text):
        return  # data, not prose; looking such a thing up takes the square of its length
    words = [word for word in residue(text, "en") if not _quoted(text, word[0], word[1])]
    known = [(n.start, n.end) for n in names.standing(text)] if words else []
    words = [w for w in words if not any(start <= w[0] < end for start, end in known)]
    uses = Counter(text[start:end] for start, end, _ in words)
    once = [word for word in words if uses[text[word[0] : word[1]]] == 1]
    for i, (start, end, lang) in enumerate(once):
        if i and once[i - 1][1] + 1 == start:
            continue  # goes on from the word before
        for follower, last, _ in once[i + 1 :]:
            if follower != end + 1:
                break
            end = last
        yield Finding(start, end, "check.residue", f"left in the language of the source ({lang})?")


def _quoted(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in {"“", "„", "«", '"', "‘", "'", "("} or text[end : end + 1] in {
        "”",
        "»",
        '"',
    }
