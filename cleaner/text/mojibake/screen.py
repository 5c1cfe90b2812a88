"""Words whose letters do not belong together: found fast, for most texts have none."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cleaner.text.mojibake.model import Costs, codes, model
from cleaner.text.mojibake.words import WORD

_PLAIN = re.compile("[^\0-\x7f“”‘’„–—…\xa0«»€£§°©®™•·\ufffd]")  # anything but ASCII and what typists set
_ODD = 7.0  # nats a pair from which it is improbable in a language: foreign letters, capitals inside words
_DULL = 4.3  # nats a pair above which a whole text is; clean ones lie at 2.5 to 4
_ENOUGH = 6.0  # nats beyond either, in all, from which a text is worth a closer look
_LITTLE = 4.0  # ... beyond the first, if neither is reached: a word or two
_SECOND = np.uint16(40)  # tenths of a nat for what is in the second of its languages
_SAMPLES = (48, 400)  # pairs that tell the languages of a text


def odd_words(text: str) -> list[str]:
    """The words of ``text`` that do not look like its languages; none if it all but looks right."""
    if not _PLAIN.search(text):
        return []
    code = codes(f" {text} ")
    at = np.flatnonzero((code[:-1] > 0x7F) | (code[1:] > 0x7F))
    before, after = code[at], code[at + 1]
    rows, case = model().rows(before, after), model().case(before, after)
    odd = None
    for sample in _SAMPLES:  # a small one does for most texts
        odd = _odd(_fewest(*_languages(rows, sample))[rows] + case)
        if odd is None:
            return []
    place = np.zeros(len(code), np.bool_)
    place[at[odd]] = place[at[odd] + 1] = True
    return [m.group() for m in WORD.finditer(text) if place[m.start() + 1 : m.end() + 1].any()]


def _odd(cost: Costs) -> NDArray[np.bool_] | None:
    """Which pairs are odd, if they are enough to matter."""
    improbable = np.maximum(cost - _ODD, 0).sum()
    if improbable < _ENOUGH <= (cost - _DULL).sum():
        return cost > _DULL
    return cost > _ODD if improbable >= _LITTLE else None


def _languages(rows: NDArray[np.int32], sample: int) -> tuple[int, int]:
    """The language a text is in most of all, and the next."""
    rows = rows[:: len(rows) // sample + 1]
    cost = np.minimum(model().costs[rows], 120).sum(0, dtype=np.int32)
    first, second = np.argpartition(cost, 1)[:2].tolist()
    return (first, second) if cost[first] <= cost[second] else (second, first)


@cache
def _fewest(first: int, second: int) -> Costs:
    """Costs in one language, or for more in the other, by row of the table."""
    fewest: Costs = np.minimum(model().costs[:, first], model().costs[:, second] + _SECOND).astype(np.float32)
    return fewest / np.float32(10)
