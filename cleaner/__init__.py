"""Clean up garbled machine-translated news, offline, with every change on the record."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.document import Document, Policy
    from cleaner.edit import Edit
    from cleaner.errors import CleanerError
    from cleaner.history import Change, Finding, replay
    from cleaner.loading import Cleaner, load

__all__ = ["Change", "Cleaner", "CleanerError", "Document", "Edit", "Finding", "Policy", "load", "replay"]

_ROOMS = {
    "document": ("Document", "Policy"),
    "edit": ("Edit",),
    "errors": ("CleanerError",),
    "history": ("Change", "Finding", "replay"),
    "loading": ("Cleaner", "load"),
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: ``import cleaner`` alone costs next to nothing."""
    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(f"cleaner.{room}"), name)
    raise AttributeError(f"module 'cleaner' has no attribute {name!r}")
