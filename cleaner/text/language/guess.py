"""One text, one language; silence is an answer."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cleaner.text.language.letters import letters
from cleaner.text.language.model import model
from cleaner.text.language.tags import candidates, same
from cleaner.text.scripts import shares

if TYPE_CHECKING:
    from numpy.typing import NDArray

SURE = 0.95
"""From here on a text is believed: 89 % of headlines in 26 languages, and 99.7 % of these are right."""
_UNSPACED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"  # scripts without spaces: a letter counts as a word
_THREE_WORDS = re.compile(
    rf"(?:[{_UNSPACED}][\W\d_]*|[^\W\d_{_UNSPACED}]++(?:[\W\d_]+|(?=[{_UNSPACED}])|\Z)){{3}}"
)  # fewer are not asked about: every detector invents then ("© AP" is Tagalog at .9998 to langdetect)
_READ = 300  # code points read of a text: more changes no answer
_SLOPE, _SHIFT = 1.4, 0.65  # of the calibration
_FEW = 0.5  # the most that fewer than three words are believed
_CLEAR = 0.99  # share from which the letters are believed: of 86 % of sentences, 99.97 % of them right
_WEIGHT = 0.5  # of the letters' log-likelihoods against py3langid's: .3 to 1 are as good
_NAMES = 0.7  # share of Latin letters up to which they may be names in a text of another script
_LATIN = re.compile(r"[\x00-\u024f\u1e00-\u1eff\u2000-\u2bff]*\Z")
_CYRILLIC = re.compile(r"[\x00-@\[-`{-\u00bf\u0400-\u052f\u2000-\u2bff]*\Z")
_LATIN_TWINS, _CYRILLIC_TWINS = "AaBEeHKMOoPpCcTXxyIiJj", "АаВЕеНКМОоРрСсТХхуІіЈј"
_TWINS = str.maketrans(_LATIN_TWINS, _CYRILLIC_TWINS)
_MIXED = re.compile(rf"\w*(?:[a-zA-Z][\u0400-\u052f]|[\u0400-\u052f][a-zA-Z])\w*|\b[{_LATIN_TWINS}]+\b")


@dataclass(frozen=True, slots=True)
class Guess:
    """A language and the estimated probability that it is the right one, in [0, 1]."""

    lang: str
    probability: float


def identify(text: str, languages: Sequence[str] = (), *, sure: float = SURE) -> Guess | None:
    """The language of ``text``; None below the threshold, for fewer than three words, or without letters.

    A text in a script that only one of the languages uses needs no three words.

    Args:
        text: A headline, a sentence or more; 300 characters are read.
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
    return [odds.best() if odds else None for odds in all_odds(texts, languages)]


@dataclass(frozen=True, slots=True)
class Odds:
    """What each candidate language has to say for itself.

    Attributes:
        tags: The candidates.
        shares: Their shares of the probability, adding up to 1; not calibrated.
        few: True where the text has too few words to be believed.
    """

    tags: tuple[str, ...]
    shares: list[float]
    few: bool

    def best(self) -> Guess:
        """The likeliest language, with a calibrated probability."""
        most = max(self.shares)
        probability = calibrated(most) if len(self.tags) > 1 else 1.0
        return Guess(self.tags[self.shares.index(most)], min(probability, _FEW) if self.few else probability)

    @property
    def clear(self) -> bool:
        """True if the letters alone would be believed."""
        return not self.few and max(self.shares) >= _CLEAR

    def over(self, tag: str) -> float:
        """How many times as likely the likeliest language is as ``tag``."""
        own = [share for t, share in zip(self.tags, self.shares, strict=True) if same(t, tag)]
        return max(self.shares) / max(*own, 1e-9) if own else math.inf


def calibrated(share: float) -> float:
    """The probability that the language with this share is the right one.

    A logistic curve through the reliability table of ``benchmarks/language.py``:
    as it is, a share of .5 is right 66 times in 100, one of .8 is 93 times.

    >>> [round(calibrated(share), 2) for share in (0.2, 0.5, 0.8, 0.99)]
    [0.22, 0.66, 0.93, 1.0]
    """
    if not 0 < share < 1:
        return share
    return 1 / (1 + math.exp(-_SLOPE * math.log(share / (1 - share)) - _SHIFT))


def all_odds(
    texts: Sequence[str], languages: tuple[str, ...] = (), *, thorough: bool = True
) -> list[Odds | None]:
    """The odds for each text; None for one without letters.

    Args:
        texts: Any texts.
        languages: Tags to choose from; empty for all that are known.
        thorough: False to go by the letters alone where there is a table of them, which is quicker.
    """
    found: list[Odds | None] = [None] * len(texts)
    by_script: dict[str, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        if script := _script(text):
            by_script[script].append(i)
    for script, at in by_script.items():
        for i, odds in zip(at, _odds([texts[i] for i in at], script, languages, thorough), strict=True):
            found[i] = odds
    return found


def _odds(texts: list[str], script: str, languages: tuple[str, ...], thorough: bool) -> list[Odds | None]:
    """Odds for texts of one script."""
    tags = tuple(candidates(script, languages).values())
    if len(tags) < 2:
        return [Odds(tags, [1.0], few=False) if tags else None] * len(texts)
    if script == "Cyrillic":
        texts = [_without_twins(text) for text in texts]
    rows = _probabilities(texts, script, languages, thorough).tolist()
    few = [not _THREE_WORDS.search(text, 0, _READ) for text in texts]
    return [Odds(tags, *each) for each in zip(rows, few, strict=True)]


def _probabilities(texts: list[str], script: str, languages: tuple[str, ...], thorough: bool) -> NDArray[Any]:
    """Probability of each candidate, shape (texts, candidates).

    The letters answer; where they are not clear, py3langid and they together.  Scores are taken over
    the root of the length, which keeps the shares calibrated (py3langid's own finding).
    """
    import numpy as np

    table = letters(script)
    if table is None:
        return _softmax(model().scores(texts, script, languages))
    read = [text[:_READ] for text in texts]
    roots = np.sqrt([[max(len(text), 1)] for text in read])
    scores = table.scores(read, list(candidates(script, languages))) / roots
    odds = _softmax(scores)
    unclear = (odds.max(axis=1) < _CLEAR).nonzero()[0]
    if thorough and len(unclear):
        both = model().scores([texts[i] for i in unclear], script, languages) + _WEIGHT * scores[unclear]
        odds[unclear] = _softmax(both)
    return odds


def _softmax(scores: NDArray[Any]) -> NDArray[Any]:
    import numpy as np

    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: NDArray[Any] = odds / odds.sum(axis=1, keepdims=True)
    return shares


def _without_twins(text: str) -> str:
    """The text with Latin letters in Cyrillic words put right, as keyboards leave them ("Идeja je")."""
    return _MIXED.sub(lambda word: word[0].translate(_TWINS), text)


def _script(text: str) -> str:
    """The script most letters are in; empty without letters.

    Kana outweigh Han: that is Japanese.  Other scripts outweigh Latin, which names keep everywhere.
    """
    if _LATIN.match(text):
        return "Latin" if any(map(str.isalpha, text)) else ""
    if _CYRILLIC.match(text):
        return "Cyrillic"
    found = shares(text[:600])
    if found.get("Hiragana", 0) + found.get("Katakana", 0) > 0.1:
        return "Hiragana"
    if found.get("Latin", 0) < _NAMES:
        found.pop("Latin", None)
    return next(iter(found), "")
