"""One text, one language; silence is an answer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.text.language.model import model
from cleaner.text.scripts import shares

SURE = 0.95  # at and above it py3langid is right on 100 % of the headlines it answers (8 languages)
_WORD = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]{2,}"
)  # or a letter, where no spaces are put
_FEWEST = 3  # words; below it every detector invents ("© AP" is Tagalog at .9998 to langdetect)
_FEW = 0.5  # the most that fewer words are believed


@dataclass(frozen=True, slots=True)
class Guess:
    """A language and the estimated probability that it is the right one, in [0, 1]."""

    lang: str
    probability: float


def identify(text: str, languages: Sequence[str] = (), *, sure: float = SURE) -> Guess | None:
    """The language of ``text``; None below the threshold, for fewer than three words, or without letters.

    A text in a script that only one of the languages uses needs no three words.

    Args:
        text: A headline, a sentence or more; read up to 600 bytes.
        languages: BCP 47 tags to choose from; empty for all that are known.
        sure: Probability below which there is no answer.

    >>> identify("© AP")
    >>> identify("Das Gesetz tritt am Montag in Kraft.").lang
    'de'
    """
    guess = guesses([text], tuple(languages))[0]
    return guess if guess is not None and guess.probability >= sure else None


def guesses(texts: Sequence[str], languages: tuple[str, ...] = ()) -> list[Guess | None]:
    """The best guess for each text, however unsure; None for a text without letters.

    The probability for fewer than three words is held under the threshold of
    ``identify``.  Many texts at once cost a fraction of asking one by one.
    """
    found: list[Guess | None] = [None] * len(texts)
    by_script: dict[str, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        if script := _script(text):
            by_script[script].append(i)
    for script, at in by_script.items():
        ranked = model().probabilities([texts[i] for i in at], script, languages)
        for i, ranking in zip(at, ranked, strict=True):
            found[i] = _guess(texts[i], ranking)
    return found


def _guess(text: str, ranking: Sequence[tuple[str, float]]) -> Guess | None:
    if not ranking:
        return None
    lang, probability = ranking[0]
    few = len(ranking) > 1 and len(_WORD.findall(text, 0, 200)) < _FEWEST
    return Guess(lang, min(probability, _FEW) if few else probability)


def _script(text: str) -> str:
    """The script most letters are in; empty without letters.  Kana outweigh Han: that is Japanese."""
    if text.isascii():
        return "Latin" if any(c.isalpha() for c in text) else ""
    found = shares(text[:600])
    if found.get("Hiragana", 0) + found.get("Katakana", 0) > 0.1:
        return "Hiragana"
    return next(iter(found), "")
