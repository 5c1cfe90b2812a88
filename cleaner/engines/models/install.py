"""Installing and removing: a package is whole and checked before it has its name."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cleaner.engines.models.archive import unpack
from cleaner.engines.models.download import Progress, download
from cleaner.engines.models.index import Offer, available
from cleaner.engines.models.replace import replace
from cleaner.engines.models.verify import pin
from cleaner.engines.packages import BUNDLED, Package, code, installed, own_folder, read
from cleaner.errors import EngineError

__all__ = ["install", "own_folder", "remove"]


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a package comes from: what to say, where it lies on this machine, and what it must be."""

    origin: str
    path: Path
    sha256: str = ""
    pair: tuple[str, str] | None = None


def install(
    what: str | Path,
    folder: Path | None = None,
    *,
    index: str | None = None,
    sha256: str = "",
    progress: Progress | None = None,
) -> Package:
    """Install a model, in place of one for the same pair.

    Args:
        what: An .argosmodel file, the folder of a package, or a pair such as ``de-en`` from the index.
        folder: Where to put it; ``own_folder()`` by default.
        index: Address of the index of packages, if not the public one.
        sha256: What the archive must hash to, in hex.
        progress: Told how far a download is.

    Raises:
        EngineError: there is no such model, it cannot be had, or it is not what it should be.
    """
    folder = folder or own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    if Path(what).exists():
        return _placed(_Source(str(what), Path(what), sha256), folder)
    if Path(what).suffix or os.sep in str(what):
        raise EngineError(f"{what}: no such file or folder")
    offer = _offered(str(what), index)
    archive = folder / f".{offer.pair}-{re.sub(r'[^0-9.]', '', offer.version)}.argosmodel"
    origin = _downloaded(offer, archive, progress)
    try:
        return _placed(_Source(origin, archive, sha256 or offer.sha256, _pair(offer)), folder)
    finally:
        archive.unlink(missing_ok=True)


def remove(pair: str, folder: Path | None = None) -> Path:
    """Remove the model of a pair from our own folder; where it was.

    Raises:
        EngineError: there is none there; says where it is instead, if anywhere.
    """
    folder = folder or own_folder()
    there = [p for p in installed([folder]) if _pair(p) == _asked(pair)]
    if not there:
        raise EngineError(f"there is no model {pair} on this machine")
    if there[0].path.parent != folder:
        owner = "it ships with cleaner" if there[0].path.parent == BUNDLED else "it is not ours to remove"
        raise EngineError(f"the model {pair} lies in {there[0].path}: {owner}")
    shutil.rmtree(there[0].path)
    return there[0].path


def _offered(pair: str, index: str | None) -> Offer:
    offers = available(index)
    for offer in offers:
        if _pair(offer) == _asked(pair) and offer.links:
            return offer
    source = _asked(pair)[0]
    near = ", ".join(o.pair for o in offers if code(o.source) == source and o.links)
    near = near or "nothing from that language"
    raise EngineError(f"the index has no model {pair}; it has {near}")


def _downloaded(offer: Offer, archive: Path, progress: Progress | None) -> str:
    """Try each link; the address that it came from."""
    fault: EngineError | None = None
    for link in offer.links:
        try:
            download(link, archive, progress)
        except EngineError as error:
            fault = error
        else:
            return link
    raise fault or EngineError(f"the index gives no address for {offer.pair}")


def _placed(source: _Source, folder: Path) -> Package:
    """Unpack or copy, read, pin, and only then move into place."""
    digest = _checked(source)
    with _work(source, folder) as work:
        package = read(_brought(source.path, work))
        if source.pair not in (None, _pair(package)):
            raise EngineError(f"{source.origin}: a model {package.source}-{package.target}: refused")
        pin(package.path, source.origin, digest)
        place = folder / f"translate-{code(package.source)}_{code(package.target)}"
        replace(place, package.path)
    return read(place)


@contextmanager
def _work(source: _Source, folder: Path) -> Iterator[Path]:
    """A place to work in, removed afterwards; what goes wrong there is told of the source that was named."""
    work = folder
    try:
        work = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
        yield work / "package"
    except EngineError as error:
        raise EngineError(_of(source, work, str(error))) from error
    except OSError as error:
        why = _of(source, work, error.strerror or str(error))
        raise EngineError(f"{source.origin}: cannot be installed in {folder}: {why}") from error
    finally:
        if work != folder:
            shutil.rmtree(work, ignore_errors=True)


def _of(source: _Source, work: Path, message: str) -> str:
    """A message with the source where it names what was unpacked of it, or the file it was brought to."""
    unpacked = re.escape(str(work / "package")) + r"(?:[/\\][^/\\:'\"]+)?"
    return re.sub(f"{unpacked}|{re.escape(str(source.path))}", lambda _: source.origin, message)


def _checked(source: _Source) -> str:
    """SHA-256 of an archive, if it is the one asked for; empty for a folder."""
    if source.path.is_dir():
        if source.sha256:
            raise EngineError(f"{source.origin}: a folder has no SHA-256: give the archive, or no --sha256")
        return ""
    found = _sha256(source.path)
    if source.sha256 and found != source.sha256.lower():
        raise EngineError(f"{source.origin}: its SHA-256 is {found}, not {source.sha256}: refused")
    return found


def _brought(path: Path, work: Path) -> Path:
    if not path.is_dir():
        return unpack(path, work)
    read(path)  # that it is a package at all is known before it is copied: it may hold all there is
    if any(inner.is_symlink() for inner in path.rglob("*")):
        raise EngineError(f"{path}: refused: there are links in it")
    return Path(shutil.copytree(path, work / path.name))


def _asked(pair: str) -> tuple[str, str]:
    found = re.fullmatch(r"(?:translate-)?([\w]+(?:-[A-Z]\w+)?)[-_>]+([\w-]+?)", pair)
    if not found:
        raise EngineError(f"{pair!r} is no pair of languages: write it as de-en")
    return code(found[1]), code(found[2])


def _pair(model: Package | Offer) -> tuple[str, str]:
    return code(model.source), code(model.target)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
