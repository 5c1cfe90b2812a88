"""The bones of a name: its consonants in nine classes, so that most of its spellings share one key.

Vowels, glides, h and blanks fall away, doubled sounds become one; voiced and voiceless sounds, sibilants and
affricates are not told apart.  A key finds candidates; ``spelling.distance`` judges them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cleaner.terms.spelling import plain

_SOUND = re.compile(
    "(?P<S>shch|tsch|dsch|szcz|sch|dzh|sh|ch|zh|ts|tz|cz|sz|dz|s|z|c(?=[eiyaouj]?[eiy]))"
    "|(?P<T>th|t|d)|(?P<F>ph|f|v|w)|(?P<P>p|b)|(?P<K>gh|ck|qu|k(?!h)|c|q|g)"
    "|(?P<X>x)|(?P<H>kh)|(?P<L>l)|(?P<R>r)|(?P<M>m)|(?P<N>n)"
)
CLASSES = "STFPKHLRMN"
_LATIN = "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh sch y e u a i i e g v ch d l n j"
_ROMAN = dict(zip("абвгдеёжзийклмнопрстуфхцчшщыэюяіїєґўћђљњј", _LATIN.split(), strict=True))


@lru_cache(65536)
def skeleton(name: str) -> str:
    """The key of a name, empty where it holds no consonant.

    >>> skeleton("Zhukov"), skeleton("Schukow"), skeleton("Idite Lesom"), skeleton("Идите лесом")
    ('SKF', 'SKF', 'TTLSM', 'TTLSM')
    """
    key = "".join("KS" if m.lastgroup == "X" else m.lastgroup or "" for m in _SOUND.finditer(roman(name)))
    return re.sub(r"(.)\1+", r"\1", key)


def roman(name: str) -> str:
    """A name in plain small Latin letters, Cyrillic ones the English way.

    >>> roman("Идите лесом")
    'idite lesom'
    """
    return "".join(_ROMAN.get(c, c) for c in plain(name))


def neighbours(key: str) -> Iterator[str]:
    """All keys one class away: one more, one fewer, one other, two swapped."""
    for i in range(len(key) + 1):
        head, tail = key[:i], key[i:]
        for c in CLASSES:
            yield head + c + tail
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        if tail:
            yield head + tail[1:]
            for c in CLASSES:
                yield head + c + tail[1:]
