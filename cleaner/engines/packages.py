"""Argos packages on this machine: where they lie, and what each says of itself.

A package is a folder with ``metadata.json``, a CTranslate2 model in ``model/``
and a tokenizer.  ``argostranslate.package`` reads it; we only look for it, since
its own search breaks on one stray folder.  Nothing here writes anywhere.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from cleaner.engines.reader import argos_package
from cleaner.errors import EngineError

BUNDLED = Path(__file__).parent / "bundled"
FOLDERS = "CLEANER_PACKAGES"
"""Environment variable: more folders of packages, separated like a PATH; looked at before Argos' own."""
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_CODES = {"pt-br": "pb", "zh-hant": "zt", "zh-tw": "zt", "no": "nb"}
_TAGS = {"pb": "pt-BR", "zt": "zh-Hant"}


@dataclass(frozen=True, slots=True)
class Package:
    """A translation model on this machine.

    Attributes:
        path: Its folder.
        source: BCP 47 tag it translates from.
        target: BCP 47 tag it translates to.
        version: As the package says.
        basic: True for the compact model that ships with cleaner, and for others that only gloss.
        prefix: Target token that every translation begins with, for models of many languages.
        monotone: True if it goes word by word, so that no beginning can be forced on it.
    """

    path: Path
    source: str
    target: str
    version: str
    basic: bool = False
    prefix: str = field(default="", repr=False)
    monotone: bool = field(default=False, repr=False)

    @property
    def name(self) -> str:
        """Pair and version, e.g. ``de-en 1.9``, as it stands in every edit's why."""
        kind = "bundled, basic quality" if self.path.parent == BUNDLED else "basic quality"
        return f"{self.source}-{self.target} {self.version}" + f" ({kind})" * self.basic

    @property
    def digest(self) -> str:
        """SHA-256 over the model and its tokenizer, in hex."""
        return _digest(self.path)


def argos_folder() -> Path:
    """Where Argos Translate keeps its packages; it may not exist."""
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(os.environ.get("ARGOS_PACKAGES_DIR") or Path(data) / "argos-translate" / "packages")


def own_folder() -> Path:
    """Where ``cleaner models install`` puts packages; it may not exist."""
    named = os.environ.get(FOLDERS, "").split(os.pathsep)[0]
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(named).expanduser() if named else Path(data) / "cleaner" / "packages"


def folders(extra: Iterable[str | Path] = ()) -> list[Path]:
    """Every folder that may hold packages, first asked first: given, environment, ours, Argos', bundled."""
    named = [part for part in os.environ.get(FOLDERS, "").split(os.pathsep) if part]
    given = [Path(p).expanduser() for p in (*extra, *named)]
    return list(dict.fromkeys([*given, own_folder(), argos_folder(), BUNDLED]))


def installed(extra: Iterable[str | Path] = ()) -> list[Package]:
    """Every readable package in ``folders``; a pair found twice is kept where it was found first."""
    found: dict[tuple[str, str], Package] = {}
    for folder in folders(extra):
        for package in _within(folder):
            found.setdefault((package.source, package.target), package)
    return list(found.values())


def read(path: Path) -> Package:
    """The package in a folder.

    Raises:
        EngineError: it is not a package for translation; says what is missing.
    """
    try:
        data = argos_package(path)
        if not (data.from_code and data.to_code and (path / "model" / "model.bin").is_file()):
            raise EngineError(f"{path}: not a translation model: it lacks languages or model/model.bin")
        pair = stated(data.from_code), stated(data.to_code)
        monotone = bool(about(path).get("monotone"))
    except (OSError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise EngineError(f"{path}: not an Argos package: {error}") from error
    basic = monotone or path.parent == BUNDLED
    return Package(path, *pair, data.package_version, basic, data.target_prefix, monotone)


def code(tag: str) -> str:
    """Argos' code for a BCP 47 tag: ``pt-BR`` is ``pb``, ``de-AT`` is ``de``."""
    small = tag.lower().replace("_", "-")
    return _CODES.get(small, small.split("-")[0])


def tag(code: str) -> str:
    """The BCP 47 tag for a code of Argos."""
    return _TAGS.get(code, code)


def stated(code: object) -> str:
    """The BCP 47 tag for what a package or an index gives as a code; names of folders are made of it.

    Raises:
        ValueError: it is no code of a language.
    """
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise ValueError(f"{code!r} is no code of a language")
    return tag(code)


def _within(folder: Path) -> Iterator[Package]:
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if (path / "metadata.json").is_file():
            try:
                yield read(path)
            except EngineError:
                continue  # a stray folder must not hide the others; `models verify` names it


@cache
def _digest(path: Path) -> str:
    total = hashlib.sha256()
    for name in ("model/model.bin", "sentencepiece.model", "bpe.model"):
        if (path / name).is_file():
            with (path / name).open("rb") as file:
                total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()


def about(path: Path) -> dict[str, Any]:
    """What ``metadata.json`` of a package says, as it is."""
    loaded: dict[str, Any] = json.loads((path / "metadata.json").read_text("utf-8"))
    return loaded
