"""Two-column glossaries of translation services: a source form, a target form, little else.

| kind   | file    | header                                   | further columns               |
|--------|---------|------------------------------------------|-------------------------------|
| deepl  | CSV/TSV | none                                     | source and target language    |
| google | CSV/TSV | none, or language codes (term sets)      | one a language                |
| amazon | CSV/TSV | language codes, the source's first       | one a language                |
| omegat | TSV     | none                                     | a comment                     |

The source form is the native one, the target form the preferred one.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from cleaner.errors import GlossaryError
from cleaner.terms.entry import Entry
from cleaner.terms.read import slug

KINDS = ("deepl", "google", "amazon", "omegat")
_CODE = re.compile(r"[a-z]{2,3}([-_]\w+)*", re.I)


def read_pairs(text: str, kind: str, target: str, delimiter: str = ",", glossary: str = "") -> list[Entry]:
    """Read one of these glossaries; source forms with the same target form become one entry.

    >>> read_pairs("Идите лесом,Idite Lesom,ru,en", "deepl", "en")[0].native
    ('Идите лесом',)

    Raises:
        GlossaryError: a line has one cell, or the header lacks the target language.
    """
    rows = [r for r in csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=delimiter) if any(r)]
    source, wanted, rows = _columns(rows, kind, target)
    native: dict[str, dict[str, None]] = defaultdict(dict)
    notes: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        if len(row) <= max(source, wanted):
            raise GlossaryError(f"{kind}: row {number} has {len(row)} cells: {row}")
        form = row[wanted].strip()
        native[form].setdefault(row[source].strip())
        notes[form] = row[2].strip() if kind == "omegat" and len(row) > 2 else ""
    return [
        Entry(
            slug(form), form, native=tuple(dict.fromkeys(n)), lang=target, note=notes[form], glossary=glossary
        )
        for form, n in native.items()
        if form
    ]


def _columns(rows: list[list[str]], kind: str, target: str) -> tuple[int, int, list[list[str]]]:
    """Numbers of the source and target columns, and the rows below the header if there is one."""
    headed = (
        bool(rows) and kind in ("google", "amazon") and all(_CODE.fullmatch(c.strip()) for c in rows[0] if c)
    )
    if not headed:
        return 0, 1, rows
    codes = [cell.strip().lower().replace("_", "-").split("-")[0] for cell in rows[0]]
    if target not in codes:
        raise GlossaryError(f"{kind}: no column for {target!r} in the header {rows[0]}")
    wanted = codes.index(target)
    return next(i for i in range(len(codes)) if i != wanted), wanted, rows[1:]


def write_pairs(entries: Iterable[Entry], kind: str, source: str, target: str, delimiter: str = ",") -> str:
    """Write a line for each native form; entries without one have nothing to say here."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    if kind == "amazon":
        writer.writerow([source, target])
    writer.writerows(_rows(entries, kind, source, target))
    return out.getvalue()


def _rows(entries: Iterable[Entry], kind: str, source: str, target: str) -> Iterator[list[str]]:
    for entry in entries:
        for native in entry.native if entry.type != "phrase" else ():
            yield {
                "deepl": [native, entry.preferred, source, target],
                "omegat": [native, entry.preferred, entry.note],
            }.get(kind, [native, entry.preferred])
