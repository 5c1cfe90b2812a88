"""The tokenizer of a package."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cleaner.engines.packages import Package
from cleaner.engines.reader import argos_package
from cleaner.errors import EngineError


class _Pieces:
    """SentencePiece without Argos' decoder, which turns every ``_`` into a space."""

    def __init__(self, path: str, end: str) -> None:
        from sentencepiece import SentencePieceProcessor

        self._model: Any = SentencePieceProcessor(model_file=path)
        self._end = end

    def encode(self, text: str) -> list[str]:
        pieces: list[str] = self._model.encode(text + self._end, out_type=str)
        return pieces

    def decode(self, pieces: Sequence[str]) -> str:
        return str(self._model.decode_pieces(list(pieces))).replace("▁", " ").strip(" ")


def tokenizer(package: Package) -> Any:
    """``encode`` to source tokens and ``decode`` from target tokens, as the package has it.

    Raises:
        EngineError: it cannot be read.
    """
    path = package.path / "sentencepiece.model"
    end = " " if package.monotone else ""  # it knows the end of a word by what stands behind it
    try:
        return _Pieces(str(path), end) if path.is_file() else argos_package(package.path).tokenizer
    except (OSError, RuntimeError, AttributeError) as error:
        where = package.path
        raise EngineError(f"{where}: the tokenizer cannot be read: {error}; cleaner models verify") from error
