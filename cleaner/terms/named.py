"""The names of a term base: the forms that a garble may be a spelling of, and their index."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np

from cleaner.terms.arrays import Arrays
from cleaner.terms.entry import Entry
from cleaner.terms.index import build
from cleaner.terms.skeleton import roman, skeletons

CROWD = 12_000
"""Names from which one word alone is found by its letters only: likenesses by chance outnumber garbles."""
_NO_LETTER = re.compile(r"(?:[^\w\n]|_)+")


def named(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that are names."""
    return [e for e in entries if e.type not in ("phrase", "term")]


def names(entry: Entry) -> tuple[str, ...]:
    """The forms that a garble may be a spelling of: the preferred and the native ones."""
    return (entry.preferred, *(form for _, form in entry.natives)) if entry.native else (entry.preferred,)


def compile_names(entries: Iterable[Entry]) -> Arrays:
    """The index of names by their preferred and their native forms.

    One word alone is no evidence among so many names that chance brings likenesses: then it is found by its
    letters only.
    """
    flat = [
        (owner, nth, form)
        for owner, entry in enumerate(named(entries))
        for nth, form in enumerate(names(entry))
    ]
    crowded = flat[-1][0] >= CROWD if flat else False
    ordered = sorted(zip(rows(form for _, _, form in flat), flat, strict=True))
    forms = [form for _, (_, _, form) in ordered]
    bones = [None if crowded and " " not in f else s for f, s in zip(forms, skeletons(forms), strict=True)]
    return {
        **build([own for own, _ in ordered], bones),
        "owner": np.array([owner for _, (owner, _, _) in ordered], np.int32),
        "nth": np.array([nth for _, (_, nth, _) in ordered], np.int16),
    }


def letters(form: str) -> str:
    """Plain Latin letters of a form, for a first comparison.

    >>> letters("Pro Asyl"), letters("Идите лесом")
    ('proasyl', 'iditelesom')
    """
    return rows([form])[0]


def rows(forms: Iterable[str]) -> list[str]:
    """The letters of many forms."""
    return _NO_LETTER.sub("", roman("\n".join([*forms, ""]))).split("\n")[:-1]
