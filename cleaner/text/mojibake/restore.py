"""Text read in the wrong code page, put right: by what its words look like in every language we know.

Read in a wrong page, one letter stands for another throughout, so that a reading may be undone by exchanging
letters.  A hypothesis is (written in, read in).  The text is taken word by word; each word costs what its
letters cost in the language it looks like, as it stands and under each likely hypothesis; a path through the
words that changes hypothesis seldom says which were read wrongly.  Nothing is changed unless the whole gain
is beyond doubt and what comes out looks like clean text of its language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaner.text.mojibake.hypotheses import likely, likely_utf8
from cleaner.text.mojibake.hypothesis import UTF8, Hypothesis
from cleaner.text.mojibake.model import Costs, model
from cleaner.text.mojibake.screen import odd_words
from cleaner.text.mojibake.words import (
    ASCII_WORD,
    WORD,
    against,
    at_home,
    cheapest_path,
    main_language,
    unknown_costs,
    word_costs,
)

ENTER, LEAVE = 7.0, 2.0  # nats to begin and to end reading words under a hypothesis
WHOLE, SPARED = 0.6, 9.0  # where this share of what it touches is under a hypothesis: nats to be spared by it
DOUBT = 9.0  # nats a hypothesis must gain in all ...
ONE_WORD, SIGNS = 3.3, 3.3  # ... times this on one word's evidence, or if it makes signs out of letters
FOREIGN = 10.0  # nats for a word to be restored in another language than the rest
NONSENSE = 6.5  # nats a pair at most for what stands there: controls must not drown all else
NOT_UTF8 = 20.0  # nats for a word to be taken for a code page that is UTF-8 from end to end
FIT = 4.4  # nats a pair: more is no clean text of any language in the tables
_LOOKED_AT = 300  # odd words by which the hypotheses are chosen
_NEAR = 40  # characters on either side of a word
_PIECE = 100_000  # characters looked at together


@dataclass(frozen=True, slots=True)
class Restored:
    """A word that was read wrongly.

    Attributes:
        start: Where it stands.
        old: What stands there.
        new: What was written.
        hypothesis: In which encodings it was written and read.
        language: Tag of the language it looks like.
        gain: By how much all the words under this hypothesis look better, in nats, less what their neighbours
            say against the language.
    """

    start: int
    old: str
    new: str
    hypothesis: Hypothesis
    language: str
    gain: float


@dataclass(frozen=True, slots=True)
class _Trial:
    """A hypothesis, what it makes of each word, what that costs in which language, where it fits wholly."""

    hypothesis: Hypothesis
    words: list[str]
    costs: Costs
    language: str
    fits: NDArray[np.bool_]


def restored(text: str) -> Iterator[Restored]:
    """Yield the words of ``text`` that were read in the wrong code page, put right."""
    if text.isascii():
        return
    for start, piece in _pieces(text):
        if odd := odd_words(piece):
            yield from _restored(piece, start, odd[:_LOOKED_AT])


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > _PIECE:
        end = text.rfind("\n", start, start + _PIECE) + 1 or text.rfind(" ", start, start + _PIECE) + 1
        end = end or start + _PIECE
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _restored(text: str, at: int, odd: list[str]) -> Iterator[Restored]:
    places = [(m.start() + at, m.group()) for m in WORD.finditer(text)]
    words = list(dict.fromkeys(word for _, word in places))
    number = {word: i for i, word in enumerate(words)}
    order = np.array([number[word] for _, word in places])
    strange = np.array([number[word] for word in odd])
    costs = word_costs(words)
    known = at_home(costs, main_language(costs[order]))
    as_is = np.minimum(
        np.minimum(known, unknown_costs(words)), [NONSENSE * (len(word) + 1) for word in words]
    )
    utf8 = [_tried(h, words, strange) for h in likely_utf8(odd)]
    trials = [_tried(h, words, strange) for h in likely(odd, text)]
    for trial in utf8:  # what is UTF-8 from end to end was written so
        for other in trials:
            other.costs[trial.fits] += NOT_UTF8
    trials += utf8
    trials = [t for t in trials if (t.costs[strange] - as_is[strange]).sum() < -DOUBT]
    if not trials:
        return
    states = np.stack([as_is, *(t.costs for t in trials)])
    path = cheapest_path(states[:, order], ENTER, LEAVE)
    path = cheapest_path((states + _spared(path, order, words, trials))[:, order], ENTER, LEAVE)
    for k, trial in enumerate(trials, 1):
        here = np.flatnonzero(path == k)
        gain = float((as_is - trial.costs)[order[here]].sum())
        turned = [(*places[i], trial.words[order[i]]) for i in here]
        changed = [(start, old, new) for start, old, new in turned if old != new]
        gain -= against(trial.language, _around(text, [(start - at, old) for start, old, _ in changed]))
        if changed and _certain(gain, changed, trial.hypothesis) and _fits(trial, changed):
            for start, old, new in changed:
                yield Restored(start, old, new, trial.hypothesis, trial.language, gain)


def _tried(hypothesis: Hypothesis, words: list[str], strange: np.ndarray) -> _Trial:
    turned = [hypothesis.undo(word) for word in words]
    new = [word for word, _ in turned]
    costs = word_costs(new) + np.array([[misfit] for _, misfit in turned], np.float32)
    language = main_language(costs[strange])
    fits = np.array([a != b and not nats for a, (b, nats) in zip(words, turned, strict=True)])
    return _Trial(hypothesis, new, at_home(costs, language, FOREIGN), model().languages[language], fits)


def _spared(path: np.ndarray, order: np.ndarray, words: list[str], trials: list[_Trial]) -> Costs:
    """What each word costs for standing otherwise in a text read wrongly as a whole: (states, words)."""
    bias = np.zeros((len(trials) + 1, len(words)), np.float32)
    for k, trial in enumerate(trials, 1):
        touched = np.array([old != new for old, new in zip(words, trial.words, strict=True)])
        if touched[order].any() and (path[touched[order]] == k).mean() > WHOLE:
            bias[:, touched] += SPARED
            bias[k, touched] -= SPARED
    return bias


def _around(text: str, words: list[tuple[int, str]]) -> list[str]:
    """The words of ASCII near these, in their lines: they show of what language the place is."""
    near: dict[int, str] = {}
    for start, word in words:
        first = max(text.rfind("\n", 0, start) + 1, start - _NEAR)
        line_end = text.find("\n", start + len(word))
        last = min(len(text) if line_end < 0 else line_end, start + len(word) + _NEAR)
        near.update((m.start() + first, m.group()) for m in ASCII_WORD.finditer(text[first:last]))
    return list(near.values())


def _certain(gain: float, changed: list[tuple[int, str, str]], hypothesis: Hypothesis) -> bool:
    """Whether a gain is beyond doubt."""
    if len({old for _, old, _ in changed}) == 1:
        meant = {c for _, _, new in changed for c in new if not c.isascii()}
        return gain > DOUBT * ONE_WORD and (hypothesis.written != UTF8 or len(meant) > 2)
    letters_before = sum(c.isalpha() for _, old, _ in changed for c in old)
    letters_after = sum(c.isalpha() for _, _, new in changed for c in new)
    return gain > DOUBT * (SIGNS if letters_after < letters_before and hypothesis.written != UTF8 else 1)


def _fits(trial: _Trial, changed: list[tuple[int, str, str]]) -> bool:
    """Whether what comes out looks like clean text of a language in the tables; UTF-8 may be of any."""
    index = {word: i for i, word in enumerate(trial.words)}
    cost = sum(float(trial.costs[index[new]]) for _, _, new in changed)
    return trial.hypothesis.written == UTF8 or cost < FIT * sum(len(new) + 1 for _, _, new in changed)
