"""All revisions of a document seen at once: which spans of the source became which of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cleaner.document import Document
from cleaner.history import Change


@dataclass(frozen=True, slots=True)
class Hunk:
    """A span of the source, the span of the final text it became, and the changes that made it so."""

    old: tuple[int, int]
    new: tuple[int, int]
    changes: tuple[Change, ...]


def hunks(doc: Document) -> list[Hunk]:
    """Return the changed spans of a document in order; what lies between them is untouched."""
    found: list[Hunk] = []
    for number, revision in enumerate(doc.history):
        found = list(_composed(found, [Change(e, revision.step, "made", number) for e in revision.made]))
    return found


def _composed(before: Sequence[Hunk], changes: Sequence[Change]) -> Iterator[Hunk]:
    """Lay one revision's changes over the hunks so far."""
    grown = behind = 0  # how much longer the text got: by earlier revisions, by this one
    for group in _groups(sorted([*before, *changes], key=_place)):
        start, end = _place(group[0])[0], max(_place(x)[1] for x in group)
        olds = [x for x in group if isinstance(x, Hunk)]
        news = [x for x in group if isinstance(x, Change)]
        old_start, new_start = start - grown, start + behind
        grown += sum((h.new[1] - h.new[0]) - (h.old[1] - h.old[0]) for h in olds)
        behind += sum(len(c.edit.new) - len(c.edit.old) for c in news)
        merged = tuple(c for h in olds for c in h.changes) + tuple(news)
        yield Hunk((old_start, end - grown), (new_start, end + behind), merged)


def _groups(places: Sequence[Hunk | Change]) -> Iterator[list[Hunk | Change]]:
    """Those that overlap, or start at one point, together."""
    group: list[Hunk | Change] = []
    end = -1
    for x in places:
        start = _place(x)[0]
        if group and start >= end and start != _place(group[-1])[0]:
            yield group
            group = []
        group.append(x)
        end = max(end, _place(x)[1])
    if group:
        yield group


def _place(x: Hunk | Change) -> tuple[int, int]:
    """The span in the text between the two revisions."""
    return x.new if isinstance(x, Hunk) else (x.edit.start, x.edit.end)
