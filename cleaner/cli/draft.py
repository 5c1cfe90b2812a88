"""A file that appears whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from cleaner.errors import FormatError


class Draft:
    """Bytes written beside ``path``, and moved there by ``commit``.

    Raises:
        FormatError: the folder cannot be written to.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, self._temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        except OSError as error:
            raise FormatError(f"{path}: cannot be written: {error.strerror}") from None
        self._file = os.fdopen(handle, "wb")

    def write(self, data: bytes | str) -> None:
        """Add to the file; text as UTF-8."""
        self._file.write(data.encode() if isinstance(data, str) else data)

    def commit(self) -> None:
        """Put the file in its place."""
        self._file.close()
        mask = os.umask(0)
        os.umask(mask)
        Path(self._temporary).chmod(0o666 & ~mask)
        Path(self._temporary).replace(self.path)

    def discard(self) -> None:
        """Leave no trace."""
        self._file.close()
        Path(self._temporary).unlink(missing_ok=True)
