"""HTML: the article inside a page, through trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, BinaryIO

from cleaner.document import Document
from cleaner.errors import FormatError
from cleaner.formats.base import Unreadable
from cleaner.text.decode import decode

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:-]+)|<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([a-zA-Z0-9_:-]+)"
)
_DECLARED_WITHIN = 2048  # bytes; browsers look at 1,024
_MARKUP = re.compile(r"(?is)<(script|style|noscript|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[^>]*>")
"""What nobody reads; a script or comment that is not closed goes on to the end, as in a browser."""
_TOLD = 5  # places of damage
_LEAST = 50  # characters: of a page without an article trafilatura gives back what little there is
_FIELDS = ("title", "author", "date", "sitename", "description", "url")


class Html:
    """A page in, its article as plain text out; the page itself stays where it was.

    ``trafilatura`` finds the main content (favouring precision, reading nothing
    but the bytes given).  The headline is put above it when the content lacks it.
    ``meta`` holds what the page says of itself, and under ``kept`` how much of its
    text the article is, so that a page of which too little was kept can be found.
    """

    suffix = ".txt"

    def read(self, source: BinaryIO, name: str) -> Iterator[Document | Unreadable]:
        """Yield the one document of the page.

        Raises:
            DecodeError: the bytes are not text.
            FormatError: the page is empty, or no article is found in it.
        """
        page, encoding = _read(source.read())
        around = " ".join(_MARKUP.sub(" ", page).split())
        if not around:
            raise FormatError("the page holds no text")
        found = _extract(page)
        text = _text(found) if found is not None else ""
        if len(text) < _LEAST:
            raise FormatError(f"no article was found among the {len(around)} characters of the page")
        meta = {name: str(value) for name in _FIELDS if (value := getattr(found, name, None))}
        kept = f"{len(text)} of {len(around)} characters"
        yield Document(name, text, meta={**meta, "encoding": encoding, "kept": kept})

    def write(self, item: Document | Unreadable) -> bytes:
        """Return the article as plain text."""
        return item.raw if isinstance(item, Unreadable) else item.text.encode()


def _read(data: bytes) -> tuple[str, str]:
    """The page as text and its encoding: as declared if that fits the bytes, else as they look."""
    declared = _CHARSET.search(data[:_DECLARED_WITHIN])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        encoding = (declared[1] or declared[2]).decode("ascii").lower()
        try:
            return data.decode("cp1252" if encoding in ("iso-8859-1", "latin-1") else encoding), encoding
        except (LookupError, UnicodeError):
            pass  # the declaration is wrong: pages are copied from one server to another
    decoded = decode(data)
    damage = "".join(f"; {d.message}" for d in decoded.damage[:_TOLD])
    return decoded.text, decoded.encoding + damage


def _extract(page: str) -> Any:
    """What trafilatura finds, or None."""
    from trafilatura import bare_extraction

    return bare_extraction(page, favor_precision=True, include_comments=False, with_metadata=True)


def _text(found: Any) -> str:
    """The article's lines as paragraphs, list items close together, the headline first."""
    lines = [line.strip() for line in (found.text or "").split("\n") if line.strip()]
    title = " ".join((found.title or "").split())
    if not lines:
        return ""
    if title and title.casefold() not in (line.casefold() for line in lines[:3]):
        lines.insert(0, title)
    text = lines[0]
    for before, line in pairwise(lines):
        text += ("\n" if before.startswith("- ") and line.startswith("- ") else "\n\n") + line
    return text + "\n"
