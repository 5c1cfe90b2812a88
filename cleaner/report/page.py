"""One self-contained web page: before and after side by side, each change marked, its why beside it.

No script, nothing fetched.  Written piece by piece, so that a page of many documents needs the memory of one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from itertools import pairwise

from cleaner.document import Document
from cleaner.history import Change, Finding
from cleaner.profile import Profile
from cleaner.report.count import many
from cleaner.report.hunks import Hunk
from cleaner.report.record import TOLD
from cleaner.report.rows import Row, rows


@dataclass(frozen=True, slots=True)
class Note:
    """A marked span of one of the two texts."""

    start: int
    end: int
    kind: str
    title: str
    link: str = ""


def page_head(profile: Profile) -> str:
    """Return the page up to its first document."""
    style = (files("cleaner") / "report" / "page.css").read_text("utf-8")
    resolved = escape(json.dumps(profile.table, indent=1, ensure_ascii=False))
    return (
        '<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>cleaner: what was changed</title>\n'
        f'<meta name="viewport" content="width=device-width"><style>\n{style}</style>\n'
        f"<header><h1>What was changed</h1><details><summary>profile <b>{escape(profile.name)}</b>, "
        f"digest {profile.digest}</summary><pre>{resolved}</pre></details></header>\n"
    )


def page_document(doc: Document, number: int) -> Iterator[str]:
    """Yield the part of the page about one document."""
    changes = list(doc.changes())
    made = [c for c in changes if c.state == "made"]
    proposed = [c for c in changes if c.state == "proposed"]
    numbers = {id(c.edit): f"d{number}c{i}" for i, c in enumerate([*made, *proposed], 1)}
    yield f'<section id="d{number}"><h2>{escape(doc.id)}</h2>\n'
    yield f"<p>{many(len(made), 'change')} made, {len(proposed)} proposed"
    yield f", {many(len(doc.findings), 'finding')}"
    yield f"; language {escape(doc.lang)}</p>\n" if doc.lang else "</p>\n"
    yield from _fields(doc)
    yield from _side_by_side(doc, proposed, numbers)
    yield from _finding_list(doc)
    yield from _change_list("Proposed: not made, for you to judge", proposed, numbers)
    yield from _change_list("Made", made, numbers)
    yield "</section>\n"


def page_tail() -> str:
    """Return the end of the page."""
    return "</html>\n"


def _fields(doc: Document) -> Iterator[str]:
    fields = [(name, doc.meta[name]) for name in TOLD if name in doc.meta]
    if fields:
        yield "<dl>" + "".join(f"<dt>{n}</dt><dd>{escape(v)}</dd>" for n, v in fields) + "</dl>\n"


def _side_by_side(doc: Document, proposed: list[Change], numbers: dict[int, str]) -> Iterator[str]:
    notes = [
        Note(*_seen(doc, c), "prop", f"proposed: {c.edit.new!r}. {_why(c)}", numbers[id(c.edit)])
        for c in proposed
    ]
    notes += [Note(f.start, f.end, "find", f.message) for f in doc.findings]
    yield '<table class="texts"><thead><tr><th>before<th>after</thead>\n'
    table = list(rows(doc))
    for row, near in zip(table, _over([row.new or (0, 0) for row in table], notes), strict=True):
        yield _row(doc, row, near, numbers)
    yield "</table>\n"


def _seen(doc: Document, change: Change) -> tuple[int, int]:
    """Where a proposal stands; where it only puts words in, the character beside it."""
    start, end = doc.span(change)
    if end > start:
        return start, end
    return (start, start + 1) if doc.text[start : start + 1].strip() else (max(start - 1, 0), start)


def _row(doc: Document, row: Row, notes: list[Note], numbers: dict[int, str]) -> str:
    left = [Note(*h.old, _gone(h), _whys(h.changes), numbers[id(h.changes[0].edit)]) for h in row.hunks]
    before = _marked(doc.source, row.old, left)
    if row.new is None:
        return f"<tr><td>{before}<td>\n"
    right = [Note(*h.new, "ins", _whys(h.changes), numbers[id(h.changes[0].edit)]) for h in row.hunks]
    after = _marked(doc.text, row.new, right + notes)
    return f"<tr><td>{before}<td>{after}\n" if before or after else ""


def _gone(hunk: Hunk) -> str:
    """A translated sentence is not struck through: it is there to be read beside its translation."""
    return "was" if any(c.step == "translate" for c in hunk.changes) else "del"


def _marked(text: str, span: tuple[int, int], notes: list[Note]) -> str:
    """HTML of a span, cut wherever a note begins or ends; each piece names all notes over it."""
    start, end = span
    edges = {start, end} | {min(max(e, start), end) for n in notes for e in (n.start, n.end)}
    cuts = list(pairwise(sorted(edges)))
    over = _over(cuts, notes)
    return "".join(_piece(text[a:b], here) for (a, b), here in zip(cuts, over, strict=True))


def _over(spans: Sequence[tuple[int, int]], notes: Sequence[Note]) -> Iterator[list[Note]]:
    """For each of some spans, in order, the notes that share a character with it, in their own order."""
    waiting = sorted(enumerate(notes), key=lambda note: note[1].start, reverse=True)
    here: list[tuple[int, Note]] = []
    for start, end in spans:
        while waiting and waiting[-1][1].start < end:
            here.append(waiting.pop())
        here = sorted(note for note in here if note[1].end > start)
        yield [note for _, note in here]


def _piece(text: str, notes: list[Note]) -> str:
    if not notes:
        return escape(text)
    kinds = " ".join(sorted({n.kind for n in notes}))
    title = escape("\n".join(n.title for n in notes))
    link = next((n.link for n in notes if n.link), "")
    tag, href = ("a", f' href="#{link}"') if link else ("span", "")
    return f'<{tag}{href} class="{kinds}" title="{title}">{escape(text)}</{tag}>'


def _change_list(title: str, changes: list[Change], numbers: dict[int, str]) -> Iterator[str]:
    if not changes:
        return
    yield f'<h3>{title}</h3>\n<table class="list"><thead><tr><th>step<th>old<th>new<th>why<th>sure</thead>\n'
    for c in changes:
        old, new = (escape(side.strip("\n") or side) for side in (c.edit.old, c.edit.new))
        yield f'<tr id="{numbers[id(c.edit)]}"><td>{escape(c.step)}<td><del>{old}</del><td><ins>{new}</ins>'
        yield f"<td><code>{escape(c.edit.rule)}</code> {escape(c.edit.why)}<td>{c.edit.confidence:.2f}\n"
    yield "</table>\n"


def _finding_list(doc: Document) -> Iterator[str]:
    if not doc.findings:
        return
    yield "<h3>Found: for a person to look at</h3>\n"
    yield '<table class="list"><thead><tr><th>where<th>what</thead>\n'
    for f in doc.findings:
        yield f"<tr><td>{escape(_excerpt(doc, f))}<td><code>{escape(f.rule)}</code> {escape(f.message)}\n"
    yield "</table>\n"


def _excerpt(doc: Document, finding: Finding) -> str:
    text = doc.text[finding.start : finding.end]
    return text if len(text) <= 120 else f"{text[:80]} … {text[-30:]}"


def _whys(changes: tuple[Change, ...]) -> str:
    return "\n".join(_why(c) for c in changes)


def _why(change: Change) -> str:
    return f"{change.edit.rule} ({change.edit.confidence:.2f}): {change.edit.why}"
