"""The bones of a name: its consonants in nine classes, so that most of its spellings share one key.

Vowels, glides, h and blanks fall away, doubled sounds become one; voiced and voiceless sounds, sibilants and
affricates are not told apart.  A key finds candidates; ``spelling.distance`` judges them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cleaner.terms.spelling import bare

CLASSES = "STFPKHLRMN"
_SOUNDS = {
    "S": "shch tsch dsch szcz sch dzh sh ch zh ts tz cz sz dz s z ç",
    "T": "th t d",
    "F": "ph f v w",
    "P": "p b",
    "K": "gh ck k c q g",
    "KS": "x",
    "H": "kh",
    "L": "l",
    "R": "r",
    "M": "m",
    "N": "n",
    "\n": "\n",
}
_CLASS = {sound: key for key, sounds in _SOUNDS.items() for sound in sounds.split(" ")}
_SOUND = re.compile(r"s(?:hch|zcz|ch|[hz])?|t(?:sch|[hsz])?|d(?:sch|zh?)?|c[hkz]?|[gkpz]h?|[fvwbxqlrmnç\n]")
_SOFT = re.compile("c(?=[eiyaouj]?[eiy])")
_DOUBLED = [2 * key for key in CLASSES]
_LATIN = "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh sch y e u a i i e g v ch d l n j"
_ROMAN = dict(zip("абвгдеёжзийклмнопрстуфхцчшщыэюяіїєґўћђљњј", _LATIN.split(), strict=True))


def skeleton(name: str) -> str:
    """The key of a name, empty where it holds no consonant.

    >>> skeleton("Zhukov"), skeleton("Schukow"), skeleton("Idite Lesom"), skeleton("Идите лесом")
    ('SKF', 'SKF', 'TLSM', 'TLSM')
    """
    return skeletons([name])[0]


def skeletons(names: Iterable[str]) -> list[str]:
    """The keys of many names, which takes a tenth of the time."""
    return bones(romans(names))


def romans(names: Iterable[str]) -> str:
    """Many names as ``roman`` writes them, each with a line end."""
    return roman("\n".join([*names, ""]))


def bones(lines: str) -> list[str]:
    """The keys of names that ``romans`` wrote."""
    sounds = _SOUND.findall(_SOFT.sub("ç", lines))
    keys = "".join(map(_CLASS.__getitem__, sounds))
    for doubled in _DOUBLED:
        while doubled in keys:
            keys = keys.replace(doubled, doubled[0])
    return keys.split("\n")[:-1]


def roman(name: str) -> str:
    """A name in plain small Latin letters, Cyrillic ones the English way.

    >>> roman("Идите лесом")
    'idite lesom'
    """
    text = bare(name)
    for letter in _ROMAN.keys() & set(text):
        text = text.replace(letter, _ROMAN[letter])
    return text


def fewer(key: str) -> list[str]:
    """The key and all keys with one class fewer.

    Two keys that share one of these are one class apart, or have two swapped, or are a little further.

    >>> fewer("TLM"), sorted({*fewer("TLSM")} & {*fewer("TSLM")})
    (['TLM', 'LM', 'TM', 'TL'], ['TLM', 'TSM'])
    """
    return [key, *[key[:i] + key[i + 1 :] for i in range(len(key))]]
