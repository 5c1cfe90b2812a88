"""Models on this machine and elsewhere: list, available, install, remove, verify.

Nothing is downloaded but by ``available`` and by ``install`` of a pair.
"""

from __future__ import annotations

from cleaner.engines.models.index import INDEX, Offer, available
from cleaner.engines.models.install import install, own_folder, remove
from cleaner.engines.models.verify import Verdict, verify
from cleaner.engines.packages import Package, installed

__all__ = [
    "INDEX",
    "Offer",
    "Package",
    "Verdict",
    "available",
    "install",
    "installed",
    "own_folder",
    "remove",
    "verify",
]
