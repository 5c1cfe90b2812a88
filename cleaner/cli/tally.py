"""How it went: counted while it goes, said at the end."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from cleaner.cli.inputs import Item, Source
from cleaner.document import Document
from cleaner.errors import CleanerError
from cleaner.formats.base import Unreadable
from cleaner.report.count import many

NO_MODEL = "translate.missing"
"""The one finding that is about the machine and not about the text: said at once, not only in reports."""


class Tally:
    """Counts documents, changes and failures, and says each failure when it happens."""

    def __init__(self, broken_line: str = "passed on as it is") -> None:
        """Take what becomes of a broken line of a file."""
        self._all: dict[Source, Counter[str]] = defaultdict(Counter)
        self._unwritten: set[Source] = set()
        self._broken_line = broken_line

    def documents(self, items: Iterable[Item]) -> Iterator[Document]:
        """Count items, and give back the documents among them."""
        for source, item in items:
            self.count(source, item)
            if isinstance(item, Document):
                yield item

    def count(self, source: Source, item: Document | Unreadable | Exception) -> None:
        """Count one item of a source."""
        if source in self._unwritten:
            return
        counts = self._all[source]
        if isinstance(item, Document):
            counts.update(c.state for c in item.changes())
            counts.update(documents=1, findings=len(item.findings))
            for finding in item.findings:
                if finding.rule == NO_MODEL:
                    _complain(item.id, finding.message)
            return
        counts["failed"] += 1
        if isinstance(item, Unreadable):
            _complain(item.id, f"{item.why}; the line is {self._broken_line}")
        elif isinstance(item, OSError):
            _complain(source.name, item.strerror or str(item))
        else:
            _complain(source.name, str(item))

    def unwritten(self, source: Source, error: CleanerError) -> None:
        """Count a source as failed, and none of what was done of it: its result cannot be written."""
        self._all.pop(source, None)
        self.count(source, error)
        self._unwritten.add(source)

    @property
    def _counts(self) -> Counter[str]:
        total: Counter[str] = Counter()
        for counts in self._all.values():
            total.update(counts)
        return total

    @property
    def status(self) -> int:
        """Exit status: 0 if all went well, 1 if nothing did, 3 if some did."""
        counts = self._counts
        if not counts["failed"]:
            return 0
        return 3 if counts["documents"] else 1

    def summary(self, *, dry: bool) -> str:
        """Return one line for people."""
        c = self._counts
        line = (
            f"{many(c['documents'], 'document')}: {many(c['made'], 'change')} made, {c['proposed']} proposed"
        )
        line += f", {many(c['findings'], 'finding')}"
        line += f"; {many(c['failed'], 'input')} failed" if c["failed"] else ""
        return line + (" (dry run)" if dry else "")


def _complain(place: str, what: str) -> None:
    print(f"cleaner: {place}: {what}", file=sys.stderr)
