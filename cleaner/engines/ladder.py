"""The ladder: what is wrong with a translation is decoded again, only that, each time in another way.

Rungs, in order: another hypothesis of the same search; a wider search, with repetition
or the wrong words forbidden; the term forced where the model looked at its native form,
the number or the address put in; the sentence in two.  What still fails stays in the
source language; a term that will not hold is only reported.  No setting changes for the
sentences that are well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cleaner.engines import held
from cleaner.engines.ct2 import Decodes, Hypothesis, Search
from cleaner.engines.glossary import Glossary, Wanted
from cleaner.engines.judge import Fault, doubtful, faults
from cleaner.engines.numbers import mended, respelt
from cleaner.engines.units import Part, around, fitted, halves

_WIDER = 8  # beam of a second try
_SPLIT_FROM = 60  # characters: a shorter sentence is not put in two
_DEEPEST = 2
_PAUSES = ",;: "
_ABOUT = 1.1  # times the length: not longer than a translation that may be cut
_TERMS = 4  # of one sentence are cared for


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one sentence.

    Attributes:
        text: Its translation, or itself where ``kept``.
        rungs: What had to be done beyond decoding it, in order.
        faults: What is still wrong.
        kept: True if no translation was good enough.
    """

    text: str
    rungs: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    kept: bool = False


@dataclass
class Case:
    """A sentence on its way up."""

    source: str
    wanted: list[Wanted]
    text: str = ""
    best: Hypothesis | None = None
    rungs: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def hard(self) -> bool:
        """True if something other than a term is wrong: this must not be published."""
        return any(f.kind != "term" for f in self.faults)

    @property
    def weight(self) -> tuple[int, int]:
        """Hard faults, then terms that do not hold."""
        terms = sum(f.kind == "term" for f in self.faults)
        return len(self.faults) - terms, terms

    def gap(self, turn: int) -> held.Gap | None:
        """The term whose turn it is, if it does not hold."""
        open_ = [w for w in self.wanted[turn : turn + 1] if not w.held(self.text)]
        return held.Gap(self.source, self.best, open_[0]) if open_ and self.best else None

    def has(self, *kinds: str) -> bool:
        """True if a fault of one of these kinds is left."""
        return any(f.kind in kinds for f in self.faults)


@dataclass
class Ladder:
    """Climbs for one model, one target language and one glossary."""

    model: Decodes
    target: str
    search: Search
    glossary: Glossary
    tally: Counter[str] = field(default_factory=Counter)

    def climb(self, texts: Sequence[str], depth: int = 0) -> list[Outcome]:
        """Translate sentences, one for one, order kept."""
        cases = [Case(text, self.glossary.wanted(text)) for text in texts]
        first = replace(self.search, best=self._many)
        for case, found in zip(cases, self._try(cases, first), strict=True):
            self._take(case, found[:1], "")
            self._take(case, found[1:], "another hypothesis")
        if not self.model.monotone:
            self._again([c for c in cases if c.hard])
            self._confirm([c for c in cases if not c.hard and doubtful(c.source, c.text)])
        self._terms([c for c in cases if c.has("term")])
        for case in cases:
            if case.has("number") and (text := mended(case.source, case.text, self.target)):
                self._offer(case, text, "the number put right")
        self._apart([c for c in cases if c.hard], depth)
        return [self._outcome(case) for case in cases]

    @property
    def _many(self) -> int:
        """Hypotheses of a first try."""
        return min(self.search.beam, 4)

    def _try(self, cases: Sequence[Case], search: Search) -> list[list[Hypothesis]]:
        return self.model.hypotheses([c.source for c in cases], search) if cases else []

    def _again(self, cases: list[Case]) -> None:
        """A wider search; for loops one in which three words in a row come only once."""
        for loops in (False, True):
            own = [c for c in cases if c.has("loop", "cut", "length") is loops]
            search = Search(_WIDER, _WIDER, no_repeat=3 * loops)
            rung = "wider search" + (", repetition forbidden" if loops else "")
            for case, found in zip(own, self._try(own, search), strict=True):
                self._take(case, found, rung)

    def _confirm(self, cases: list[Case]) -> None:
        """A short translation of what has no stop may be cut, unseen: with a stop its end shows."""
        bare = [c.source.rstrip(_PAUSES) for c in cases]
        search = replace(self.search, best=self._many)
        tries = self.model.hypotheses([f"{text}." for text in bare], search) if cases else []
        for case, text, found in zip(cases, bare, tries, strict=True):
            right = [h for h in found if not faults(f"{text}.", h.text, self.target, cut=h.cut)]
            whole = [h.text.rstrip(".") + case.source[len(text) :] for h in right]
            if not any(_no_longer(said, case.text) for said in whole):
                case.faults.append(Fault("cut", "the translation may end in the middle"))
                for said in whole:
                    self._offer(case, said, "decoded with a stop")

    def _terms(self, cases: list[Case]) -> None:
        """First the wrong words are forbidden, then the right ones forced, then put in."""
        for rung, way in held.ways(self.model).items():
            for turn in range(_TERMS):
                gaps = [(c, gap) for c in cases if (gap := c.gap(turn))]
                for (case, _), found in zip(gaps, way(self.model, [g for _, g in gaps]), strict=True):
                    self._take(case, found, rung)

    def _apart(self, cases: list[Case], depth: int) -> None:
        """The sentence in two, or round what must come through letter for letter, and each part decoded."""
        split = [(case, _split(case)) for case in cases if depth < _DEEPEST]
        split = [(case, parts) for case, parts in split if len(parts) > 1]
        done = iter(
            self.climb([p.text for _, own in split for p in own if p.decode], depth + 1) if split else ()
        )
        for case, parts in split:
            outcomes = [next(done) if p.decode else None for p in parts]
            if not any(o and o.kept for o in outcomes):
                self._offer(case, _joined(parts, outcomes), "decoded in parts")

    def _take(self, case: Case, found: Sequence[Hypothesis], rung: str) -> None:
        """Keep the first hypothesis that is better than what there is."""
        for hypothesis in found:
            if case.best is not None and not case.faults:
                return
            self._offer(case, hypothesis.text, rung, hypothesis)

    def _offer(self, case: Case, text: str, rung: str, hypothesis: Hypothesis | None = None) -> None:
        wrong = faults(case.source, text, self.target, cut=bool(hypothesis and hypothesis.cut))
        wrong += [Fault("term", f"{w.entry.preferred} is not in it") for w in case.wanted if not w.held(text)]
        new = Case(case.source, case.wanted, text, faults=wrong)
        if case.best is not None and new.weight >= case.weight:
            return
        if rung:
            solved = {f.kind for f in case.faults} - {f.kind for f in wrong}
            self.tally.update(f"{kind}: {rung}" for kind in solved)
            case.rungs.append(rung)
        case.text, case.faults = text, wrong
        case.best = hypothesis or case.best

    def _outcome(self, case: Case) -> Outcome:
        self.tally.update(f"{f.kind}: failed" for f in case.faults)
        if case.hard:
            return Outcome(case.source, tuple(case.rungs), tuple(case.faults), kept=True)
        text = respelt(case.source, case.text, self.target) if self.model.monotone else case.text
        return Outcome(text, tuple(case.rungs), tuple(case.faults))


def _no_longer(said: str, than: str) -> bool:
    """True if a translation has no more to say, in letters and in words."""
    return all(len(a) <= _ABOUT * len(b) for a, b in ((said, than), (said.split(), than.split())))


def _split(case: Case) -> list[Part]:
    if case.has("exact"):
        return around(case.source)
    if len(case.source) < _SPLIT_FROM:
        return []
    left, gap, right = halves(case.source, clauses_only=True)
    return [Part(left), Part(gap, decode=False), Part(right)] if right else []


def _joined(parts: Sequence[Part], outcomes: Sequence[Outcome | None]) -> str:
    last = max((n for n, part in enumerate(parts) if part.decode), default=-1)
    return "".join(
        fitted(part.text, done.text, first=n == 0, last=n == last) if done else part.text
        for n, (part, done) in enumerate(zip(parts, outcomes, strict=True))
    )
