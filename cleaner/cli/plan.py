"""What is written where, checked before anything is done: no output overwrites a source or another output."""

from __future__ import annotations

import argparse
import os
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import replace
from pathlib import Path

from cleaner.cli.draft import UnwrittenError
from cleaner.cli.inputs import Source, into_folder, real
from cleaner.errors import CleanerError, FormatError


class UsageError(CleanerError):
    """The arguments do not go together."""


def plan(found: Sequence[Source], args: argparse.Namespace) -> list[Source]:
    """Return the sources to clean: all, or with ``--on-exists skip`` those without an output.

    A source whose output can be foreseen not to be written is barred by that, and the others go on.

    Raises:
        UsageError: several inputs and one place for all of them.
        FormatError: an output exists, is a source, or would be written twice, or a log is no file.
    """
    if len(found) > 1 and not (
        args.output or args.json or args.diff or args.dry_run or args.changes or args.report
    ):
        raise UsageError(
            f"{len(found)} inputs: say where the results go with -o DIR, or use --json or --diff"
        )
    if into_folder(args, found) and args.output and args.output.is_file():
        raise UsageError(f"{len(found)} inputs, but -o {args.output} is a file: name a folder")
    many = into_folder(args, found)
    targets = {s: t for s in found if args.output and (t := _target(s, args.output, many=many))}
    logs = {name: path for name in ("--changes", "--report") if (path := getattr(args, name.strip("-")))}
    _refuse_clashes({real(s.path) for s in found if s.path}, targets, logs)
    for log in logs.values():
        if fault := _other_than_a_file(log):
            raise fault
    barred = {s: fault for s, t in targets.items() if (fault := _bar(t))}
    existing = {s: t for s, t in targets.items() if s not in barred and t.exists()}
    if not args.dry_run:
        _refuse_existing(existing.values(), logs.values(), args.on_exists)
    left = [s for s in found if not (args.on_exists == "skip" and s in existing)]
    return [replace(s, fault=barred[s]) if s in barred else s for s in left]


def _target(source: Source, output: Path, *, many: bool) -> Path | None:
    try:
        return source.target(output, many=many)
    except FormatError:
        return None  # an input of unknown kind fails by itself, later; the others go on


def _refuse_clashes(inputs: Set[Path], targets: Mapping[Source, Path], logs: Mapping[str, Path]) -> None:
    taken: dict[Path, str] = {}
    places = [("-o", source.name, target) for source, target in targets.items()]
    for option, name, place in [*places, *((option, option, path) for option, path in logs.items())]:
        if real(place) in inputs:
            raise FormatError(
                f"{place} is an input: the source is never overwritten; choose another {option}"
            )
        if real(place) in taken:
            way_out = "clean them in two runs" if option == "-o" else f"choose another {option}"
            raise FormatError(f"{taken[real(place)]} and {name} would both be written to {place}: {way_out}")
        taken[real(place)] = name


def _bar(place: Path) -> FormatError | None:
    """What can be foreseen to keep a result from being written."""
    try:
        if fault := _other_than_a_file(place):
            return fault
        folder = next(p for p in place.absolute().parents if p.exists())
    except OSError as error:
        return UnwrittenError(place, error)
    if not folder.is_dir():
        return FormatError(f"{place} cannot be written: {folder} is no folder; choose another -o")
    if not os.access(folder, os.W_OK | os.X_OK):
        return FormatError(f"{place} cannot be written: {folder} is read-only; choose another -o")
    return None


def _other_than_a_file(place: Path) -> FormatError | None:
    """A folder cannot be written to as a file is; a device or a pipe would be replaced by one."""
    if not place.exists() or place.is_file():
        return None
    return FormatError(f"{place} is {'a folder' if place.is_dir() else 'no plain file'}: name a file")


def _refuse_existing(results: Collection[Path], logs: Collection[Path], on_exists: str) -> None:
    """Results may be skipped; of two runs' records in one place either would be lost."""
    if results and on_exists == "abort":
        one = next(iter(results))
        raise FormatError(
            f"{one} exists ({len(results)} in all): use --on-exists overwrite or skip; nothing was done"
        )
    for log in logs:
        if log.exists() and on_exists != "overwrite":
            raise FormatError(
                f"{log} exists, the record of an earlier run: choose another name, or --on-exists overwrite"
            )
