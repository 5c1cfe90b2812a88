"""What is written where, checked before anything is done: no output overwrites a source or another output."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from cleaner.cli.inputs import Source, into_folder
from cleaner.errors import CleanerError, FormatError


class UsageError(CleanerError):
    """The arguments do not go together."""


def plan(found: Sequence[Source], args: argparse.Namespace) -> list[Source]:
    """Return the sources to clean: all, or with ``--on-exists skip`` those without an output.

    Raises:
        UsageError: several inputs and one place for all of them.
        FormatError: an output exists, is a source, or would be written twice.
    """
    if len(found) > 1 and not (
        args.output or args.json or args.diff or args.dry_run or args.changes or args.report
    ):
        raise UsageError(
            f"{len(found)} inputs: say where the results go with -o DIR, or use --json or --diff"
        )
    if into_folder(args, found) and args.output and args.output.is_file():
        raise UsageError(f"{len(found)} inputs, but -o {args.output} is a file: name a folder")
    if not args.output:
        return list(found)
    many = into_folder(args, found)
    targets = {s: t for s in found if (t := _target(s, args.output, many=many))}
    _refuse_clashes(targets)
    existing = {s: t for s, t in targets.items() if t.exists()}
    if existing and args.on_exists == "abort" and not args.dry_run:
        one = next(iter(existing.values()))
        raise FormatError(
            f"{one} exists ({len(existing)} in all): use --on-exists overwrite or skip; nothing was done"
        )
    return [s for s in found if not (args.on_exists == "skip" and s in existing)]


def _target(source: Source, output: Path, *, many: bool) -> Path | None:
    try:
        return source.target(output, many=many)
    except FormatError:
        return None  # an input of unknown kind fails by itself, later; the others go on


def _refuse_clashes(targets: dict[Source, Path]) -> None:
    taken: dict[Path, Source] = {}
    originals = {s.path.resolve() for s in targets if s.path}
    for source, target in targets.items():
        if target.resolve() in originals:
            raise FormatError(f"{target} is an input: the source is never overwritten; choose another -o")
        if (other := taken.setdefault(target.resolve(), source)) is not source:
            raise FormatError(f"{other.name} and {source.name} would both be written to {target}")
