"""The one door to argostranslate."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any


def argos_package(path: Path) -> Any:
    """``argostranslate.package.Package`` of a folder: its metadata and its tokenizer.

    Raises:
        OSError: there is no ``metadata.json``, or it cannot be read.
        ValueError: it is not JSON.
    """
    return _module().Package(path)


@cache
def _module() -> Any:
    with _no_new_folders():
        from argostranslate import package
    return package


@contextmanager
def _no_new_folders() -> Iterator[None]:
    """Importing argostranslate makes five folders under the home folder; reading a package needs none."""
    make = os.makedirs
    os.makedirs = lambda *_, **__: None
    try:
        yield
    finally:
        os.makedirs = make
