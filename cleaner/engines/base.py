"""What a translation engine is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

HUMAN: Final = "memory: "
"""How the why of a person's translation begins; the name of the memory follows."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What an engine made of one segment.

    Attributes:
        text: The translation; the source itself where ``kept`` says so.
        why: Engine, model and pair, and every rung that had to be climbed: the evidence of the edit.
        confidence: Estimated probability that it needs no correction, in [0, 1].
        faults: What is still wrong with it, one sentence each; empty if nothing is known to be.
        kept: True if no acceptable translation was found and ``text`` is the source.
    """

    text: str
    why: str = ""
    confidence: float = 1.0
    faults: tuple[str, ...] = ()
    kept: bool = False

    @property
    def human(self) -> bool:
        """True if a person made it: it comes from an imported memory."""
        return self.why.startswith(HUMAN)


class Engine(Protocol):
    """Turns segments of one language into another."""

    @property
    def name(self) -> str:
        """Engine and version: part of the evidence, and of the key of any memory."""
        ...

    def missing(self, source: str, target: str) -> str | None:
        """One line: what is missing for a pair and how to get it; None if nothing is."""
        ...

    def caution(self, source: str, target: str) -> str | None:
        """One line that warns the reader of what is made for a pair; None if there is nothing to say."""
        ...

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Translation]:
        """Translate ``texts``, one for one, order kept.

        Raises:
            EngineError: the pair cannot be translated, or its model cannot be read.
        """
        ...
