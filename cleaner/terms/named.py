"""The names of a term base: the forms that a garble may be a spelling of, and their index."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np

from cleaner.terms.arrays import Arrays
from cleaner.terms.entry import Entry
from cleaner.terms.index import build
from cleaner.terms.skeleton import bones, romans

CROWD = 12_000
"""Names from which one word alone is found by its letters only: likenesses by chance outnumber garbles."""
_NO_ASCII_LETTER = {n: None for n in range(128) if not chr(n).isalnum() and chr(n) != "\n"}
_NO_LETTER = re.compile(r"(?:[^\w\n]|_)+")


def names(entry: Entry) -> tuple[str, ...]:
    """The forms that a garble may be a spelling of: a name's preferred and native ones."""
    if entry.type in ("phrase", "term"):
        return ()
    return (entry.preferred, *(form for _, form in entry.natives)) if entry.native else (entry.preferred,)


def compile_names(entries: Iterable[Entry]) -> Arrays:
    """The index of names by their preferred and their native forms.

    One word alone is no evidence among so many names that chance brings likenesses: then it is found by its
    letters only.
    """
    forms = [names(e) for e in entries]
    flat = [form for some in forms for form in some]
    owner = np.arange(len(forms), dtype=np.int32).repeat([len(some) for some in forms])
    nth = np.array([n for some in forms for n in range(len(some))], np.int16)
    lines = romans(flat)
    own, keys = _bare(lines), bones(lines)
    order = sorted(range(len(own)), key=own.__getitem__)
    crowded = sum(map(bool, forms)) > CROWD
    told = [None if crowded and " " not in flat[n] else keys[n] for n in order]
    return {**build([own[n] for n in order], told), "owner": owner[order], "nth": nth[order]}


def letters(form: str) -> str:
    """Plain Latin letters of a form, for a first comparison.

    >>> letters("Pro Asyl"), letters("Идите лесом")
    ('proasyl', 'iditelesom')
    """
    return form.lower() if form.isascii() and form.isalpha() else rows([form])[0]


def rows(forms: Iterable[str]) -> list[str]:
    """The letters of many forms."""
    return _bare(romans(forms))


def _bare(lines: str) -> list[str]:
    bare = lines.translate(_NO_ASCII_LETTER) if lines.isascii() else _NO_LETTER.sub("", lines)
    return bare.split("\n")[:-1]
