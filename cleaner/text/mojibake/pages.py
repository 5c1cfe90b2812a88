"""Code pages: what 256 bytes meant before UTF-8."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

# Python's name of each single-byte encoding that news was written in, and what its choice costs in nats: how
# rare it is.  Where two read a text alike, the commoner is named.
PRIORS = {
    "cp1252": 0.0,
    "cp1251": 0.0,
    **dict.fromkeys(("cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8-r", "cp874"), 0.5),
    "iso8859-1": 0.1,
    "iso8859-2": 0.6,
    "koi8-u": 0.6,
    **dict.fromkeys(("iso8859-15", "iso8859-5", "iso8859-7", "iso8859-8", "iso8859-9", "iso8859-6"), 1.0),
    **dict.fromkeys(("cp866", "mac-roman", "mac-cyrillic", "cp850", "cp852", "cp437"), 1.5),
    **dict.fromkeys(("cp858", "cp855", "cp857", "cp737", "cp862", "cp775", "iso8859-13", "iso8859-4"), 3.0),
    **dict.fromkeys(("mac-latin2", "mac-greek", "mac-turkish", "mac-croatian", "mac-romanian"), 3.5),
    **dict.fromkeys(("cp720", "cp869", "iso8859-16", "iso8859-10", "iso8859-3", "iso8859-14"), 4.0),
}
NONE = 0xFFFFFFFF


@cache
def page(name: str) -> NDArray[np.uint32]:
    """Code point of each byte; ``NONE`` where the page has none."""
    chars = [bytes([byte]).decode(name, "ignore") for byte in range(256)]
    return np.array([ord(c) if c else NONE for c in chars], np.uint32)
