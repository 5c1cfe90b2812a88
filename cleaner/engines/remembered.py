"""An engine with a memory: what is known is looked up, the rest decoded and remembered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from cleaner.engines.base import Engine, Translation
from cleaner.engines.memory import Memory

_AT_ONCE = 1024  # segments decoded between two writes: what a kill can lose


class Marked(Engine, Protocol):
    """An engine that says what a translation depends on."""

    def fingerprints(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """For each text a string that changes when its translation might."""
        ...


@dataclass
class Remembered:
    """Asks ``memory`` first."""

    engine: Marked
    memory: Memory

    @property
    def name(self) -> str:
        """Name of the engine within."""
        return self.engine.name

    def missing(self, source: str, target: str) -> str | None:
        """What the engine within lacks."""
        return self.engine.missing(source, target)

    def caution(self, source: str, target: str) -> str | None:
        """What the engine within warns of."""
        return self.engine.caution(source, target)

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Translation]:
        """Translate ``texts``, one for one, order kept.

        Raises:
            EngineError: as the engine within.
        """
        once = list(dict.fromkeys(texts))
        marks = dict(zip(once, self.engine.fingerprints(once, source, target), strict=True))
        found = dict(zip(once, self.memory.look(once, source, target, list(marks.values())), strict=True))
        new = [text for text in once if found[text] is None]
        known = {text: t for text, t in found.items() if t is not None}
        for at in range(0, len(new), _AT_ONCE):
            some = new[at : at + _AT_ONCE]
            done = self.engine.translate(some, source, target)
            own = [marks[text] for text in some]
            self.memory.keep(some, done, (source, target), own, self.engine.name)
            known.update(zip(some, done, strict=True))
        return [known[text] for text in texts]
