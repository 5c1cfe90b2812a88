"""Compiled knowledge as a few arrays: small in memory, read from disk in no time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Arrays = Mapping[str, NDArray[Any]]


def packed(rows: Iterable[str]) -> NDArray[np.uint8]:
    """Strings without line ends in one array.

    >>> unpacked(packed(["Zhukov", ""]))
    ['Zhukov', '']
    """
    text = "".join(f"{row}\n" for row in rows)
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), np.uint8)


def unpacked(array: NDArray[np.uint8]) -> list[str]:
    """What was packed."""
    return array.tobytes().decode("utf-8", "surrogatepass").split("\n")[:-1]
