"""Garbles that nobody listed, in the light of the whole document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cleaner.edit import Edit
from cleaner.terms.context import near, type_words
from cleaner.terms.entry import Entry
from cleaner.terms.evidence import DOUBTFUL, confidence
from cleaner.terms.exact import Exact, Hit
from cleaner.terms.listed import origin
from cleaner.terms.overlap import Overlap
from cleaner.terms.rarity import known, ordinary
from cleaner.terms.shape import bounded
from cleaner.terms.spans import words
from cleaner.terms.spelling import distance, given, plain, symbols
from cleaner.terms.surname import Short, alone, surnames
from cleaner.terms.unseen import Candidate, Unseen

RULES = {
    "case": "normalize.case",
    "accent": "normalize.accent",
    "space": "normalize.space",
    "letters": "normalize.spelling",
}
CONTEXT, QUOTED, PRESENT = 2.0, 1.0, 3.5
"""Bits for a word of the entry's context or type near by, for quotation marks, and for a name that stands
elsewhere in the document.  Set low at the desk, for want of whole documents with references: they tip,
they never carry."""
AGREE = 1.6
"""Bits of distance for each symbol up to which a span is another spelling of a garble found already."""
LIKELY = 0.3
"""Confidence from which a name of several words keeps a single word in it from being another."""
_BESIDE = re.compile(r" ([^\W_a-z][\w’'-]*)")
_BEFORE = re.compile(r"(?<!\w)([^\W\d_a-z][\w’'-]*) $")
_LONG = 40  # letters of a word that is looked at
SURE = 0.9
"""Confidence from which a garble is evidence for others."""


@dataclass(frozen=True, slots=True)
class _Judged:
    candidate: Candidate
    entry: Entry
    confidence: float
    why: str


def garbles(text: str, unseen: Unseen, exact: Exact) -> Iterator[Edit]:
    """Edits for spans that are spellings of names in the term base; those in doubt have a low confidence."""
    hits = exact.hits(text)
    blocked = Overlap((h.start, h.end) for h in hits)
    found = [c for c in unseen.candidates(text, blocked) if bounded(text, c.start, c.end)]
    if not found:
        return
    judged = _outdone(_judged(text, found, hits, unseen.size))
    judged += _agreeing(text, found, judged)
    yield from _edits(text, judged)
    yield from _surnames(text, hits, judged)


def _judged(text: str, found: Iterable[Candidate], hits: Iterable[Hit], size: int) -> list[_Judged]:
    """Each candidate judged by itself, and again where its name stands elsewhere in the text."""
    present = defaultdict(set)
    for hit in hits:
        for entry in hit.entries:
            present[entry.id].add(hit.start)
    first = [_judge(text, c, size) for c in found]
    for j in first:
        if j.confidence >= SURE:
            present[j.entry.id].add(j.candidate.start)
    return [
        _judge(text, j.candidate, size, elsewhere=True) if present[j.entry.id] - {j.candidate.start} else j
        for j in first
    ]


def _judge(text: str, candidate: Candidate, size: int, elsewhere: bool = False) -> _Judged:
    s = candidate.spelling
    support, said = 0.0, []
    context = (*s.entry.context, *type_words(s.entry.type))
    if context and (word := near(text, candidate.start, candidate.end, context)):
        support, said = CONTEXT, [f"{word!r} stands near"]
    if text[max(candidate.start - 1, 0)] in '“„«"‘' and text[candidate.end : candidate.end + 1] in '”“»"’':
        support, said = support + QUOTED, [*said, "in quotation marks"]
    if elsewhere:
        support, said = support + PRESENT, [*said, "the name stands elsewhere in this text"]
    sure = confidence(text[candidate.start : candidate.end], s, size, support)
    if s.mechanism == "letters" and _part_of_a_name(text, candidate):
        sure = min(sure, DOUBTFUL)
    facts = f"{s.mechanism} of {s.form!r}, {s.cost:.0f} bits away where {s.surprise:.0f} would surprise"
    return _Judged(candidate, s.entry, sure, "; ".join([facts, *said]))


def _part_of_a_name(text: str, candidate: Candidate) -> bool:
    """True if a thing's name would stand beside an unknown name, or a garbled first name behind another.

    *Golo Meierhenrich* is no *Golos*, an outlet, *CD Projekt* no *Proekt*, and *Ivan Petrowitsch Orlow* is no
    *Petr Orlow*.
    """
    s, start, end = candidate.spelling, candidate.start, candidate.end
    before = _BEFORE.search(text, max(0, start - _LONG), start)
    if s.words == 1:
        beside = _BESIDE.match(text, end)
        goes_on = beside is not None and not ordinary(beside[1])
        return s.entry.type not in ("", "person") and (goes_on or (before is not None and _heads(before[1])))
    return (
        before is not None and plain(before[1]) in given() and words(text[start:end])[0] != words(s.form)[0]
    )


def _heads(word: str) -> bool:
    """True for letters or a rare word that a name may begin with: a *Russian* thing is what the word says."""
    return (word.isupper() and len(word) > 1) or not known(word)


def _outdone(judged: list[_Judged]) -> list[_Judged]:
    """Leave one word to the name of several words that it may be part of.

    Else, once the word is right, the next run would find the longer name.
    """
    longer = Overlap(
        (j.candidate.start, j.candidate.end)
        for j in judged
        if j.candidate.spelling.words > 1 and j.confidence >= LIKELY
    )
    return [
        replace(j, confidence=min(j.confidence, LIKELY))
        if j.candidate.spelling.words == 1 and _inside(j.candidate, longer)
        else j
        for j in judged
    ]


def _inside(word: Candidate, longer: Overlap) -> bool:
    return any(start <= word.start and word.end <= end for start, end in longer.over(word.start, word.end))


def _agreeing(text: str, found: Iterable[Candidate], judged: Sequence[_Judged]) -> Iterator[_Judged]:
    """Spans that are spellings of a garble of several words that is sure already."""
    sure = {text[j.candidate.start : j.candidate.end]: j for j in judged if j.confidence >= SURE}
    for candidate in found:
        span = text[candidate.start : candidate.end]
        for other, judgement in sure.items():
            far = distance(other, span)
            if (
                " " in other
                and other != span
                and far <= AGREE * len(symbols(other))
                and far < candidate.spelling.cost
            ):
                why = f"another spelling of {other!r} in this text, {far:.0f} bits away"
                yield _Judged(candidate, judgement.entry, judgement.confidence, why)


def _surnames(text: str, hits: Iterable[Hit], judged: Sequence[_Judged]) -> Iterator[Edit]:
    """Edits for the garbled surnames alone of persons found garbled in full."""
    spans = [(j.candidate.start, j.candidate.end) for j in judged if j.confidence]
    covered = Overlap([*((h.start, h.end) for h in hits), *spans])
    found = filter(None, map(partial(_surname, text), judged))
    persons = dict.fromkeys(j.entry for j in judged if j.confidence >= SURE)  # right by the next run
    listed = (short for entry in persons for _, short in surnames(entry))
    for short in dict.fromkeys([*found, *listed]):
        yield from alone(text, covered, short)


def _surname(text: str, j: _Judged) -> Short | None:
    """The garbled surname of a person found garbled in full."""
    full = text[j.candidate.start : j.candidate.end]
    old, new = words(full), words(j.entry.preferred)
    person = j.entry.type == "person" or (not j.entry.type and plain(new[0]) in given())
    if j.confidence < SURE or not person or len(old) != len(new) or len(new) < 2:
        return None
    if old[-1] == new[-1] or len(old[-1]) < 4 or ordinary(old[-1]):
        return None
    why = f"{origin(j.entry)}: surname of {full!r}, a person named in full in this text"
    return Short(old[-1], new[-1], why)


def _edits(text: str, judged: Iterable[_Judged]) -> Iterator[Edit]:
    for j in judged:
        start, end, s = j.candidate.start, j.candidate.end, j.candidate.spelling
        new = _shaped(text[start:end], j.entry.preferred)
        if text[start:end] != new and j.confidence > 0:
            why = f"{origin(j.entry)}: {j.why}"
            yield Edit(start, text[start:end], new, RULES[s.mechanism], why, round(j.confidence, 3))


def _shaped(span: str, form: str) -> str:
    """The form in the shape of the span: in capitals, where it is more than an acronym; in the plural.

    >>> _shaped("PROASIL", "Pro Asyl"), _shaped("Mediazonas", "Mediazona"), _shaped("GEMA", "Gema")
    ('PRO ASYL', 'Mediazonas', 'Gema')
    """
    if span.casefold() == form.casefold() + "s":
        return span
    several = max(len(words(span)), len(words(form))) > 1
    return form.upper() if span.isupper() and several else form
