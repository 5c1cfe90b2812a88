"""Translation memory: no sentence is decoded twice, on this machine, by any process.

One SQLite file in WAL mode.  A unit is keyed by the segment, the pair, and everything its
translation depends on: the digests of the models, the settings, the terms that applied.
Units imported from people's memories (TMX) are kept apart and answer first.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from cleaner.engines.base import HUMAN, Translation
from cleaner.engines.packages import code
from cleaner.errors import EngineError

SURE: Final = 0.99
"""Confidence in a unit from a person's memory: a translator wrote it for this very sentence."""
_WAIT = 30  # seconds to wait for another process that writes
_ASKED_AT_ONCE = 500  # SQLite takes 999 parameters everywhere
_ADDED_AT_ONCE = 5000  # a few megabytes, and far less than others wait
_TABLES = """
CREATE TABLE IF NOT EXISTS unit (
    key BLOB PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL, source_lang TEXT NOT NULL,
    target_lang TEXT NOT NULL, why TEXT NOT NULL, confidence REAL NOT NULL, faults TEXT NOT NULL,
    kept INTEGER NOT NULL, origin TEXT NOT NULL
) WITHOUT ROWID
"""
_COLUMNS = "source, target, source_lang, target_lang, why, confidence, faults, kept, origin"


@dataclass(frozen=True, slots=True)
class Unit:
    """A segment and its translation.

    Attributes:
        source: The segment.
        target: Its translation.
        source_lang: BCP 47 tag.
        target_lang: BCP 47 tag.
        origin: The engine, or the name of the memory it was imported from.
        engine: True if an engine made it.
    """

    source: str
    target: str
    source_lang: str
    target_lang: str
    origin: str
    engine: bool = False


@dataclass(frozen=True, slots=True)
class Stats:
    """What a memory holds: units by pair and origin, and bytes on disk."""

    units: dict[tuple[str, str, str], int]
    size: int


def default_path() -> Path:
    """Where the memory lies where nothing else is said: in the user's cache."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "cleaner" / "memory.sqlite"


class Memory:
    """The memory in a file, made where there is none.

    Raises:
        EngineError: the file is no memory, or cannot be written; from every method, if it is damaged.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path).expanduser()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, timeout=_WAIT, check_same_thread=False)
            _write_ahead(self._db)
            self._db.execute("PRAGMA synchronous=NORMAL")
            with self._db:
                self._db.execute(_TABLES)
            self._db.execute(f"SELECT key, {_COLUMNS} FROM unit LIMIT 1").fetchall()  # noqa: S608  ours alone
        except (OSError, sqlite3.Error) as error:
            raise EngineError(f"{self.path}: no memory, or not writable: {error}") from error

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def look(
        self, texts: Sequence[str], source: str, target: str, marks: Sequence[str]
    ) -> list[Translation | None]:
        """For each text what is remembered of it: a person's unit first, then one with the same mark."""
        people = [_key(text, source, target, "") for text in texts]
        engines = [_key(text, source, target, mark) for text, mark in zip(texts, marks, strict=True)]
        with self._sound():
            known = dict(self._rows([*people, *engines]))
        return [known.get(a) or known.get(b) for a, b in zip(people, engines, strict=True)]

    def _rows(self, keys: Iterable[bytes]) -> Iterator[tuple[bytes, Translation]]:
        left = iter(dict.fromkeys(keys))
        while some := list(islice(left, _ASKED_AT_ONCE)):
            marks = ",".join("?" * len(some))
            columns = "key, target, why, confidence, faults, kept"
            query = f"SELECT {columns} FROM unit WHERE key IN ({marks})"  # noqa: S608
            for key, text, why, sure, faults, kept in self._db.execute(query, some):
                yield key, Translation(text, why, sure, tuple(json.loads(faults)), bool(kept))

    def keep(
        self,
        texts: Sequence[str],
        done: Sequence[Translation],
        pair: tuple[str, str],
        marks: Sequence[str],
        origin: str,
    ) -> None:
        """Remember what an engine made of ``texts``, all or nothing."""
        rows = (
            (_key(text, *pair, mark), text, t.text, *pair, t.why, t.confidence, json.dumps(t.faults), t.kept)
            for text, t, mark in zip(texts, done, marks, strict=True)
        )
        self._write("INSERT OR IGNORE", ((*row, origin) for row in rows))

    def add(self, units: Iterable[Unit]) -> int:
        """Take over units that people made; how many there were.  The last one for a segment counts.

        They are taken over lot by lot: other processes can write in between, and any number of units fits.
        """
        count, left = 0, iter(units)
        while some := list(islice(left, _ADDED_AT_ONCE)):
            count += len(some)
            self._write("INSERT OR REPLACE", map(_row, some))
        return count

    def _write(self, how: str, rows: Iterable[tuple[object, ...]]) -> None:
        with self._sound(), self._db:
            self._db.executemany(f"{how} INTO unit (key, {_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?)", rows)

    def units(self) -> Iterator[Unit]:
        """Every unit by pair and segment, people's and engines'; not those kept in the source language."""
        columns = "source, target, source_lang, target_lang, origin, why"
        query = f"SELECT {columns} FROM unit WHERE NOT kept ORDER BY 3, 4, 1"  # noqa: S608
        with self._sound(), closing(self._db.execute(query)) as rows:
            for source, target, a, b, origin, why in rows:
                yield Unit(source, target, a, b, origin, engine=not why.startswith(HUMAN))

    def stats(self) -> Stats:
        """How many units there are of each pair and origin, and how large the file is."""
        query = (
            "SELECT source_lang, target_lang, origin, count(*) FROM unit GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
        )
        with self._sound():
            counts = {(a, b, origin): n for a, b, origin, n in self._db.execute(query)}
        return Stats(counts, self.path.stat().st_size)

    @contextmanager
    def _sound(self) -> Iterator[None]:
        """SQLite's complaints as ours."""
        try:
            yield
        except sqlite3.Error as error:
            raise EngineError(
                f"{self.path}: the memory fails: {error}; move it away or restore it"
            ) from error


def _write_ahead(db: sqlite3.Connection) -> None:
    """Switch to WAL mode: where another process does so just now SQLite fails, and does not wait."""
    last = time.monotonic() + _WAIT
    while True:
        try:
            db.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > last:
                raise
            time.sleep(0.05)
        else:
            return


def _row(unit: Unit) -> tuple[object, ...]:
    """A person's unit as a row."""
    pair = unit.source_lang, unit.target_lang
    key = _key(unit.source, *pair, "")
    return key, unit.source, unit.target, *pair, HUMAN + unit.origin, SURE, "[]", False, unit.origin


def _key(text: str, source: str, target: str, mark: str) -> bytes:
    whole = "\0".join((code(source), code(target), mark, text))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).digest()
