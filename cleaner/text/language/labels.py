"""The language of each sentence; where a sentence will not tell, its surroundings do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise

from cleaner.text.language.guess import SURE, Odds, all_odds
from cleaner.text.segment import segments

_CONTRAST = 8.0  # times as likely as the language around it: then an unsure sentence is in its own
_AGAINST = 1.5  # the same by its letters alone: then it is looked at again
Heard = tuple[int, int, Odds | None]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence and its language.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last.
        lang: BCP 47 tag; None if neither the sentence nor anything around it tells.
        probability: That the sentence is in ``lang``; 0 where the language is inherited.
    """

    start: int
    end: int
    lang: str | None
    probability: float = 0.0


def label(
    text: str, languages: Sequence[str] = (), inherit: str | None = None, *, sure: float = SURE
) -> list[Labelled]:
    """Label each sentence of ``text``.

    A sentence that is not sure takes the language of its paragraph's sure ones,
    else of the text's, else ``inherit``; unless it is eight times as likely to be
    in another one.

    Args:
        text: Any text.
        languages: Tags to choose from; empty for all that are known.
        inherit: Language of the text where its sentences do not tell.
        sure: Probability from which a sentence is believed.
    """
    return label_all([text], languages, [inherit], sure=sure)[0]


def label_all(
    texts: Sequence[str],
    languages: Sequence[str] = (),
    inherit: Sequence[str | None] = (),
    *,
    sure: float = SURE,
) -> list[list[Labelled]]:
    """Label the sentences of many texts; as ``label`` one by one, but faster."""
    spans = [list(segments(text, lang)) for text, lang in _paired(texts, inherit)]
    heard = _told(texts, spans, tuple(languages))
    return [
        _labelled(text, own, lang, sure)
        for (text, lang), own in zip(_paired(texts, inherit), heard, strict=True)
    ]


def majority(sentences: Iterable[Labelled]) -> str | None:
    """The language of most characters in sentences that tell it themselves; None if none does."""
    weight: Counter[str] = Counter()
    for s in sentences:
        if s.lang is not None and s.probability:
            weight[s.lang] += s.end - s.start
    return max(sorted(weight), key=weight.__getitem__) if weight else None


def _paired(texts: Sequence[str], inherit: Sequence[str | None]) -> list[tuple[str, str | None]]:
    return list(zip(texts, inherit or [None] * len(texts), strict=True))


def _told(
    texts: Sequence[str], spans: list[list[tuple[int, int]]], languages: tuple[str, ...]
) -> list[list[Heard]]:
    """What each sentence says; one whose letters do not speak against its text is asked no further."""
    said = [text[a:b] for text, cuts in zip(texts, spans, strict=True) for a, b in cuts]
    odds = all_odds(said, languages, thorough=False)
    ends = list(accumulate(map(len, spans), initial=0))
    asked = [a + i for a, b in pairwise(ends) for i in _doubtful(odds[a:b])]
    for i, more in zip(asked, all_odds([said[i] for i in asked], languages), strict=True):
        odds[i] = more
    told = iter(odds)
    return [[(a, b, next(told)) for a, b in cuts] for cuts in spans]


def _doubtful(odds: list[Odds | None]) -> list[int]:
    """Which sentences of one text are not clear and speak against the language of the clear ones."""
    clear = Counter(each.best().lang for each in odds if each and each.clear)
    whole = max(sorted(clear), key=clear.__getitem__) if clear else None
    return [
        i
        for i, each in enumerate(odds)
        if each and not (each.clear or each.few) and (whole is None or each.over(whole) >= _AGAINST)
    ]


def _labelled(text: str, heard: list[Heard], lang: str | None, sure: float) -> list[Labelled]:
    own = [_own(each, sure) for each in heard]
    whole = majority(own) or lang
    near = [
        n for paragraph in _paragraphs(text, own) for n in [majority(paragraph) or whole] * len(paragraph)
    ]
    return [s if s.lang else _inherited(s, n, each[2]) for s, n, each in zip(own, near, heard, strict=True)]


def _own(heard: Heard, sure: float) -> Labelled:
    """The label of a sentence that is sure by itself, else one without a language."""
    start, end, odds = heard
    guess = odds.best() if odds else None
    if guess is not None and guess.probability >= sure:
        return Labelled(start, end, guess.lang, guess.probability)
    return Labelled(start, end, None)


def _inherited(sentence: Labelled, near: str | None, odds: Odds | None) -> Labelled:
    """The label of an unsure sentence: of its surroundings, unless it speaks against just that language."""
    if near and odds and not odds.few and odds.over(near) >= _CONTRAST:
        guess = odds.best()
        return replace(sentence, lang=guess.lang, probability=guess.probability)
    return replace(sentence, lang=near)


def _paragraphs(text: str, sentences: list[Labelled]) -> list[list[Labelled]]:
    number, numbered = 0, []
    for before, s in zip([None, *sentences], sentences, strict=False):
        number += before is not None and "\n" in text[before.end : s.start]
        numbered.append((number, s))
    return [[s for _, s in group] for _, group in groupby(numbered, key=lambda pair: pair[0])]
