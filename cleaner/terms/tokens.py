"""A name cut into the words that matter: titles and legal forms told apart, numbers written one way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from cleaner.terms.rarity import surprise
from cleaner.terms.roman import roman

_NUMBERS = {
    word: str(n)
    for row in (
        "zero one two three four five six seven eight nine ten eleven twelve",
        ". first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        ". 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th",
        ". . ii iii iv . vi vii viii ix . xi xii",  # I, V and X may be initials
    )
    for n, word in enumerate(row.split())
}
_READ = str.maketrans("0134", "oiea")  # Ig0r
_WORD = re.compile(r"[^\W_]+")
_WEIGHTS = {"legal": 0.0, "title": 0.0, "particle": 1.0}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a name.

    Attributes:
        text: Plain small Latin letters, or a number in digits.
        weight: Bits of surprise at it; none for a title or a legal form, one for a particle.
    """

    text: str
    weight: float


@lru_cache(16384)
def tokens(name: str) -> tuple[Token, ...]:
    """The words of a name, as they stand.

    >>> [t.text for t in tokens("Mr. Jean-Claude O'Hara")], [t.text for t in tokens("First Bank p.l.c.")]
    (['mr', 'jean', 'claude', 'ohara'], ['1', 'bank', 'plc'])
    """
    letters = re.sub(r"['’‘ʼ`]", "", roman(name)).replace("&", " and ")
    dotless = re.sub(r"\b(?:\w\.){2,}", lambda m: m[0].replace(".", "") + " ", letters)
    words = map(_written, _WORD.findall(_phrases().sub("ltd", " ".join(_WORD.findall(dotless)))))
    return tuple(Token(word, _weight(word)) for word in words)


def _written(word: str) -> str:
    if word in _NUMBERS:
        return _NUMBERS[word]
    mixed = sum(map(str.isalpha, word)) > sum(map(str.isdigit, word)) > 0
    return word.translate(_READ) if mixed else word


def _weight(word: str) -> float:
    kind = _parts().get(word)
    return _WEIGHTS[kind] if kind else surprise(word)


@cache
def _parts() -> dict[str, str]:
    """Words that tell little, each with its kind."""
    lines = (files("cleaner.terms") / "data" / "nameparts.txt").read_text("utf-8").split("\n")
    rows = [line.split(" ") for line in lines if line and not line.startswith("#")]
    return {form.replace("_", " "): kind for kind, *forms in rows for form in forms}


@cache
def _phrases() -> re.Pattern[str]:
    """Legal forms of several words."""
    several = sorted((form for form in _parts() if " " in form), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(several)})\b")
