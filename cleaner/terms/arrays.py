"""Compiled knowledge as a few arrays: small in memory, read from disk in no time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

Arrays = Mapping[str, NDArray[Any]]
Find = Callable[[str], list[tuple[int, int, int]]]
"""Finds every pattern in a text, overlapping ones too: start, end and number of each."""


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


def automaton(patterns: list[str]) -> NDArray[np.uint8]:
    """What finds patterns, packed; empty if there are none."""
    from daachorse import CharwiseDoubleArrayAhoCorasick

    made = CharwiseDoubleArrayAhoCorasick(patterns).serialize() if patterns else b""
    return np.frombuffer(made, np.uint8)


def finder(array: NDArray[np.uint8]) -> Find:
    """What was packed, and is not empty.

    >>> finder(automaton(["hukov", "ov"]))("Zhukov")
    [(1, 6, 0), (4, 6, 1)]
    """
    from daachorse import CharwiseDoubleArrayAhoCorasick

    return cast("Find", CharwiseDoubleArrayAhoCorasick.deserialize(array.tobytes()).find_overlapping)
