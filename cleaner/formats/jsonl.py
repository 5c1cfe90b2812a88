"""JSON lines: an object a line, its ``text`` a document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from cleaner.document import Document
from cleaner.formats.base import Unreadable, too_long

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
        return json.dumps(record, ensure_ascii=False).encode() + b"\n"


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
    return Document(str(record.get("id", place)), record["text"], lang=_lang(record), meta=meta)


def _lang(record: dict[str, Any]) -> str | None:
    lang = record.get("lang")
    return lang if isinstance(lang, str) and lang else None
