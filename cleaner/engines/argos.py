"""The engine over Argos packages: one pair directly, or two through a third language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cleaner.engines.base import Translation
from cleaner.engines.ct2 import Decoder, Machine, Search
from cleaner.engines.packages import Package, code, installed
from cleaner.errors import EngineError

BASIC = 0.4
"""Confidence in a segment of the bundled model: BLEU and a reading of it stand in its model card."""
FULL = 0.8
"""Confidence in a segment of a full model: not measured here, where none could be had."""
_THROUGH = "en"  # most Argos packages have English on one side


@dataclass
class Argos:
    """Translates with the packages found on this machine; models are loaded once and kept warm."""

    packages: Sequence[Package]
    machine: Machine = field(default_factory=Machine)
    search: Search = field(default_factory=Search)
    name: str = "argos"
    _loaded: dict[Path, Decoder] = field(default_factory=dict, repr=False)

    def route(self, source: str, target: str) -> list[Package]:
        """The packages to go through, in order: none, one, or two through a third language."""
        legs = {(code(p.source), code(p.target)): p for p in reversed(self.packages)}
        start, end = code(source), code(target)
        if (start, end) in legs:
            return [legs[start, end]]
        pivots = sorted(
            {b for a, b in legs if a == start and (b, end) in legs}, key=lambda p: (p != _THROUGH, p)
        )
        return [legs[start, pivots[0]], legs[pivots[0], end]] if pivots else []

    def missing(self, source: str, target: str) -> str | None:
        """One line that says how to get the model for a pair; None if there is one."""
        if self.route(source, target):
            return None
        return f"no model for {source} to {target}: cleaner models install {code(source)}-{code(target)}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Translation]:
        """Translate ``texts``, one for one, order kept.

        Raises:
            EngineError: there is no model for the pair, or it cannot be read.
        """
        route = self.route(source, target)
        if not route:
            raise EngineError(str(self.missing(source, target)))
        done = list(texts)
        for package in route:
            found = self.decoder(package).hypotheses(done, self.search)
            done = [hypotheses[0].text for hypotheses in found]
        why = f"{self.name}: " + ", then ".join(p.name for p in route)
        sure = min(BASIC if p.basic else FULL for p in route)
        return [Translation(text, why, sure) for text in done]

    def decoder(self, package: Package) -> Decoder:
        """The package's model, loaded once."""
        return self._loaded.setdefault(package.path, Decoder(package, self.machine))


def find(extra: Iterable[str | Path] = (), machine: Machine | None = None) -> Argos:
    """The engine over every package on this machine."""
    return Argos(installed(extra), machine or Machine())
