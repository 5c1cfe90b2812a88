"""Faults of glossaries: what is wrong, where, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from cleaner.terms.entry import COLUMNS, LISTS, TYPES, Entry

SLOT = re.compile(r"\{name(?::([\w|]+))?\}")
"""A slot of a phrase: ``{name}`` or ``{name:type}``."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with a glossary.

    Attributes:
        file: The glossary.
        place: Where in it, for people: ``entry 3 (line 17)``.
        message: What is wrong and how to mend it.
        severe: False where the glossary can still be used.
    """

    file: str
    place: str
    message: str
    severe: bool = True

    def __str__(self) -> str:
        grade = "" if self.severe else "warning: "
        return ": ".join(part for part in (self.file, self.place, grade + self.message) if part)


def nearest(word: str, words: Iterable[str]) -> str:
    """A remedy: the right word that looks most like a wrong one, or nothing.

    >>> nearest("prefered", ["preferred", "native"])
    "; did you mean 'preferred'?"
    """
    near = get_close_matches(word, list(words), 1)
    return f"; did you mean {near[0]!r}?" if near else ""


def unknown_keys(keys: Iterable[str]) -> Iterator[str]:
    """Messages about keys that are no column."""
    for key in keys:
        if key not in COLUMNS:
            yield f"unknown key {key!r}{nearest(key, COLUMNS) or '; known are ' + ', '.join(COLUMNS)}"


def wrong_values(values: dict[str, object]) -> Iterator[str]:
    """Messages about values of the wrong shape."""
    for key, value in values.items():
        listed = isinstance(value, list) and all(isinstance(v, str) for v in value)
        if key in LISTS and not (listed or isinstance(value, str)):
            yield f"{key!r} must be a string or a list of strings, not {value!r}"
        elif key not in LISTS and not isinstance(value, str):
            yield f"{key!r} must be a string, not {value!r}"
    if not values.get("preferred"):
        yield "no preferred form: write preferred = '...'"


def wrong_entry(entry: Entry) -> Iterator[str]:
    """Messages about an entry that contradicts itself."""
    if entry.type and entry.type not in TYPES:
        yield f"unknown type {entry.type!r}{nearest(entry.type, TYPES) or '; known are ' + ', '.join(TYPES)}"
    right = {entry.preferred, *entry.admitted, *entry.native}
    for form in entry.deprecated:
        if form in right:
            yield f"{form!r} is both deprecated and right: delete it from one of the two"
        if not any(c.isalnum() for c in form):
            yield f"the deprecated form {form!r} holds no letter: delete it"
    if entry.type == "phrase":
        yield from _wrong_slots(entry)
    elif any(SLOT.search(f) for f in (entry.preferred, *entry.deprecated)):
        yield "a form with a slot needs type = 'phrase'"


def _wrong_slots(entry: Entry) -> Iterator[str]:
    slots = SLOT.findall(entry.preferred)
    if "{" in SLOT.sub("", "".join((entry.preferred, *entry.deprecated))):
        yield "a slot reads {name} or {name:type}; another brace stands here"
    for form in entry.deprecated:
        if len(SLOT.findall(form)) != len(slots):
            yield f"{form!r} and {entry.preferred!r} must hold the same slots in the same order"
