"""What a format is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from cleaner.document import Document
from cleaner.text.lines import line_spans

LONGEST_LINE = 1_000_000
"""Characters of a line.  A longer one is no article: it is a file whose line ends were lost."""


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


def too_long(text: str) -> str:
    """Say which line of a text is longer than an article can be; nothing if none is.

    >>> too_long("short enough")
    ''
    """
    for number, (start, end) in enumerate(line_spans(text), 1):
        if end - start > LONGEST_LINE:
            size = f"line {number} is {end - start:,} characters long, and {LONGEST_LINE:,} are allowed"
            return f"{size}: break it into lines, or make each article a file"
    return ""
