"""The bones of a name: its consonants in nine classes, so that most of its spellings share one key.

Vowels, glides, h and blanks fall away, doubled sounds become one; voiced and voiceless sounds, sibilants and
affricates are not told apart.  A key finds candidates; ``spelling.distance`` judges them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cleaner.terms.spelling import plain

_SOUND = re.compile(
    "(?P<S>shch|tsch|dsch|szcz|sch|dzh|sh|ch|zh|ts|tz|cz|sz|dz|s|z|c(?=[eiyaouj]?[eiy]))"
    "|(?P<T>th|t|d)|(?P<F>ph|f|v|w)|(?P<P>p|b)|(?P<K>gh|ck|qu|k(?!h)|c|q|g)"
    "|(?P<X>x)|(?P<H>kh)|(?P<L>l)|(?P<R>r)|(?P<M>m)|(?P<N>n)"
)
_PART = re.compile(r"[ \u00a0-]")
_LATIN = "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh sch y e u a i i e g v ch d l n j"
_ROMAN = dict(zip("абвгдеёжзийклмнопрстуфхцчшщыэюяіїєґўћђљњј", _LATIN.split(), strict=True))


def skeleton(name: str) -> str:
    """The key of a name, empty where it holds no consonant.

    >>> skeleton("Zhukov"), skeleton("Schukow"), skeleton("Idite Lesom"), skeleton("Идите лесом")
    ('SKF', 'SKF', 'TLSM', 'TLSM')
    """
    key = ""
    for word in _PART.split(name):
        bones = _bones(word)
        key += bones[1:] if bones and key.endswith(bones[0]) else bones
    return key


@lru_cache(65536)
def _bones(word: str) -> str:
    key = "".join("KS" if m.lastgroup == "X" else m.lastgroup or "" for m in _SOUND.finditer(roman(word)))
    return re.sub(r"(.)\1+", r"\1", key)


def roman(name: str) -> str:
    """A name in plain small Latin letters, Cyrillic ones the English way.

    >>> roman("Идите лесом")
    'idite lesom'
    """
    return "".join(_ROMAN.get(c, c) for c in plain(name))


def fewer(key: str) -> set[str]:
    """The key and all keys with one class fewer.

    Two keys that share one of these are one class apart, or have two swapped, or are a little further.

    >>> sorted(fewer("TLM")), not fewer("TLSM").isdisjoint(fewer("TSLM"))
    (['LM', 'TL', 'TLM', 'TM'], True)
    """
    return {key, *(key[:i] + key[i + 1 :] for i in range(len(key)))}
