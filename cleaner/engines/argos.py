"""The engine over Argos packages: one pair directly, or two through a third language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from cleaner.engines.base import Translation
from cleaner.engines.ct2 import Decoder, Search
from cleaner.engines.glossary import Glossary
from cleaner.engines.judge import Fault
from cleaner.engines.ladder import Ladder, Outcome
from cleaner.engines.machine import Machine
from cleaner.engines.packages import Package, code, installed
from cleaner.engines.segments import translated
from cleaner.errors import EngineError
from cleaner.terms.entry import TermBase

BASIC = 0.4
"""Confidence in a segment of the bundled model, or one like it; its model card has its scores."""
FULL = 0.8
"""Confidence in a segment of a full model: not measured here, where none could be had."""
MODES: Final = {"fast": Search(beam=1), "balanced": Search(beam=4), "best": Search(beam=8)}
"""How hard to look: the widths of the beam.  ``balanced`` is what Argos Translate does."""
_THROUGH = "en"  # most Argos packages have English on one side


@dataclass
class Argos:
    """Translates with the packages of this machine; models are loaded once and kept warm.

    Attributes:
        packages: Models to choose from; of two for one pair the first is used.
        machine: Where to decode.
        search: How hard to look.
        terms: Their preferred forms must stand in the target where native forms stand in the source.
        tally: How often each rung of the ladder mended each kind of fault, or nothing did.
    """

    packages: Sequence[Package]
    machine: Machine = field(default_factory=Machine)
    search: Search = MODES["balanced"]
    terms: TermBase = field(default_factory=TermBase)
    tally: Counter[str] = field(default_factory=Counter)
    name: str = "argos"
    _loaded: dict[Path, Decoder] = field(default_factory=dict, repr=False)
    _glossaries: dict[tuple[str, str], Glossary] = field(default_factory=dict, repr=False)

    def route(self, source: str, target: str) -> list[Package]:
        """The packages to go through, in order: none, one, or two through a third language."""
        legs = {(code(p.source), code(p.target)): p for p in reversed(self.packages)}
        start, end = code(source), code(target)
        if (start, end) in legs:
            return [legs[start, end]]
        between = [b for a, b in legs if a == start and (b, end) in legs]
        best = min(between, key=lambda lang: (lang != _THROUGH, lang), default=None)
        return [legs[start, best], legs[best, end]] if best else []

    def missing(self, source: str, target: str) -> str | None:
        """One line that says how to get the model for a pair; None if there is one."""
        if self.route(source, target):
            return None
        return f"no model for {source} to {target}: cleaner models install {code(source)}-{code(target)}"

    def caution(self, source: str, target: str) -> str | None:
        """One line for the reader of what a compact model made; None where full models translate."""
        basic = [p.name for p in self.route(source, target) if p.basic]
        if not basic:
            return None
        pair = f"{code(source)}-{code(target)}"
        return f"translated by {', '.join(basic)}: review it, or cleaner models install {pair}"

    def fingerprints(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """For each text what its translation depends on: models, settings and the terms that apply."""
        models = "+".join(p.digest for p in self.route(source, target))
        glossary = self.glossary(source, target)
        return [f"{models} {self.search} {glossary.digest(text)}" for text in texts]

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Translation]:
        """Translate ``texts``, one for one, order kept; equal texts are decoded once.

        Raises:
            EngineError: there is no model for the pair, or it cannot be read.
        """
        route = self.route(source, target)
        if not route:
            raise EngineError(str(self.missing(source, target)))
        once = list(dict.fromkeys(texts))
        done = self._first(once, route[0], source, target if len(route) == 1 else route[0].target)
        if len(route) == 2:
            done = self._second(once, done, route[1], source, target)
        why = f"{self.name}: " + ", then ".join(p.name for p in route)
        sure = min(BASIC if p.basic else FULL for p in route)
        found = {text: _translation(o, why, sure) for text, o in zip(once, done, strict=True)}
        return [found[text] for text in texts]

    def _first(self, texts: Sequence[str], package: Package, source: str, target: str) -> list[Outcome]:
        decoder, glossary = self.decoder(package), self.glossary(source, target)
        search = replace(self.search, beam=1) if package.monotone else self.search  # nothing to choose from
        ladder = Ladder(decoder, target, search, glossary, self.tally)
        return translated(texts, decoder.length, ladder.climb, glossary.names)

    def _second(
        self, texts: Sequence[str], done: list[Outcome], package: Package, source: str, target: str
    ) -> list[Outcome]:
        """From the third language on; what did not get there stays in the source language."""
        there = [n for n, outcome in enumerate(done) if not outcome.kept]
        onward = self._first([done[n].text for n in there], package, package.source, target)
        for n, outcome in zip(there, onward, strict=True):
            text = texts[n] if outcome.kept else outcome.text
            gone = [w for w in self.glossary(source, target).wanted(texts[n]) if not w.held(outcome.text)]
            faults = [Fault("term", f"{w.entry.preferred} is not in it") for w in gone]
            both = (*done[n].faults, *outcome.faults, *faults)
            done[n] = Outcome(text, (*done[n].rungs, *outcome.rungs), both, outcome.kept)
        return done

    def decoder(self, package: Package) -> Decoder:
        """The package's model, loaded once."""
        return self._loaded.setdefault(package.path, Decoder(package, self.machine))

    def glossary(self, source: str, target: str) -> Glossary:
        """The terms of a pair, compiled once."""
        if (source, target) not in self._glossaries:
            self._glossaries[source, target] = Glossary(self.terms, source, target)
        return self._glossaries[source, target]


def _translation(outcome: Outcome, why: str, sure: float) -> Translation:
    reasons = "; ".join((why, *outcome.rungs))
    messages = tuple(fault.message for fault in outcome.faults)
    return Translation(outcome.text, reasons, sure / 2 if messages else sure, messages, outcome.kept)


def find(extra: Iterable[str | Path] = (), terms: TermBase | None = None) -> Argos:
    """The engine over every package on this machine, with the settings that suit it."""
    return Argos(installed(extra), terms=terms or TermBase())
