"""Words and marks of a text, each with the space before it: what phrases are made of."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|\S")


def tokens(text: str, *, spaced: bool = True) -> list[str]:
    """Words and marks; ``▁`` says that white space, or the start of the text, stands before.

    >>> tokens("Ja, das geht's an.")
    ['▁Ja', ',', '▁das', "▁geht's", '▁an', '.']

    Args:
        text: One sentence.
        spaced: False if the text goes on without a space from what stands before it.
    """
    text = text.strip() if spaced else text
    found = []
    for match in _TOKEN.finditer(text):
        gap = spaced if match.start() == 0 else text[match.start() - 1].isspace()
        found.append("▁" * gap + match[0])
    return found
