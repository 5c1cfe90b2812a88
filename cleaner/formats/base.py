"""What a format is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from cleaner.document import Document


class Format(Protocol):
    """Bytes to documents and back."""

    suffix: str
    """Ending of the files it writes, dot included."""

    def read(self, data: bytes, name: str) -> Iterator[Document]:
        """Yield the documents in a file called ``name``.

        Raises:
            DecodeError: the bytes are not text.
            FormatError: the text is not of this format; says where.
        """
        ...

    def write(self, docs: Sequence[Document], original: bytes) -> bytes:
        """Return the file that holds ``docs`` instead of those in ``original``."""
        ...
