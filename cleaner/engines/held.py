"""Ways to make a term hold, cheapest first.

Placeholders are unreliable, and CTranslate2 has no constrained search; what it has is
attention (where did the model look when it wrote the wrong name?), forbidden sequences,
and a beginning that the translation must have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from cleaner.engines.ct2 import Decodes, Hypothesis, Search
from cleaner.engines.glossary import Wanted, aligned, columns

_LIKE = 0.7  # similarity from which a word of the target is taken for the garbled name itself
_LOOK = Search(1, 1, attention=True)


@dataclass(frozen=True, slots=True)
class Gap:
    """A translation that lacks a term."""

    source: str
    best: Hypothesis
    wanted: Wanted


def forbidden(model: Decodes, gaps: Sequence[Gap]) -> Iterator[list[Hypothesis]]:
    """Decode again with the words that stand for the term forbidden."""
    for gap, span in zip(gaps, _places(model, gaps), strict=True):
        wrong = gap.best.pieces[slice(*span)] if span else ()
        yield model.hypotheses([gap.source], Search(8, 8, suppress=(wrong,)))[0] if wrong else []


def forced(model: Decodes, gaps: Sequence[Gap]) -> Iterator[list[Hypothesis]]:
    """Decode again with everything before the wrong words, and then the right ones, as the beginning."""
    spans = _places(model, gaps)
    found = [(gap, span) for gap, span in zip(gaps, spans, strict=True) if span]
    begin = [[*g.best.pieces[: span[0]], *model.spell(g.wanted.entry.preferred)] for g, span in found]
    done = iter(model.hypotheses([g.source for g, _ in found], Search(4, 4), begin) if found else ())
    yield from (next(done) if span else [] for span in spans)


def replaced(model: Decodes, gaps: Sequence[Gap]) -> Iterator[list[Hypothesis]]:
    """Put the term in the place of the words most like it, else of those that looked at its native form."""
    for gap, span in zip(gaps, _places(model, gaps), strict=True):
        best, right = gap.best, gap.wanted.entry.preferred
        if like := _alike(best.text, right):
            yield [replace(best, text=best.text[: like[0]] + right + best.text[like[1] :])]
        elif span:
            pieces = [*best.pieces[: span[0]], *model.spell(right), *best.pieces[span[1] :]]
            yield [replace(best, text=model.decode(pieces), pieces=tuple(pieces))]
        else:
            yield []


Way = Callable[[Decodes, Sequence[Gap]], Iterator[list[Hypothesis]]]
PUT_IN: Final = "the term put in"
WAYS: Final[dict[str, Way]] = {
    "the wrong words forbidden": forbidden,
    "the term forced": forced,
    PUT_IN: replaced,
}
"""The rungs, as they stand in the why of an edit."""


def ways(model: Decodes) -> dict[str, Way]:
    """The rungs a model can climb: one that goes word by word only has words put in."""
    return {PUT_IN: replaced} if model.monotone else WAYS


def _places(model: Decodes, gaps: Sequence[Gap]) -> list[tuple[int, int] | None]:
    """Pieces of each translation that stand for the term: those that looked at its native form."""
    looked = model.hypotheses([g.source for g in gaps], _LOOK, [g.best.pieces for g in gaps])
    return [
        aligned(
            found[0].attention, gap.best.pieces, columns(model.encode(gap.source), gap.source, gap.wanted)
        )
        for gap, found in zip(gaps, looked, strict=True)
    ]


def _alike(text: str, name: str) -> tuple[int, int] | None:
    """Span of the run of words, as many as the name has, that looks most like it."""
    words = list(_words(text))
    best, place = _LIKE, None
    for first, last in zip(words, words[len(name.split()) - 1 :], strict=False):
        run = text[first[0] : last[1]]
        likeness = SequenceMatcher(None, run.casefold(), name.casefold(), autojunk=False).ratio()
        if likeness >= best and run[:1].isupper() == name[:1].isupper():
            best, place = likeness, (first[0], last[1])
    return place


def _words(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for word in text.split():
        at = text.index(word, at)
        inner = word.strip(".,;:!?()[]\"'“”„«»…")
        start = at + word.index(inner)
        yield start, start + len(inner)
        at += len(word)
