"""Bytes to text: never a byte dropped or replaced in silence.

A byte order mark decides; then the zero bytes of UTF-16 and UTF-32; then strict UTF-8, which other text
passes only by accident; then UTF-8 with some damage, which is reported.  What is left was written in one of
the old code pages, of which the one whose reading looks most like a language wins
(``cleaner.text.mojibake``).
"""

from __future__ import annotations

import codecs
import math
import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Literal

from cleaner.errors import DecodeError
from cleaner.text.damaged import Damage, read_damaged

Newline = Literal["\n", "\r\n", "\r"]

_MARKS = (  # longest first: the mark of UTF-32-LE begins with that of UTF-16-LE
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # never in text; ESC is kept: terminal colours
_CONTROLS_ALLOWED = (
    0.01  # share of characters; a stray NUL in a scraped page is damage, more is a binary file
)
_DAMAGED = 0.9  # confidence in UTF-8 that some bytes contradict
_MAGIC = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"\xfd7zXZ": "an xz archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x7fELF": "a program",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""A text and how its bytes were read.

    Attributes:
        text: The text, its lines ended by "\n" alone, without the byte order mark.
        encoding: Python's name of the encoding, e.g. ``utf-8``, ``cp1251``.
        newline: How most lines ended in the bytes.
        confidence: Estimated probability that the encoding is right, in [0, 1].
        damage: Where bytes did not fit the encoding, and what was made of them.
    """

    text: str
    encoding: str
    newline: Newline
    confidence: float
    damage: tuple[Damage, ...] = ()


def decode(data: bytes) -> Decoded:
    r"""Read ``data`` as text.

    >>> decode("Grüße\r\n".encode("utf-8-sig"))
    Decoded(text='Grüße\n', encoding='utf-8', newline='\r\n', confidence=1.0, damage=())

    Raises:
        DecodeError: the bytes are binary, or break off inside the encoding they claim; says where.
    """
    _refuse_binary(data)
    damage: tuple[Damage, ...] = ()
    if read := _marked(data) or _wide(data) or _utf8(data):
        text, encoding, confidence = read
    elif found := read_damaged(data.removeprefix(codecs.BOM_UTF8)):
        (text, damage), encoding, confidence = found, "utf-8", _DAMAGED
    else:
        text, encoding, confidence = _legacy(data)
    _refuse_controls(text, encoding)
    newline = _newline(text)
    if newline != "\n":
        damage = _moved(damage, text)
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text, encoding, newline, confidence, damage)


def _refuse_binary(data: bytes) -> None:
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise DecodeError(f"this is {what}, not text")


def _marked(data: bytes) -> tuple[str, str, float] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding, 1.0
            except UnicodeDecodeError as error:
                if mark == codecs.BOM_UTF8:
                    return None  # damaged
                at = len(mark) + error.start
                raise DecodeError(
                    f"it begins as {encoding} but byte {at} does not fit: {error.reason}"
                ) from None
    return None


def _utf8(data: bytes) -> tuple[str, str, float] | None:
    if b"\x1b$" in data and data.isascii():
        return _try(data, "iso2022_jp")  # Japanese mail: seven bits and escapes
    try:
        return data.decode("utf-8"), "utf-8", 1.0
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> tuple[str, str, float] | None:
    """UTF-16 or UTF-32 without a mark: spaces, digits and line ends leave zero bytes in fixed places."""
    if b"\0" not in data[:4096]:
        return None
    for encoding, unit, zero, share in (
        ("utf-32-le", 4, slice(3, None, 4), 1.0),
        ("utf-32-be", 4, slice(0, None, 4), 1.0),
        ("utf-16-le", 2, slice(1, None, 2), 0.05),
        ("utf-16-be", 2, slice(0, None, 2), 0.05),
    ):
        column = data[: 4096 * unit][zero]
        if len(data) % unit == 0 and column.count(0) >= max(2, share * len(column)):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if not _CONTROLS.search(text):
                return text, encoding, 0.99
    return None


def _legacy(data: bytes) -> tuple[str, str, float]:
    """One of the old encodings, by what it makes of the bytes."""
    from cleaner.text.mojibake.reading import readings

    found = readings(data)
    for i, reading in enumerate(found):
        if (read := _try(data, reading.encoding)) is None:
            continue
        others = (
            r
            for r in found[i + 1 :]
            if data[:4096].decode(r.encoding, "replace") != data[:4096].decode(reading.encoding, "replace")
        )
        behind = next((r.cost - reading.cost for r in others), 100.0)
        return read[0], reading.encoding, 1 / (1 + math.exp(-min(behind, 4.6)))  # .99 at most
    at = next(i for i, byte in enumerate(data) if byte > 0x7F)
    raise DecodeError(f"these bytes are in no encoding known here, from byte {at} (0x{data[at]:02x}) on")


def _try(data: bytes, encoding: str) -> tuple[str, str, float] | None:
    try:
        return data.decode(encoding), encoding, 0.99
    except UnicodeDecodeError:
        return None


def _refuse_controls(text: str, encoding: str) -> None:
    """A few stray controls are damage that the repair step removes; many are a binary file."""
    first = _CONTROLS.search(text)
    if first is None:
        return
    sample = text[:65536]
    count = len(_CONTROLS.findall(sample))
    if count > max(1, _CONTROLS_ALLOWED * len(sample)):
        message = f"this is not text: read as {encoding} it holds control characters"
        raise DecodeError(f"{message}, the first (0x{ord(first.group()):02x}) at character {first.start()}")


def _moved(damage: tuple[Damage, ...], text: str) -> tuple[Damage, ...]:
    """Damage in ``text`` where it stands once two characters no longer end a line."""
    pairs = [m.start() for m in re.finditer("\r\n", text)]
    return tuple(
        replace(d, start=d.start - bisect_left(pairs, d.start), end=d.end - bisect_left(pairs, d.end))
        for d in damage
    )


def _newline(text: str) -> Newline:
    pairs = text.count("\r\n")
    bare = text.count("\n") - pairs
    old = text.count("\r") - pairs
    if pairs and pairs >= max(bare, old):
        return "\r\n"
    return "\r" if old > bare else "\n"
