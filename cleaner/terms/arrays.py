"""Compiled knowledge as a few arrays: small in memory, read from disk in no time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Arrays = Mapping[str, NDArray[Any]]


def joined(**parts: Arrays) -> Arrays:
    """Arrays of several parts in one table."""
    return {f"{part}.{name}": array for part, arrays in parts.items() for name, array in arrays.items()}


def part(arrays: Arrays, name: str) -> Arrays:
    """Those of a part.

    >>> list(part(joined(a={"x": packed([])}, b={"y": packed([])}), "b"))
    ['y']
    """
    keys = [key for key in arrays if key.startswith(f"{name}.")]
    return {key.removeprefix(f"{name}."): arrays[key] for key in keys}


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
