"""One folder put in the place of another: the old one goes only when the new one stands."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from cleaner.errors import EngineError


def replace(place: Path, new: Path) -> None:
    """Move the folder ``new`` to ``place``, on one disk; what stands there is removed afterwards.

    Raises:
        OSError: it cannot be moved; what stood there stands there again.
        EngineError: nor could that be moved back; says where it lies.
    """
    if not place.exists():
        new.rename(place)
        return
    old = Path(tempfile.mkdtemp(prefix=".old-", dir=place.parent)) / place.name
    try:
        place.rename(old)
        new.rename(place)
    except BaseException:
        _restore(place, old)
        raise
    shutil.rmtree(old.parent, ignore_errors=True)


def _restore(place: Path, old: Path) -> None:
    try:
        if old.exists():
            old.rename(place)
        old.parent.rmdir()
    except OSError as error:
        raise EngineError(f"{place}: cannot be replaced: {error.strerror}; it lies in {old} now") from error
