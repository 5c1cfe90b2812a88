"""Tags of languages (BCP 47), as people write them."""

from __future__ import annotations

import re

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def tidy(tag: str) -> str | None:
    """A tag as the standard writes it, None for what is none.

    >>> tidy("DE"), tidy("pt_br"), tidy("sr-latn"), tidy("German")
    ('de', 'pt-BR', 'sr-Latn', None)
    """
    if not _TAG.fullmatch(tag):
        return None
    language, *others = re.split("[-_]", tag.lower())
    return "-".join([language, *(_subtag(other) for other in others)])


def _subtag(small: str) -> str:
    """Regions are written in capitals, scripts with one."""
    return (
        small.upper() if len(small) == 2 else small.title() if len(small) == 4 and small.isalpha() else small
    )
