"""Text read in the wrong code page, put right: by what its words look like in every language we know.

Read in a wrong page, one letter stands for another throughout, so that a reading may be undone by exchanging
letters.  A hypothesis is (written in, read in).  The text is taken word by word; each word costs what its
letters cost in the language it looks like, as it stands and under each likely hypothesis; a path through the
words that changes hypothesis seldom says which were read wrongly.  Nothing is changed unless the whole gain
is beyond doubt and what comes out looks like clean text of its language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaner.text.mojibake.doubt import certain, contradiction, fits
from cleaner.text.mojibake.hypotheses import RARE, priors
from cleaner.text.mojibake.hypothesis import Hypothesis
from cleaner.text.mojibake.layout import Layout, layout
from cleaner.text.mojibake.model import Costs
from cleaner.text.mojibake.screen import odd_words
from cleaner.text.mojibake.trial import Trial, trials
from cleaner.text.mojibake.words import cheapest_path

ENTER, LEAVE = 7.0, 2.0  # nats to begin and to end reading words under a hypothesis
UNPAIRED, _MANY = (
    2.0,
    3,
)  # nats to begin with one that leaves guillemets without their partners; so many at most
WHOLE, SPARED = 0.6, 9.0  # where this share of what it touches is under a hypothesis: nats to be spared by it
TELLING = 3.0  # nats a line without an odd word must gain to be put right for its own sake
MUTE = 0.45  # share of other lines up to which they are put right with the rest
_LOOKED_AT = 300  # odd words by which the hypotheses are chosen
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


def restored(text: str) -> Iterator[Restored]:
    """Yield the words of ``text`` that were read in the wrong code page, put right."""
    if text.isascii():
        return
    for start, piece in _pieces(text):
        if odd := odd_words(piece):
            yield from _restored(layout(piece, odd[:_LOOKED_AT]), start)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > _PIECE:
        end = text.rfind("\n", start, start + _PIECE) + 1 or text.rfind(" ", start, start + _PIECE) + 1
        end = end or start + _PIECE
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _restored(page: Layout, at: int) -> Iterator[Restored]:
    if not (tried := trials(page)):
        return
    path = _path(page, tried)
    for k, trial in enumerate(tried, 1):
        gains = (page.costs - trial.costs)[page.order]
        here = _where_it_tells((path == k) & trial.changed[page.order], gains, page)
        changes = [(page.starts[i], page.words[page.order[i]], trial.words[page.order[i]]) for i in here]
        gain = float(gains[here].sum()) - contradiction(page.text, trial, changes)
        cost = float(trial.costs[page.order[here]].sum())
        if changes and certain(gain, trial, changes) and fits(cost, trial, changes):
            for start, old, new in changes:
                yield Restored(start + at, old, new, trial.hypothesis, trial.language, gain)


def _path(page: Layout, tried: list[Trial]) -> NDArray[np.int8]:
    """Under which trial each word was read, from 1; 0: none."""
    states = np.stack([page.costs, *(t.costs for t in tried)])[:, page.order]
    enter = np.array([ENTER, *(ENTER + _unlikely(page, t) for t in tried)], np.float32)
    path = cheapest_path(states, enter, LEAVE)
    return cheapest_path(states + _spared(path, page, tried), enter, LEAVE)


def _unlikely(page: Layout, trial: Trial) -> float:
    """Nats for a hypothesis of rare pages, and for guillemets that open or close nothing under it."""
    words = Counter(page.order.tolist())
    unpaired = sum(n * (trial.words[i].count("«") - trial.words[i].count("»")) for i, n in words.items())
    rare = priors(trial.hypothesis.written) + priors(trial.hypothesis.read)
    return RARE * rare + UNPAIRED * min(abs(unpaired), _MANY)


def _spared(path: NDArray[np.int8], page: Layout, tried: list[Trial]) -> Costs:
    """What each place costs for standing otherwise in a text read wrongly as a whole: (states, places)."""
    bias = np.zeros((len(tried) + 1, len(path)), np.float32)
    for k, trial in enumerate(tried, 1):
        touched = trial.changed[page.order]
        if touched.any() and (path[touched] == k).mean() > WHOLE:
            bias[:, touched] += SPARED
            bias[k, touched] -= SPARED
    return bias


def _where_it_tells(here: NDArray[np.bool_], gains: Costs, page: Layout) -> NDArray[np.int64]:
    """Of these places those in lines where one is odd or gains something; all if that is most lines."""
    odd = here & np.isin(page.order, page.odd)
    some = [line for line in page.lines if here[line].any()]
    mute = [line for line in some if not odd[line].any() and gains[line][here[line]].sum() < TELLING]
    if len(mute) > MUTE * len(some):
        for line in mute:
            here[line] = False
    return np.flatnonzero(here)
