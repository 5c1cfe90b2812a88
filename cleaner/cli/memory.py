"""``cleaner memory``: the translation memory, in which no sentence is decoded twice."""

from __future__ import annotations

import argparse
from collections import deque
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from cleaner.errors import FormatError

if TYPE_CHECKING:
    from cleaner.engines.memory import Memory


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "memory",
        help="look into the translation memory, take it out and in as TMX",
        description="The translation memory, in which no sentence is decoded twice.  A run keeps and asks it "
        "only if told to: --set translate.memory=auto for the one in your cache, or the name of a file.",
    )
    actions = command.add_subparsers(title="actions", required=True, metavar="ACTION")
    stats = actions.add_parser("stats", help="how many segments it holds")
    export = actions.add_parser("export", help="write it as TMX")
    export.add_argument("file", type=Path, metavar="FILE.tmx")
    take = actions.add_parser(
        "import",
        help="take over the units of a TMX file; they answer before any engine in a run that asks the memory",
    )
    take.add_argument("file", type=Path, metavar="FILE.tmx")
    for action, run in ((stats, run_stats), (export, run_export), (take, run_import)):
        action.add_argument("--memory", metavar="FILE", help="the memory, if not the one in your cache")
        action.set_defaults(run=run)


def run_stats(args: argparse.Namespace) -> int:
    """Print a line for each pair and origin, and the size on disk.

    Raises:
        FormatError: there is no such memory.
    """
    stats = _memory(args).stats()
    for (source, target, origin), count in stats.units.items():
        print(f"{source}-{target:8}{count:8}  {origin}")
    print(f"{sum(stats.units.values())} segments, {stats.size / 1e6:.1f} MB")
    return 0


def run_export(args: argparse.Namespace) -> int:
    """Write every unit as TMX, all of them or no file.

    Raises:
        FormatError: the file exists, or cannot be written.
        EngineError: the memory is damaged.
    """
    from cleaner.engines.tmx import write

    memory = _memory(args)
    try:
        with args.file.open("xb") as file, ExitStack() as undoing:
            undoing.callback(args.file.unlink)
            count = write(memory.units(), file)
            undoing.pop_all()
    except OSError as error:
        raise FormatError(f"{args.file}: {error.strerror}") from None
    print(f"{count} segments written to {args.file}")
    return 0


def run_import(args: argparse.Namespace) -> int:
    """Take over the units of a TMX file: it is read to its end first, so that a broken one leaves no part.

    Raises:
        FormatError: it is no TMX file.
    """
    from cleaner.engines.tmx import read

    if not args.file.is_fifo():
        deque(read(args.file), maxlen=0)
    print(f"{_memory(args, new=True).add(read(args.file))} segments taken over")
    return 0


def _memory(args: argparse.Namespace, new: bool = False) -> Memory:
    """The memory asked for; one that was named is made only where it is to be filled."""
    from cleaner.engines.memory import Memory, default_path

    if args.memory and not new and not Path(args.memory).expanduser().is_file():
        raise FormatError(f"{args.memory}: no such file")
    return Memory(args.memory or default_path())
