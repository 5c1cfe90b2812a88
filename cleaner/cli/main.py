"""``cleaner``: which command, its arguments, and what it answers with."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from threading import current_thread, main_thread

from cleaner.cli import clean, explain, glossary, memory, models, profile, repeated
from cleaner.cli.plan import UsageError
from cleaner.errors import CleanerError

USERS_FAULT, USAGE = 1, 2
INTERRUPTED, NO_READER = 128 + 2, 128 + 13  # as the shell tells of the signals INT and PIPE
COMMANDS = (clean, explain, glossary, profile, repeated, models, memory)

_EPILOG = (
    "exit status: 0 done, 1 nothing could be done, 2 wrong usage, 3 some inputs failed and the rest is done, "
    "128 + n ended by signal n: 130 by Ctrl-C, 141 as the reader of the output left"
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
    _end_in_order()
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
        return NO_READER
    except OSError as error:  # a file that is not there, a disk that is full
        where = f"{error.filename}: " if error.filename else ""
        print(f"cleaner: {where}{error.strerror or error}", file=sys.stderr)
        return USERS_FAULT
    except KeyboardInterrupt:
        print("cleaner: interrupted; files already written are whole", file=sys.stderr)
        return INTERRUPTED


def _end_in_order() -> None:
    """Let ``kill`` and a closed terminal end a run as Ctrl-C does: its record is kept, its drafts are not."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # there is no SIGHUP on Windows
        if number and current_thread() is main_thread() and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, lambda number, _: sys.exit(128 + number))


def _version() -> str:
    from importlib.metadata import version

    return version("cleaner")
