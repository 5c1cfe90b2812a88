"""Documents and changes as plain objects, for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cleaner.document import Document
from cleaner.history import Change
from cleaner.profile import Profile

FIELDS = ("title", "caption", "credit", "byline", "date")
"""Keys of ``Document.meta`` that are fields of an article."""
TOLD = (*FIELDS, "place", "kept")
"""What a reader of the record should know: the fields, which line of a file, how much of a page was kept."""


def document_record(doc: Document, profile: Profile) -> dict[str, Any]:
    """Return one object a document: its text, fields, changes and findings, and how they came about."""
    fields = {name: doc.meta[name] for name in TOLD if name in doc.meta}
    return {
        "id": doc.id,
        "text": doc.text,
        **fields,
        "lang": doc.lang,
        "changes": [change_record(doc, c) for c in doc.changes()],
        "findings": list(finding_records(doc)),
        "profile": profile_record(profile),
    }


def profile_record(profile: Profile) -> dict[str, Any]:
    """Return a profile's name, digest and resolved table."""
    return {"name": profile.name, "digest": profile.digest, "resolved": profile.table}


def change_record(doc: Document, change: Change) -> dict[str, Any]:
    """Return one object a change.

    ``start`` counts in the text before the change's revision; ``at`` is the span where the outcome
    stands in the final text.  With ``revision`` the changes of a document can be replayed in order.
    """
    edit = change.edit
    return {
        "step": change.step,
        "start": edit.start,
        "old": edit.old,
        "new": edit.new,
        "rule": edit.rule,
        "why": edit.why,
        "confidence": edit.confidence,
        "state": change.state,
        "revision": change.revision,
        "at": list(doc.span(change)),
    }


def finding_records(doc: Document) -> Iterator[dict[str, Any]]:
    """Yield one object a finding, in the offsets of the final text."""
    for f in doc.findings:
        old = doc.text[f.start : f.end]
        yield {"start": f.start, "end": f.end, "old": old, "rule": f.rule, "message": f.message}
