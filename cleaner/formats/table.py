"""Which format reads which file."""

from __future__ import annotations

from pathlib import PurePath

from cleaner.errors import FormatError
from cleaner.formats.base import Format
from cleaner.formats.html import Html
from cleaner.formats.jsonl import Jsonl
from cleaner.formats.markdown import Markdown
from cleaner.formats.plain import Plain

FORMATS: dict[str, Format] = {
    ".txt": Plain(),
    ".text": Plain(),
    "": Plain(),
    ".md": Markdown(),
    ".markdown": Markdown(),
    ".html": Html(),
    ".htm": Html(),
    ".xhtml": Html(),
    ".jsonl": Jsonl(),
    ".ndjson": Jsonl(),
}


def format_of(name: str) -> Format:
    """Return the format for a file name, by its ending; standard input (``-``) is plain text.

    Raises:
        FormatError: no format knows the ending.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in FORMATS:
        known = " ".join(s for s in FORMATS if s)
        raise FormatError(f"unknown kind of file {suffix!r}: known are {known}")
    return FORMATS[suffix]
