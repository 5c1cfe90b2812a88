"""A file that appears whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cleaner.errors import FormatError

_FULL = (errno.ENOSPC, errno.EDQUOT)


class UnwrittenError(FormatError):
    """A file cannot be written.

    Attributes:
        full: True if there is no room for it on the disk, or in the user's share of it.
    """

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(f"{path}: cannot be written: {error.strerror or error}")
        self.full = error.errno in _FULL


class Draft:
    """Bytes written beside ``path``, and moved there by ``commit``.

    Raises:
        UnwrittenError: the folder cannot be written to, or the disk is full; nothing is left behind.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, self._temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        self._file = os.fdopen(handle, "wb")

    def write(self, data: bytes | str) -> None:
        """Add to the file; text as UTF-8, half a character (of a file name) as JSON writes it."""
        with _told(self.path):
            self._file.write(data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data)

    def commit(self) -> None:
        """Put the file in its place."""
        mask = os.umask(0)
        os.umask(mask)
        try:
            with _told(self.path):
                self._file.close()
                Path(self._temporary).chmod(0o666 & ~mask)
                Path(self._temporary).replace(self.path)
        except UnwrittenError:
            self.discard()
            raise

    def discard(self) -> None:
        """Leave no trace."""
        with contextlib.suppress(OSError):  # what is left in the buffer finds no room either
            self._file.close()
        Path(self._temporary).unlink(missing_ok=True)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnwrittenError(path, error) from None
