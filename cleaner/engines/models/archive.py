"""Archives from elsewhere: looked through before a byte of them is written."""

from __future__ import annotations

import lzma
import shutil
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Final

from cleaner.errors import EngineError

MOST_FILES: Final = 2000
MOST_BYTES: Final = 4 << 30
MOST_RATIO: Final = 100
"""Bytes unpacked for one packed, from a megabyte on: models shrink to no less than a third."""
_FREE = 1 << 20
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


def unpack(archive: Path, folder: Path) -> Path:
    """Unpack a package into ``folder``, which is made; return the folder within that has ``metadata.json``.

    Raises:
        EngineError: it is no zip, a broken one, cannot be written, or has names or sizes that no package has.
    """
    try:
        with zipfile.ZipFile(archive) as file:
            _check(archive, file.infolist())
            folder.mkdir(parents=True)
            for member in file.infolist():
                _write(file, member, folder)
    except _BROKEN as error:
        raise EngineError(f"{archive}: not an Argos package (a zip archive): {error}") from error
    except OSError as error:
        raise EngineError(f"{archive}: cannot be unpacked: {error.strerror or error}") from error
    inner = [path.parent for path in folder.glob("*/metadata.json")]
    if len(inner) != 1:
        raise EngineError(f"{archive}: not an Argos package: no metadata.json in its one folder")
    return inner[0]


def _check(archive: Path, members: list[zipfile.ZipInfo]) -> None:
    total = sum(m.file_size for m in members)
    packed = sum(m.compress_size for m in members)
    if len(members) > MOST_FILES or total > MOST_BYTES or total > MOST_RATIO * packed + _FREE:
        raise EngineError(f"{archive}: refused: {len(members)} files of {total} bytes from {packed}")
    if len({PurePosixPath(m.filename) for m in members}) < len(members):
        raise EngineError(f"{archive}: refused: two of its files have the same name")
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in member.filename or "\0" in member.filename:
            raise EngineError(f"{archive}: refused: {member.filename!r} leads out of it")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise EngineError(f"{archive}: refused: {member.filename!r} is a link")


def _write(file: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> None:
    """Write one member, and no more of it than it announced: sizes in a directory may lie."""
    path = folder.joinpath(*PurePosixPath(member.filename.replace("\\", "/")).parts)
    if member.is_dir():
        path.mkdir(parents=True, exist_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with file.open(member) as source, path.open("xb") as target:  # zipfile stops at the announced size
        shutil.copyfileobj(source, target)
