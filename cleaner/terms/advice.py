"""Warnings about glossaries that can be used but may do harm: what is too short, too common or too near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from cleaner.terms.entry import Entry
from cleaner.terms.likeness import likeness
from cleaner.terms.lint import Fault
from cleaner.terms.rarity import ordinary
from cleaner.terms.skeleton import fewer, skeleton
from cleaner.terms.spelling import distance, symbols
from cleaner.terms.tokens import tokens

SHORT = 3
"""Letters of a single word up to which it is short."""
TWIN = 1.0
"""Bits of distance for each symbol up to which two names are twins: no garble tells which is meant."""
SAME = 0.85
"""Likeness from which they are too: another order, a title, an initial, a legal form."""


def advice(entries: Iterable[Entry]) -> Iterator[Fault]:
    """Warnings about forms that may stand for something else, and about names that are hard to tell apart."""
    names = [e for e in entries if e.type != "phrase"]
    for entry in names:
        for form in entry.deprecated:
            if message := _common(form, entry):
                yield _warning(entry, message)
    yield from _contained(names)
    yield from _twins([e for e in names if e.type != "term"])


def _warning(entry: Entry, message: str) -> Fault:
    return Fault(entry.glossary, f"entry {entry.id!r}", message, severe=False)


def _common(form: str, entry: Entry) -> str:
    """What is wrong with a deprecated form that needs no context."""
    if entry.context or " " in form:
        return ""
    if ordinary(form) and entry.lang in ("", "en"):
        return f"{form!r} is an English word: add context, or delete it"
    if len(form) <= SHORT:
        return f"{form!r} is short and may be something else: add context, or delete it"
    return ""


def _contained(names: list[Entry]) -> Iterator[Fault]:
    """Right forms that hold another entry's garble: safe as they stand, not in a garble of their own."""
    garbles = {form: e for e in names for form in e.deprecated if not e.context}
    for entry in names:
        parts = entry.preferred.split(" ")
        inner = {" ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, len(parts) + 1)}
        for form in sorted(inner & garbles.keys() - {entry.preferred}):
            other = garbles[form]
            if other.preferred != entry.preferred and other.lang == entry.lang:
                yield _warning(
                    other, f"{form!r} is part of {entry.preferred!r} ({entry.id!r}): add context to it"
                )


def _twins(names: list[Entry]) -> Iterator[Fault]:
    """Pairs of names that are spellings of each other."""
    by_key: dict[str, list[Entry]] = defaultdict(list)
    for entry in names:
        for key in _keys(entry.preferred):
            by_key[key].append(entry)
    pairs = {(a.id, b.id): (a, b) for group in by_key.values() for a, b in combinations(group, 2)}
    for a, b in pairs.values():
        if _bare(a) != _bare(b) and a.lang == b.lang and _near(a.preferred, b.preferred):
            said = f"{a.preferred!r} and {b.preferred!r} ({b.id!r}) are spellings of each other"
            yield _warning(a, f"{said}: one name? then join the entries")


def _bare(entry: Entry) -> str:
    """The name without its article: *the Zeitung* may be an entry of its own."""
    return entry.preferred.removeprefix("the ")


def _keys(name: str) -> set[str]:
    """Skeletons of the name, and of its words without titles and legal forms in the order of the alphabet."""
    telling = sorted(skeleton(token.text) for token in tokens(name) if token.weight > 1)
    return {*fewer(skeleton(name)), " ".join(telling)}


def _near(a: str, b: str) -> bool:
    return min(distance(a, b), distance(b, a)) <= TWIN * len(symbols(a)) or likeness(a, b) >= SAME
