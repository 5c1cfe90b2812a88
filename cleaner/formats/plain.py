"""Plain text: a file is a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from cleaner.document import Document
from cleaner.errors import FormatError
from cleaner.formats.base import Unreadable, too_long
from cleaner.history import Finding
from cleaner.text.decode import decode


class Plain:
    """Text of any encoding in, UTF-8 out; line ends as they were.  Bytes that do not fit are findings."""

    suffix = ".txt"

    def read(self, source: BinaryIO, name: str) -> Iterator[Document | Unreadable]:
        """Yield the one document of the file.

        Raises:
            DecodeError: the bytes are not text.
            FormatError: the file is empty, or has a line of a million characters.
        """
        decoded = decode(source.read())
        if not decoded.text.strip():
            raise FormatError("the file holds no text")
        if fault := too_long(decoded.text):
            raise FormatError(fault)
        meta = {"encoding": decoded.encoding, "newline": decoded.newline}
        damage = (Finding(d.start, d.end, "repair.bytes", d.message) for d in decoded.damage)
        yield Document(name, decoded.text, meta=meta).revise("decode", damage)

    def write(self, item: Document | Unreadable) -> bytes:
        """Return the text with the line ends of the file it came from."""
        if isinstance(item, Unreadable):
            return item.raw
        return item.text.replace("\n", item.meta.get("newline") or "\n").encode()
