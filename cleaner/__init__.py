"""Clean up garbled machine-translated news, offline, with every change on the record."""

from cleaner.document import Change, Document, Finding, Policy, replay
from cleaner.edit import Edit
from cleaner.errors import CleanerError

__all__ = ["Change", "CleanerError", "Document", "Edit", "Finding", "Policy", "replay"]
