"""What a format is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from cleaner.document import Document


@dataclass(frozen=True, slots=True)
class Unreadable:
    """One record of a file that cannot be read, while the others can.

    Attributes:
        id: File and place, e.g. ``a.jsonl#12``.
        why: What is wrong and what to do about it.
        raw: The record as it stands, so that nothing is lost.
    """

    id: str
    why: str
    raw: bytes


class Format(Protocol):
    """Bytes to documents and back."""

    suffix: str
    """Ending of the files it writes, dot included."""

    def read(self, source: BinaryIO, name: str) -> Iterator[Document | Unreadable]:
        """Yield the documents of a file called ``name``, one at a time.

        Raises:
            DecodeError: the bytes are not text.
            FormatError: the text is not of this format; says where.
        """
        ...

    def write(self, item: Document | Unreadable) -> bytes:
        """Return what the new file holds for one item that was read; UTF-8."""
        ...
