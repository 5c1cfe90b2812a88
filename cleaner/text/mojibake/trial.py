"""What each likely hypothesis makes of the words of a text, and what that costs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaner.text.mojibake.hypotheses import likely, likely_utf8
from cleaner.text.mojibake.hypothesis import Hypothesis
from cleaner.text.mojibake.layout import Layout
from cleaner.text.mojibake.model import Costs, model
from cleaner.text.mojibake.words import WORD, at_home, main_language, word_costs

DOUBT = 9.0  # nats a hypothesis must gain on the odd words
FOREIGN = 10.0  # nats for a word to be restored in another language than the rest
CHANGED = (
    1.0  # nats for a word that is not odd to be changed: of two hypotheses the one that leaves more is right
)
NOT_UTF8 = 20.0  # nats for a word to be taken for a code page that is UTF-8 from end to end
SOME, _LINES = 0.6, 4  # share of the lines up to which each of them, of so many, is looked at by itself


@dataclass(frozen=True, slots=True)
class Trial:
    """A hypothesis tried on every word.

    Attributes:
        hypothesis: In which encodings the text was written and read.
        words: What was written for each word.
        costs: What that costs.
        changed: Which of them it changes.
        whole: ... without a character that does not fit.
        language: Tag of the language most odd words look like then.
    """

    hypothesis: Hypothesis
    words: list[str]
    costs: Costs
    changed: NDArray[np.bool_]
    whole: NDArray[np.bool_]
    language: str


def trials(page: Layout) -> list[Trial]:
    """Those likely hypotheses that gain something on the odd words, tried."""
    odd = [page.words[i] for i in page.odd]
    utf8 = [_tried(h, page) for h in likely_utf8(odd)]
    others = [_tried(h, page) for h in _likely(odd, page.text)]
    for trial in utf8:  # what is UTF-8 from end to end was written so
        for other in others:
            other.costs[trial.whole] += NOT_UTF8
    return [t for t in (*others, *utf8) if (t.costs - page.costs)[page.odd].sum() < -DOUBT]


def _likely(odd: list[str], text: str) -> list[Hypothesis]:
    """What suits the whole text best, and, where some of its lines are odd and the rest not, each of them."""
    found, lines = likely(odd, text), [line for line in text.split("\n") if not line.isascii()]
    known = set(odd)
    strange = [[word for word in WORD.findall(line) if word in known] for line in lines]
    worst = sorted((i for i, words in enumerate(strange) if words), key=lambda i: -len(strange[i]))
    if len(worst) <= SOME * len(lines):
        for i in worst[:_LINES]:
            found += likely(strange[i], lines[i])
    return list(dict.fromkeys(found))


def _tried(hypothesis: Hypothesis, page: Layout) -> Trial:
    turned = [hypothesis.undo(word) for word in page.words]
    words, misfits = [word for word, _ in turned], np.array([nats for _, nats in turned], np.float32)
    changed = np.array([old != new for old, new in zip(page.words, words, strict=True)])
    costs = word_costs(words) + misfits[:, None]
    costs[changed & ~np.isin(np.arange(len(words)), page.odd)] += CHANGED
    language = main_language(costs[page.odd])
    home = at_home(costs, language, FOREIGN)
    return Trial(hypothesis, words, home, changed, changed & (misfits == 0), model().languages[language])
