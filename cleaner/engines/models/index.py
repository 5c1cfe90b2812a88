"""The index of packages: which models there are to be had, and where."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from cleaner.engines.models.download import fetch
from cleaner.engines.packages import stated
from cleaner.errors import EngineError

INDEX: Final = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
"""The public index of Argos Translate; ``CLEANER_INDEX`` in the environment names another."""
_MOST = 16 << 20  # bytes of an index


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that can be downloaded.

    Attributes:
        source: BCP 47 tag it translates from.
        target: BCP 47 tag it translates to.
        version: As the index says.
        name: For people, e.g. ``German → English``.
        links: Where it lies; the first that answers is taken.
        sha256: Of the archive, where the index says so; else empty.
    """

    source: str
    target: str
    version: str
    name: str
    links: tuple[str, ...]
    sha256: str = ""

    @property
    def pair(self) -> str:
        """As it is asked for: ``de-en``."""
        return f"{self.source}-{self.target}"


def available(index: str | None = None) -> list[Offer]:
    """Every translation model of an index (an address, http or file), by pair; the newest version of each.

    Raises:
        EngineError: the index cannot be reached, or is none; says what can be done without it.
    """
    address = index or os.environ.get("CLEANER_INDEX") or INDEX
    try:
        entries = json.loads(fetch(address, _MOST))
        offers = [_offer(entry) for entry in entries if entry.get("type", "translate") == "translate"]
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise EngineError(f"{address}: not an index of Argos packages: {error}") from error
    newest: dict[str, Offer] = {}
    for offer in sorted(offers, key=lambda o: _number(o.version)):
        newest[offer.pair] = offer
    return [newest[pair] for pair in sorted(newest)]


def _offer(entry: dict[str, Any]) -> Offer:
    source, target = stated(entry["from_code"]), stated(entry["to_code"])
    name = f"{entry.get('from_name') or source} → {entry.get('to_name') or target}"
    links: Iterable[str] = entry.get("links") or ()
    usable = tuple(link for link in links if link.startswith(("https://", "http://", "file://")))
    version, digest = str(entry.get("package_version", "")), str(entry.get("sha256") or "")
    return Offer(source, target, version, name, usable, digest)


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
