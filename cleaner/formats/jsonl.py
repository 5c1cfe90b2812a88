"""JSON lines: an object a line, its ``text`` a document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from cleaner.document import Document
from cleaner.formats.base import Unreadable, too_long
from cleaner.history import Finding

_LONE = re.compile("[\ud800-\udfff]")  # JSON can write halves of a character, Unicode has none
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
RECORD = "record"
"""The key of ``Document.meta`` that holds the line a document came from."""


class Jsonl:
    """``{"id": …, "text": …}`` a line, UTF-8; other keys are carried through, broken lines too."""

    suffix = ".jsonl"

    def read(self, source: BinaryIO, name: str) -> Iterator[Document | Unreadable]:
        """Yield a document for each line that is not blank, an ``Unreadable`` for one that is broken."""
        for number, line in enumerate(source, 1):
            if line.strip():
                yield _read(line.rstrip(b"\r\n"), f"{name}#{number}")

    def write(self, item: Document | Unreadable) -> bytes:
        """Return the line with its text replaced; its other keys stay as they were."""
        if isinstance(item, Unreadable):
            return item.raw + b"\n"
        record = json.loads(item.meta[RECORD]) | {"text": item.text}
        halves = _HALF.search(item.meta[RECORD])  # in a key that is carried through: they have no UTF-8
        return json.dumps(record, ensure_ascii=bool(halves)).encode() + b"\n"


def _read(line: bytes, place: str) -> Document | Unreadable:
    try:
        record: Any = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Unreadable(place, f"not UTF-8 at byte {error.start}: save the file as UTF-8", line)
    except ValueError as error:
        return Unreadable(place, f"not JSON: {error}", line)
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return Unreadable(place, 'not an object with a "text" that is a string', line)
    if fault := too_long(record["text"]):
        return Unreadable(place, fault, line)
    meta = {RECORD: line.decode("utf-8-sig")}
    name = _LONE.sub("\ufffd", str(record.get("id", place)))
    text, halves = record["text"], [m.start() for m in _LONE.finditer(record["text"])]
    doc = Document(name, _LONE.sub("\ufffd", text), lang=_lang(record), meta=meta)
    found = (Finding(at, at + 1, "repair.bytes", f"half a character, {text[at]!a}, is lost") for at in halves)
    return doc.revise("decode", found)


def _lang(record: dict[str, Any]) -> str | None:
    lang = record.get("lang")
    return lang if isinstance(lang, str) and lang else None
