"""What each rung of the ladder costs: a decoder that counts sentences and seconds by the way it was asked."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from cleaner.engines.argos import Argos
from cleaner.engines.ct2 import Decoder, Hypothesis, Search
from cleaner.engines.packages import Package

FIRST = Search()


class Metered(Decoder):
    """Counts into ``sentences`` and ``seconds`` (of processor)."""

    def __init__(self, package: Package, tried: Counter[str], seconds: Counter[str]) -> None:
        super().__init__(package)
        self.tried, self.seconds = tried, seconds

    def hypotheses(
        self, texts: Sequence[str], search: Search = FIRST, begin: Sequence[Sequence[str]] = ()
    ) -> list[list[Hypothesis]]:
        """As a decoder."""
        start = time.process_time()
        found = super().hypotheses(texts, search, begin)
        rung = _rung(search, forced=bool(begin))
        self.tried[rung] += len(texts)
        self.seconds[rung] += time.process_time() - start
        return found


def _rung(search: Search, *, forced: bool) -> str:
    if search.attention:
        return "looking where the term stands"
    if search.suppress:
        return "the wrong words forbidden"
    if forced:
        return "the term forced"
    if search.no_repeat:
        return "wider search, repetition forbidden"
    return "wider search" if search.beam == search.best == 8 else "first, with a stop, in parts"


@dataclass
class MeteredArgos(Argos):
    """The engine, its decoders metered."""

    tried: Counter[str] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)

    def decoder(self, package: Package) -> Decoder:
        """The package's model, loaded once."""
        return self._loaded.setdefault(package.path, Metered(package, self.tried, self.seconds))

    def rungs(self) -> list[str]:
        """Lines to print: what each rung mended, and what it cost."""
        costs = [f"{rung}: {n} sentences, {self.seconds[rung]:.1f} s" for rung, n in self.tried.items() if n]
        return [*costs, *(f"mended {what}: {n}" for what, n in sorted(self.tally.items()))]
