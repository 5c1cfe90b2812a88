"""A model loaded: sentences in, hypotheses out, decoded by CTranslate2 directly.

``argostranslate.translate`` would decode too, but drags in torch, batches one
paragraph at a time with a budget of 32 tokens, keeps CTranslate2's silent caps
(1,024 tokens in, 256 out) and turns every ``_`` of the output into a space.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise
from typing import Any, Protocol

from cleaner.engines.machine import Machine, keep_memory, settled, widest
from cleaner.engines.packages import Package
from cleaner.engines.tokenizer import tokenizer
from cleaner.errors import EngineError

ROWS = 4096
"""Source tokens of a batch times the width of the beam; four times as many take three times the memory."""
_MARKERS = dict.fromkeys(range(0xE000, 0xE010))  # with which the bundled tokenizer ends words
_BANDS = (1 << 30, 64, 24, 0)
"""Source tokens.  Decoding is capped by the longest sentence of a band, so a loop ends soon; the longest go
first, so that no worker waits long for another at the end."""


@dataclass(frozen=True, slots=True)
class Search:
    """How to look for a translation.

    Attributes:
        beam: Width of the beam, 1 or more.
        best: Hypotheses wanted, at most ``beam``.
        suppress: Rows of target tokens that must not be produced.
        no_repeat: Length of the n-grams that may occur only once; 0 for no limit.
        attention: Whether to say which source token each target token looked at.
    """

    beam: int = 4
    best: int = 1
    suppress: tuple[tuple[str, ...], ...] = ()
    no_repeat: int = 0
    attention: bool = False


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One way to translate a sentence.

    Attributes:
        text: Detokenized.
        pieces: Target tokens.
        score: Log-probability, normalised by length.
        cut: True if the decoder stopped at its limit, not at an end.
        attention: For each target token its weights over the source tokens; empty unless asked for.
    """

    text: str
    pieces: tuple[str, ...] = ()
    score: float = 0.0
    cut: bool = False
    attention: tuple[tuple[float, ...], ...] = ()


class Decodes(Protocol):
    """What the ladder asks of a model; ``Decoder`` is one, and tests have worse ones."""

    @property
    def monotone(self) -> bool:
        """True if target tokens stand in the order of the source."""
        ...

    def encode(self, text: str) -> list[str]:
        """Source tokens."""
        ...

    def spell(self, text: str) -> list[str]:
        """Target tokens that say ``text``."""
        ...

    def decode(self, pieces: Sequence[str]) -> str:
        """Text of target tokens."""
        ...

    def hypotheses(
        self, texts: Sequence[str], search: Search = Search(), begin: Sequence[Sequence[str]] = ()
    ) -> list[list[Hypothesis]]:
        """Ways to translate each text, best first."""
        ...


class Decoder:
    """A package's model in memory.  Loaded at the first sentence, kept until it is dropped.

    Raises:
        EngineError: the model or its tokenizer cannot be read, or it fails: a GPU without memory left.
    """

    def __init__(self, package: Package, machine: Machine | None = None) -> None:
        self.package = package
        self.machine = machine or Machine()

    @property
    def monotone(self) -> bool:
        """As its package says."""
        return self.package.monotone

    def length(self, text: str) -> int:
        """Source tokens of a text."""
        return len(self.encode(text))

    def encode(self, text: str) -> list[str]:
        """Source tokens."""
        pieces: list[str] = self._tokenizer.encode(text)
        return pieces

    def spell(self, text: str) -> list[str]:
        """Target tokens that say ``text``: the source's, without what only the source marks."""
        pieces = [raw.translate(_MARKERS) for raw in self.encode(text)]
        if pieces[-1:] == ["▁"]:
            pieces.pop()  # the blank behind the last word that the bundled tokenizer needs
        return [piece for piece in pieces if piece]

    def decode(self, pieces: Sequence[str]) -> str:
        """Text of target tokens."""
        return str(self._tokenizer.decode(pieces))

    def hypotheses(
        self, texts: Sequence[str], search: Search = Search(), begin: Sequence[Sequence[str]] = ()
    ) -> list[list[Hypothesis]]:
        """The best ways to translate each text, best first, at least one each.

        The texts are sorted by length and batched by tokens, whatever document they came from.

        Args:
            texts: Sentences.
            search: How to look.
            begin: For each text the target tokens its translation must begin with.
        """
        sources = [self.encode(text) for text in texts]
        found: list[list[Hypothesis]] = [[Hypothesis("")] for _ in texts]
        waiting: list[tuple[int, Callable[[], list[Hypothesis]]]] = []
        for floor, ceiling in pairwise(_BANDS):
            if band := [i for i, s in enumerate(sources) if floor >= len(s) > ceiling]:
                first = [begin[i] for i in band] if begin else ()
                waiting += zip(band, self._started([sources[i] for i in band], search, first), strict=True)
        for i, read in waiting:
            found[i] = read()
        return found

    def _started(
        self, sources: list[list[str]], search: Search, begin: Sequence[Sequence[str]]
    ) -> list[Callable[[], list[Hypothesis]]]:
        """Begin to decode; what waits for each sentence's hypotheses."""
        limit = 3 * max(map(len, sources)) + 16
        flag = [self.package.prefix] if self.package.prefix else []
        beam = max(search.beam, search.best)
        results = self._translator.translate_batch(
            sources,
            target_prefix=[[*flag, *own] for own in begin or [()] * len(sources)] if flag or begin else None,
            asynchronous=True,
            max_batch_size=self.machine.tokens or max(1, ROWS // beam),
            batch_type="tokens",
            beam_size=beam,
            num_hypotheses=search.best,
            length_penalty=0.2,
            replace_unknowns=True,
            max_input_length=0,
            max_decoding_length=limit,
            no_repeat_ngram_size=search.no_repeat,
            suppress_sequences=[list(row) for row in search.suppress] or None,
            return_scores=True,
            return_attention=search.attention,
        )
        return [partial(self._read, result, limit, len(flag)) for result in results]

    def _read(self, waiting: Any, limit: int, flags: int) -> list[Hypothesis]:
        read = []
        try:
            result = waiting.result()
        except (RuntimeError, ValueError) as error:
            raise EngineError(f"{self.package.path}: the model fails: {error}") from error
        for n, pieces in enumerate(result.hypotheses):
            own = pieces[flags:]
            looks = tuple(map(tuple, result.attention[n][flags:])) if result.attention else ()
            read.append(
                Hypothesis(self.decode(own), tuple(own), result.scores[n], len(pieces) >= limit, looks)
            )
        return read

    @cached_property
    def _tokenizer(self) -> Any:
        return tokenizer(self.package)

    @cached_property
    def _translator(self) -> Any:
        widest()
        import ctranslate2

        keep_memory()
        try:
            machine = settled(self.machine)
            return ctranslate2.Translator(
                str(self.package.path / "model"),
                device=machine.device,
                compute_type=machine.compute,
                inter_threads=machine.workers,
                intra_threads=1,
            )
        except (RuntimeError, ValueError) as error:
            where = self.package.path
            raise EngineError(f"{where}: the model cannot be read: {error}; cleaner models verify") from error
