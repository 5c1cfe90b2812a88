"""Markdown: plain text in which code and front matter are nobody's prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from cleaner.document import VERBATIM, Document, Mark
from cleaner.formats.base import Unreadable
from cleaner.formats.plain import Plain

_VERBATIM = re.compile(
    r"""
      \A---\n.*?^---$                       # front matter
    | ^[ \t>]*(?P<fence>```+|~~~+).*?(?:^[ \t>]*(?P=fence)|\Z)  # fenced code, in a list or quotation too
    | <!--(?:(?!<!--|-->).)*+-->            # comment; many that are not closed stay linear
    | ^\[[^\]\n]+\]:[^\n]*$                 # where a link leads
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)


class Markdown(Plain):
    """As plain text, but fenced code, front matter, comments and link targets are left alone.

    Code that is only indented, or stands within a line, cannot be told from an article's prose here.
    """

    suffix = ".md"

    def read(self, source: BinaryIO, name: str) -> Iterator[Document | Unreadable]:
        """Yield the one document of the file; raises as plain text does."""
        for doc in super().read(source, name):
            if isinstance(doc, Document):
                marks = tuple(Mark(VERBATIM, m.start(), m.end()) for m in _VERBATIM.finditer(doc.text))
                yield replace(doc, marks=marks)
