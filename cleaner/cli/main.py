"""``cleaner``: which command, its arguments, and what it answers with."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from cleaner.cli import clean, explain, glossary, memory, models, profile, repeated
from cleaner.cli.plan import UsageError
from cleaner.errors import CleanerError

OK, USERS_FAULT, USAGE = 0, 1, 2
COMMANDS = (clean, explain, glossary, profile, repeated, models, memory)

_EPILOG = (
    "exit status: 0 done, 1 nothing could be done, 2 wrong usage, 3 some inputs failed and the rest is done"
)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="cleaner",
        description="Clean up garbled machine-translated news: offline, with every change on the record.",
        epilog=_EPILOG,
    )
    top.add_argument("--version", action="version", version=f"cleaner {_version()}")
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for module in COMMANDS:
        module.add_to(commands)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status; no traceback for a user's mistake."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the terminal's page
    args = parser().parse_args(argv)
    try:
        return int(args.run(args))
    except UsageError as error:
        print(f"cleaner: {error}", file=sys.stderr)
        return USAGE
    except CleanerError as error:
        print(f"cleaner: {error}", file=sys.stderr)
        return USERS_FAULT
    except BrokenPipeError:  # the reader of our output left: not our fault, and nothing more to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:  # a file that is not there, a disk that is full
        where = f"{error.filename}: " if error.filename else ""
        print(f"cleaner: {where}{error.strerror or error}", file=sys.stderr)
        return USERS_FAULT
    except KeyboardInterrupt:
        print("cleaner: interrupted; files already written are whole", file=sys.stderr)
        return 130


def _version() -> str:
    from importlib.metadata import version

    return version("cleaner")
