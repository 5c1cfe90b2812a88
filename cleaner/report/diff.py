"""A unified diff, made from the record instead of by comparing texts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

from cleaner.document import Document
from cleaner.report.rows import Row, rows

_CONTEXT = 1  # unchanged lines shown on either side


def unified(doc: Document) -> Iterator[str]:
    r"""Yield the lines of a unified diff from source to text; nothing if they are equal.

    >>> from cleaner.edit import Edit
    >>> doc = Document("a.txt", "Fled.\nPro acyl says").revise("x", [Edit(6, "Pro acyl", "Pro Asyl", "r")])
    >>> print("\n".join(unified(doc)))
    --- a.txt
    +++ a.txt (cleaned)
    @@ -1,2 +1,2 @@
     Fled.
    -Pro acyl says
    \ No newline at end of file
    +Pro Asyl says
    \ No newline at end of file
    """
    table = [(row, any(line[0] in "-+" for line in _lines(doc, row))) for row in rows(doc)]
    near = _near([changed for _, changed in table])
    if not any(near):
        return
    yield f"--- {doc.id}"
    yield f"+++ {doc.id} (cleaned)"
    for shown, group in groupby(zip(table, near, strict=True), key=lambda x: x[1]):
        if shown:
            yield from _hunk(doc, [row for (row, _), _ in group])


def _near(changed: list[bool]) -> list[bool]:
    """For each row, whether a changed one stands within the context."""
    return [any(changed[max(0, i - _CONTEXT) : i + _CONTEXT + 1]) for i in range(len(changed))]


def _hunk(doc: Document, group: list[Row]) -> Iterator[str]:
    lines = [line for row in group for line in _lines(doc, row)]
    old = doc.source.count("\n", 0, group[0].old[0]) + 1
    new = 1 + next((doc.text.count("\n", 0, row.new[0]) for row in group if row.new), doc.text.count("\n"))
    yield f"@@ -{old},{sum(x[0] in ' -' for x in lines)} +{new},{sum(x[0] in ' +' for x in lines)} @@"
    yield from lines


def _lines(doc: Document, row: Row) -> Iterator[str]:
    gone, come = _split(doc.source, row.old), _split(doc.text, row.new) if row.new else []
    head = _same(gone, come)  # lines that a change beside them merely pulled into the row
    tail = _same(gone[head:][::-1], come[head:][::-1])
    yield from (f" {line}" for line in gone[:head])
    yield from (f"-{line}" for line in gone[head : len(gone) - tail])
    yield from (f"+{line}" for line in come[head : len(come) - tail])
    yield from (f" {line}" for line in gone[len(gone) - tail :])


def _same(some: list[str], others: list[str]) -> int:
    """How many lines at the head of both are equal."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False)))


def _split(text: str, span: tuple[int, int]) -> list[str]:
    """The lines of a span; the last of a text says so if no newline ends it, as ``patch`` has to know."""
    lines = text[slice(*span)].split("\n")
    if span[1] < len(text):
        return lines
    last = lines.pop()  # what stands behind the last newline: a line only if it is something
    return [*lines, f"{last}\n\\ No newline at end of file"] if last else lines
