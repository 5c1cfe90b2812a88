"""Downloads: only when asked for, resumed where they broke off, never longer than announced."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from typing import Any, Final

from cleaner.errors import EngineError

Progress = Callable[[int, int], None]
"""Told the bytes that are there and the bytes there will be (0 if not known)."""
LARGEST: Final = 4 << 30
_PIECE = 1 << 18
_PATIENCE = 30  # seconds without a byte
_OFFLINE = "if this machine is offline, bring the .argosmodel file here and: cleaner models install FILE"


def fetch(address: str, most: int) -> bytes:
    """The bytes at an address.

    Raises:
        EngineError: it cannot be reached, or there are more than ``most``.
    """
    try:
        with _open(address, 0) as answer:
            data: bytes = answer.read(most + 1)
    except (OSError, HTTPException, ValueError) as error:
        raise EngineError(f"cannot reach {address}: {_reason(error)}; {_OFFLINE}") from error
    if len(data) > most:
        raise EngineError(f"{address}: more than {most >> 20} MB: this is no index")
    return data


def download(address: str, path: Path, progress: Progress | None = None) -> None:
    """Bring the file at an address to ``path``; go on with the part (``path`` + .part) that is there.

    Raises:
        EngineError: it cannot be reached, broke off, or is too large; the part stays for the next try.
    """
    part = path.with_name(path.name + ".part")
    have = part.stat().st_size if part.is_file() else 0
    try:
        with _open(address, have) as answer:
            if have and getattr(answer, "status", 200) != 206:
                have = 0  # the server sends it from the start
            _save(answer, part, have, progress)
    except urllib.error.HTTPError as error:
        if error.code != 416:
            raise EngineError(f"cannot download {address}: {_reason(error)}; {_OFFLINE}") from error
        if error.headers.get("Content-Range") != f"bytes */{have}":  # else all of it is here already
            part.unlink(missing_ok=True)
            raise EngineError(f"{address}: the part on disk does not fit; try again") from error
    except (OSError, HTTPException, ValueError) as error:
        raise EngineError(f"cannot download {address}: {_reason(error)}; {_OFFLINE}") from error
    part.replace(path)


def _save(answer: Any, part: Path, have: int, progress: Progress | None) -> None:
    length = int(answer.headers.get("Content-Length") or 0)
    total = have + length if length else 0
    with part.open("r+b" if have else "wb") as file:
        file.seek(have)
        while data := answer.read(_PIECE):
            file.write(data)
            have += len(data)
            if have > LARGEST:
                raise OSError(f"larger than {LARGEST >> 30} GB")
            if progress:
                progress(have, total)
    if have < total:
        raise OSError(f"broke off after {have} of {total} bytes; the same command goes on from there")


def _open(address: str, start: int) -> Any:
    if not address.startswith(("https://", "http://", "file://")):
        raise ValueError("not an http, https or file address")
    headers = {"User-Agent": "cleaner"} | ({"Range": f"bytes={start}-"} if start else {})
    request = urllib.request.Request(address, headers=headers)  # noqa: S310  the schemes are checked above
    return urllib.request.urlopen(request, timeout=_PATIENCE)  # noqa: S310


def _reason(error: Exception) -> str:
    return str(getattr(error, "reason", None) or error)
