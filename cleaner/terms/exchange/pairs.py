"""Two-column glossaries of translation services: a source form, a target form, little else.

| kind   | file    | header                                   | further columns               |
|--------|---------|------------------------------------------|-------------------------------|
| deepl  | CSV/TSV | none                                     | source and target language    |
| google | CSV/TSV | none, or language codes (term sets)      | one a language                |
| amazon | CSV/TSV | language codes, the source's first       | one a language                |
| omegat | TSV     | none                                     | a comment                     |

The source form is the native one, its language told in front of it; the target form the preferred one.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from cleaner.errors import GlossaryError
from cleaner.terms.entry import Entry, tagged
from cleaner.terms.read import slug, table

KINDS = ("deepl", "google", "amazon", "omegat")
_CODE = re.compile(r"[a-z]{2,3}([-_]\w+)*")


def read_pairs(
    text: str, kind: str, target: str, delimiter: str = ",", glossary: str = "", source: str = ""
) -> list[Entry]:
    """Read one of these glossaries; source forms with the same target form become one entry.

    ``source`` is the language of the source forms where the file tells none.

    >>> read_pairs("Идите лесом,Idite Lesom,ru,en", "deepl", "en")[0].native
    ('ru: Идите лесом',)

    Raises:
        GlossaryError: a line has one cell, or cannot be read, or there is no target language.
    """
    rows = _written(text.removeprefix("\ufeff"), kind, delimiter)
    own, wanted, rows, told = _columns(rows, kind, target)
    native: dict[str, dict[str, None]] = defaultdict(dict)
    notes: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        if len(row) <= max(own, wanted):
            raise GlossaryError(f"{kind}: row {number} has {len(row)} cells: {row}")
        if kind == "deepl":
            row = _towards(target, row, number)
        form = row[wanted].strip()
        lang = row[2].lower() if kind == "deepl" and len(row) > 2 else told
        native[form].setdefault(tagged(row[own].strip(), lang or source))
        notes[form] = row[2].strip() if kind == "omegat" and len(row) > 2 else ""
    return [
        Entry(
            slug(form), form, native=tuple(dict.fromkeys(n)), lang=target, note=notes[form], glossary=glossary
        )
        for form, n in native.items()
        if form
    ]


def _written(text: str, kind: str, delimiter: str) -> list[list[str]]:
    """The rows that hold something; OmegaT knows comments, but no quotation marks."""
    if kind == "omegat":
        return [line.split("\t") for line in text.split("\n") if line.strip() and not line.startswith("#")]
    return [row for _, row in table(text, delimiter) if any(row)]


def _towards(target: str, row: list[str], number: int) -> list[str]:
    """A row of DeepL's, turned round if its languages are the other way; its languages in small letters."""
    source, own, *langs = (cell.strip() for cell in row)
    langs = [lang.lower().split("-")[0] for lang in langs]
    if langs[1:2] in ([], [""], [target]):
        return [source, own, *langs]
    if langs[0] == target:
        return [own, source, langs[1]]
    said = " to ".join(langs[:2])
    raise GlossaryError(f"deepl: row {number} goes from {said}: ask for --target-lang {langs[1]}")


def _columns(rows: list[list[str]], kind: str, target: str) -> tuple[int, int, list[list[str]], str]:
    """Source and target column, the rows below the header if there is one, and the source language."""
    top = [cell.strip() for cell in rows[0]] if rows else []
    codes_only = len(set(top)) == len(top) > 1 and all(map(_CODE.fullmatch, filter(None, top)))
    if not top or not (kind == "amazon" or (kind == "google" and codes_only)):
        return 0, 1, rows, ""
    codes = [cell.strip().lower().replace("_", "-").split("-")[0] for cell in rows[0]]
    if target not in codes or len(codes) < 2:
        raise GlossaryError(f"{kind}: no column for {target!r} in the header {rows[0]}")
    wanted = codes.index(target)
    own = next(i for i in range(len(codes)) if i != wanted)
    return own, wanted, rows[1:], codes[own]


def write_pairs(entries: Iterable[Entry], kind: str, source: str, target: str, delimiter: str = ",") -> str:
    """Write a line for each native form; only those of the source language, if one is given."""
    rows = _rows(entries, kind, source, target)
    if kind == "omegat":
        return "".join("\t".join(re.sub(r"\s+", " ", cell) for cell in row) + "\n" for row in rows)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    if kind == "amazon":
        writer.writerow([source, target])
    writer.writerows(rows)
    return out.getvalue()


def _rows(entries: Iterable[Entry], kind: str, source: str, target: str) -> Iterator[list[str]]:
    for entry in entries:
        for lang, native in entry.natives if entry.type != "phrase" else ():
            if lang.split("-")[0] in ("", source.split("-")[0]) or not source:
                yield {
                    "deepl": [native, entry.preferred, lang or source, target],
                    "omegat": [native, entry.preferred, entry.note],
                }.get(kind, [native, entry.preferred])
