"""From one kind of glossary to another."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from cleaner.errors import GlossaryError
from cleaner.terms.entry import COLUMNS, LISTS, Entry
from cleaner.terms.exchange.pairs import KINDS, read_pairs, write_pairs
from cleaner.terms.exchange.tbx import read_tbx, write_tbx
from cleaner.terms.lint import nearest
from cleaner.terms.load import load
from cleaner.terms.read import ANY

FORMATS = ("toml", "tsv", "csv", "tbx", "tbx2", *KINDS)


def read_as(path: Path, kind: str, target: str = "en", source: str = "") -> list[Entry]:
    """Read a glossary of any kind; ``source`` is the language of native forms that the file does not tell.

    Raises:
        GlossaryError: the kind is unknown, or the file is not of it.
    """
    _known(kind)
    target = target.lower().replace("_", "-").split("-")[0]
    if kind in ("toml", "tsv", "csv"):
        return list(load([path]).entries)
    if kind in ("tbx", "tbx2"):
        return read_tbx(path.read_bytes(), target, path.stem)
    delimiter = "\t" if kind == "omegat" or path.suffix in (".tsv", ".tab", ".txt") else ","
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise GlossaryError(
            f"{path}: not UTF-8: byte {error.start} cannot be read; save it as UTF-8"
        ) from None
    return read_pairs(text, kind, target, delimiter, path.stem, source)


def write_as(entries: Iterable[Entry], kind: str, source: str = "", target: str = "en") -> bytes:
    """Write entries as a glossary of any kind; what that kind cannot say is left out.

    Raises:
        GlossaryError: the kind is unknown.
    """
    _known(kind)
    if kind in ("tbx", "tbx2"):
        return write_tbx(entries, 2 if kind == "tbx2" else 3)
    if kind in KINDS:
        return write_pairs(entries, kind, source, target, "\t" if kind == "omegat" else ",").encode()
    if kind == "toml":
        return "\n".join(map(_toml, entries)).encode()
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t" if kind == "tsv" else ",", lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(e, c) for c in COLUMNS] for e in entries)
    return out.getvalue().encode()


def _known(kind: str) -> None:
    if kind not in FORMATS:
        raise GlossaryError(
            f"no kind of glossary {kind!r}{nearest(kind, FORMATS) or ': ' + ', '.join(FORMATS)}"
        )


def _cell(entry: Entry, column: str) -> str:
    value = getattr(entry, column)
    if column in LISTS:
        return "|".join(form.replace("|", r"\|") for form in value)
    return str(value or (ANY if column == "lang" else ""))


def _toml(entry: Entry) -> str:
    return "\n".join(["[[entry]]", *_lines(entry), ""])


def _lines(entry: Entry) -> Iterator[str]:
    for column in COLUMNS:
        value = getattr(entry, column)
        if value or column == "lang":
            yield f"{column} = {json.dumps(list(value) if column in LISTS else value, ensure_ascii=False)}"
