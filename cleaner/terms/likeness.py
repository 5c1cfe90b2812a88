"""How likely two names are one: of persons or organisations, in any script, word order and fullness.

The words of both are paired, the likest first; what agrees, what differs and what only one of them has are
weighed in bits of surprise, so that *Bank* tells little and *Crystalord* much.  ``benchmarks/pairs.py``
measures it, and fits the weights.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache
from operator import mul

from cleaner.terms.roman import sounding
from cleaner.terms.spelling import align, given, latin, symbols
from cleaner.terms.tokens import Token, tokens

WEIGHTS = (2.336, -0.224, -0.164, 0.887, -0.463)
"""Of the parts of a comparison, and a constant: by logistic regression on half of 826 labelled pairs
(nomenklatura's name_bench, MIT)."""
PAIRED = 0.45
"""Likeness from which two words are taken for one."""
INITIAL, TRANSLATED, ROMANISED = 0.8, 0.9, 0.95
"""Likeness of an initial to its name, of a given name to its translation or short form, of words that only
sound the same."""
STRANGE = 6.0
"""Bits of distance for each symbol at which no word is a spelling of the other."""
SLIP = 1.2
"""Share of the letters by which a word with one slip of the pen falls short of likeness, for each letter."""
LONGEST = 4
"""Words of a name that another may write as one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What speaks for two names being one, and what against.

    Attributes:
        agree: Share of the weight of the longer name that agrees.
        differ: Bits of what is not the same in words that are paired.
        alone: Bits of words without a partner, of the name that has fewer of them: both have others.
        ends: 1 if the first words are paired and the last: then what is more stands between.
    """

    agree: float
    differ: float
    alone: float
    ends: float


def likeness(a: str, b: str, weights: Sequence[float] = WEIGHTS) -> float:
    """Estimated probability, 0 to 1, that two names are one.

    >>> round(likeness("Usama bin Ladin", "Osama bin Laden"), 1), likeness("Brigade 44", "Brigade 45")
    (0.7, 0.0)
    """
    if a == b:
        return 1.0
    if not (found := compare(a, b)):
        return 0.0
    return 1 / (1 + math.exp(-sum(map(mul, weights, (*astuple(found), 1.0)))))


def compare(a: str, b: str) -> Comparison | None:
    """Pair the words of two names.

    Nothing if no word is shared, or if the numbers differ: *Fund II* and *Fund III* are two.
    """
    x, y = _glued(tokens(a), tokens(b)), _glued(tokens(b), tokens(a))
    x, y = _telling(x), _telling(y)
    pairs = _paired(x, y)
    if not pairs or _numbers(x) != _numbers(y):
        return None
    both = sum(_weight(x[i], y[j]) for _, i, j in pairs)
    agree = sum(_weight(x[i], y[j]) * like for like, i, j in pairs)
    alone = sorted((_rest(x, {i for _, i, _ in pairs}), _rest(y, {j for _, _, j in pairs})))
    ends = {(0, 0), (len(x) - 1, len(y) - 1)} <= {(i, j) for _, i, j in pairs}
    return Comparison(agree / max(1.0, both + alone[1]), both - agree, alone[0], float(ends))


def _numbers(words: Sequence[Token]) -> set[str]:
    return {w.text for w in words if w.text.isdigit()}


def _weight(a: Token, b: Token) -> float:
    return min(a.weight, b.weight)


def _rest(words: Sequence[Token], used: set[int]) -> float:
    return sum(word.weight for i, word in enumerate(words) if i not in used)


def _telling(words: Sequence[Token]) -> Sequence[Token]:
    """Without titles and legal forms, unless there is nothing else."""
    return [w for w in words if w.weight] or words


def _glued(words: Sequence[Token], other: Sequence[Token]) -> Sequence[Token]:
    """Neighbours as one word where the other name writes them so: *van der Bilt*, *Vanderbilt*."""
    wanted, found, at = [w.text for w in other], [], 0
    while at < len(words):
        ends = (at + n for n in range(min(LONGEST, len(words) - at), 1, -1))
        end = next((e for e in ends if _one(words[at:e], wanted)), at + 1)
        run = words[at:end]
        found.append(Token("".join(w.text for w in run), sum(w.weight for w in run)))
        at = end
    return found


def _one(run: Sequence[Token], wanted: Sequence[str]) -> bool:
    text = "".join(word.text for word in run)
    near = (w for w in wanted if abs(len(w) - len(text)) < 3 and w[:2] == text[:2])
    return len(text) > 3 and run[0].text not in wanted and any(_like(text, w) > INITIAL for w in near)


def _paired(x: Sequence[Token], y: Sequence[Token]) -> list[tuple[float, int, int]]:
    """Likeness and places of the words that are taken for one, each once, the likest first."""
    every = ((_like(s.text, t.text), i, j) for i, s in enumerate(x) for j, t in enumerate(y))
    found: list[tuple[float, int, int]] = []
    for like, i, j in sorted(every, key=lambda p: (-p[0], abs(p[1] - p[2]), p[1])):
        if like >= PAIRED and all(i != a and j != b for _, a, b in found):
            found.append((like, i, j))
    return found


@lru_cache(65536)
def _like(a: str, b: str) -> float:
    """Likeness of two words, 0 to 1: but for slips of the pen, by sound, or by how names get spelt."""
    if a == b:
        return 1.0
    if a.isdigit() or b.isdigit():
        return 0.0
    if len(a) == 1 or len(b) == 1:
        return INITIAL if a[0] == b[0] else 0.0
    if b in given().get(a, ()):
        return TRANSLATED
    return max(_slip(a, b), ROMANISED * _slip(sounding(a), sounding(b)), _spelt(a, b))


def _spelt(a: str, b: str) -> float:
    x, y = symbols(a), symbols(b)
    bits = min(align(x, y, latin()), align(y, x, latin()))
    return 1 - bits / STRANGE / max(3, len(x), len(y))


def _slip(a: str, b: str) -> float:
    from rapidfuzz.distance.OSA import distance as slips  # swaps are one slip

    return 1 - SLIP * slips(a, b) / max(len(a), len(b))
