"""One glossary file to entries: TOML tables, or TSV/CSV with a header."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from cleaner.errors import GlossaryError
from cleaner.terms.entry import COLUMNS, LISTS, Entry
from cleaner.terms.lint import Fault, nearest, unknown_keys, wrong_entry, wrong_values

TABLES = ("glossary", "entry")
ANY = "und"
"""How a table says that forms stand in texts of any language: an empty cell says the usual one."""
DEFAULTS = ("lang", "type", "source")  # keys of [glossary] that its entries inherit
ABOUT = (*DEFAULTS, "title", "licence", "note")
Row = tuple[str, dict[str, object]]  # the place, and what is written there


def read(path: Path) -> tuple[list[Entry], list[Fault]]:
    """Return the entries of a file that are sound, and the faults of the others."""
    rows, wrong = _rows(path)
    entries: list[Entry] = []
    faults = [Fault(path.name, place, message) for place, message in wrong]
    ids: dict[str, str] = {}
    for place, values in rows:
        messages = [*unknown_keys(values), *wrong_values(values)]
        if not messages:
            entry = _entry(values, path.stem)
            messages = [*wrong_entry(entry), *_taken(entry, place, ids)]
            entries += [entry] if not messages else []
        faults += [Fault(path.name, place, message) for message in messages]
    return entries, faults


def slug(form: str) -> str:
    """The id of an entry that gives none.

    >>> slug("Bündnis 90/Die Grünen")
    'bündnis-90-die-grünen'
    """
    return re.sub(r"\W+", "-", form.casefold()).strip("-") or form


def _rows(path: Path) -> tuple[list[Row], list[tuple[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        return [], [("", f"not UTF-8: byte {error.start} cannot be read; save it as UTF-8")]
    if path.suffix == ".toml":
        return _toml(text)
    if path.suffix in (".tsv", ".csv"):
        return _table(text, "\t" if path.suffix == ".tsv" else ",")
    return [], [("", f"a glossary ends in .toml, .tsv or .csv, not {path.suffix!r}")]


def _toml(text: str) -> tuple[list[Row], list[tuple[str, str]]]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return [], [("", f"not TOML: {error}")]
    about = data.get("glossary", {})
    entries = data.get("entry", [])
    if not isinstance(about, dict):
        return [], [("", "what holds for all entries is written as one [glossary] table")]
    if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        return [], [("", "entries are written as [[entry]] tables, with two brackets")]
    wrong = [("", f"unknown key {k!r}{nearest(k, TABLES)}") for k in sorted(data) if k not in TABLES]
    wrong += [("[glossary]", f"unknown key {k!r}{nearest(k, ABOUT)}") for k in about if k not in ABOUT]
    defaults = {k: v for k, v in about.items() if k in DEFAULTS}
    return [(place, defaults | entry) for place, entry in zip(_places(text), entries, strict=False)], wrong


def _places(text: str) -> Iterator[str]:
    """Where each ``[[entry]]`` stands; then plain numbers, should one be written in an unusual way."""
    number = 0
    for line, content in enumerate(text.split("\n"), 1):
        if re.match(r"\s*\[\[\s*entry\s*\]\]", content):
            number += 1
            yield f"entry {number} (line {line})"
    while True:
        number += 1
        yield f"entry {number}"


def _table(text: str, delimiter: str) -> tuple[list[Row], list[tuple[str, str]]]:
    lines = table(text, delimiter)
    try:
        _, top = next(lines, (1, []))
        header = [cell.strip().lower() for cell in top]
        if "preferred" not in header:
            return [], [("line 1", f"the header names no column 'preferred'; known are {', '.join(COLUMNS)}")]
        wrong = [("line 1", m) for m in unknown_keys(header)]
        rows: list[Row] = []
        for number, cells in lines:
            if len(cells) > len(header):
                wrong.append((f"line {number}", f"{len(cells)} cells under {len(header)} headings"))
            elif any(cell.strip() for cell in cells):
                rows.append((f"line {number}", dict(_cells(header, cells))))
    except GlossaryError as error:
        return [], [("", str(error))]
    return rows, wrong


def table(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table, each with the number of its first line.

    Raises:
        GlossaryError: a quotation mark is not closed, so that it would swallow what follows, or the like.
    """
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        first = lines.line_num + 1
        try:
            row = next(lines, None)
        except csv.Error as error:
            remedy = 'close the quotation mark; within a quoted cell, write it twice: ""'
            raise GlossaryError(f"the row of line {first} cannot be read ({error}): {remedy}") from error
        if row is None:
            return
        yield first, row


def _cells(header: Iterable[str], cells: Iterable[str]) -> Iterator[tuple[str, object]]:
    for key, cell in zip(header, cells, strict=False):
        said = cell.strip()
        if said and key in COLUMNS:
            yield key, split(cell) if key in LISTS else "" if (key, said) == ("lang", ANY) else said


def split(cell: str) -> list[str]:
    r"""Forms of a cell, a stroke between them; one within a form is written ``\\|``.

    >>> split(r"Aid Ost | Aid\|Ost")
    ['Aid Ost', 'Aid|Ost']
    """
    return [form.strip().replace(r"\|", "|") for form in re.split(r"(?<!\\)\|", cell)]


def _entry(values: Mapping[str, object], glossary: str) -> Entry:
    single = {k: str(v).strip() if k != "preferred" else str(v) for k, v in values.items() if k not in LISTS}
    several = {k: _forms(v) for k, v in values.items() if k in LISTS}
    single.setdefault("id", slug(single["preferred"]))
    return Entry(**single, **several, glossary=glossary)  # type: ignore[arg-type]  # keys and shapes were checked


def _forms(value: object) -> tuple[str, ...]:
    forms = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(str(form) for form in forms if str(form).strip()))


def _taken(entry: Entry, place: str, ids: dict[str, str]) -> Iterator[str]:
    if (first := ids.setdefault(entry.id, place)) != place:
        yield f"the id {entry.id!r} is taken by {first}: give this entry another, or join the two"
