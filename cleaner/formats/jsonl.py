"""JSON lines: an object a line, its ``text`` a document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from cleaner.document import Document
from cleaner.errors import FormatError
from cleaner.formats.base import Unreadable, too_long
from cleaner.history import Finding
from cleaner.text.bcp47 import tidy

_LONE = re.compile("[\ud800-\udfff]")  # JSON can write halves of a character, Unicode has none
RECORD = "record"
"""The key of ``Document.meta`` that holds the line a document came from."""
PLACE = "place"
"""The key that holds which line that is, e.g. ``a.jsonl#12``: two records may call themselves alike."""


class Jsonl:
    """``{"id": …, "text": …}`` a line, UTF-8; other keys are carried through, broken lines too."""

    suffix = ".jsonl"

    def read(self, source: BinaryIO, name: str) -> Iterator[Document | Unreadable]:
        """Yield a document for each line that is not blank, an ``Unreadable`` for one that is broken.

        Raises:
            FormatError: all lines are blank.
        """
        told = False
        for number, line in enumerate(source, 1):
            if line.strip():
                told = True
                yield _read(line.removesuffix(b"\n"), f"{name}#{number}")
        if not told:
            raise FormatError("the file holds no record")

    def write(self, item: Document | Unreadable) -> bytes:
        """Return the line with its text replaced; all else stays letter for letter."""
        if isinstance(item, Unreadable):
            return item.raw + b"\n"
        line = item.meta[RECORD]
        start, end = _text_in(line)
        if json.loads(line[start:end]) != item.text:
            escaped = "\\u" in line[start:end]
            line = line[:start] + json.dumps(item.text, ensure_ascii=escaped) + line[end:]
        return line.encode() + b"\n"


def _read(line: bytes, place: str) -> Document | Unreadable:
    try:
        record: Any = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Unreadable(place, f"not UTF-8 at byte {error.start}: save the file as UTF-8", line)
    except (ValueError, RecursionError) as error:
        return Unreadable(place, f"not JSON: {error}", line)
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return Unreadable(place, 'not an object with a "text" that is a string', line)
    if fault := too_long(record["text"]):
        return Unreadable(place, fault, line)
    meta = {RECORD: line.decode("utf-8-sig"), PLACE: place}
    name = _LONE.sub("\ufffd", str(place if record.get("id") is None else record["id"]))
    text, halves = record["text"], [m.start() for m in _LONE.finditer(record["text"])]
    doc = Document(name, _LONE.sub("\ufffd", text), lang=_lang(record), meta=meta)
    found = (Finding(at, at + 1, "repair.bytes", f"half a character, {text[at]!a}, is lost") for at in halves)
    return doc.revise("decode", found)


def _lang(record: dict[str, Any]) -> str | None:
    """The language a line tells; what is no tag of one tells none."""
    lang = record.get("lang")
    return tidy(lang) if isinstance(lang, str) else None


def _text_in(line: str) -> tuple[int, int]:
    """Where the value of ``text`` stands in a line that was read; of several the last, which counts."""
    read, found = json.JSONDecoder().raw_decode, (0, 0)
    at = _past(line, line.index("{") + 1)
    while line[at] != "}":
        key, at = read(line, at)
        start = _past(line, at)
        _, at = read(line, start)
        if key == "text":
            found = start, at
        at = _past(line, at)
    return found


def _past(line: str, at: int) -> int:
    """The next place where a key or a value may begin."""
    while line[at] in " \t\r\n,:":
        at += 1
    return at
