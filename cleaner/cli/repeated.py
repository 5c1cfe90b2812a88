"""``cleaner repeated``: the lines that stand in several of your texts, as a profile."""

from __future__ import annotations

import argparse
import json
import sys

from cleaner.cli.inputs import items, sources
from cleaner.cli.plan import UsageError
from cleaner.cli.tally import Tally
from cleaner.profile import load_profile


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "repeated",
        help="print the lines that stand in several of your texts, as a profile to clean them with",
    )
    command.add_argument("files", nargs="+", metavar="INPUT", help="a file, a folder, or -")
    command.add_argument(
        "--least", type=int, default=3, metavar="N", help="texts a line stands in at least (3)"
    )
    command.add_argument("--extends", default="news", metavar="PROFILE", help="the profile to extend (news)")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print a profile; go on after an input that fails.  Returns 0, 1 if all failed, 3 if some did.

    Raises:
        ProfileError: the profile to extend is none.
        UsageError: one text is no several.
    """
    load_profile(args.extends)
    if args.least < 2:
        raise UsageError(f"--least {args.least}: a line is repeated from 2 texts on")
    from cleaner.steps.strip.repeated import repeated_lines

    tally = Tally("left out")
    found = repeated_lines([doc.text for doc in tally.documents(items(sources(args.files)))], args.least)
    print(f"extends = {json.dumps(args.extends)}\n\n[strip]\nrepeated = [")
    for line in found:
        print(f"  {_quoted(line)},")
    print("]")
    print(f"{len(found)} lines stand in {args.least} texts or more", file=sys.stderr)
    return tally.status


def _quoted(line: str) -> str:
    """A line as a string of TOML, which unlike JSON has no bare DEL."""
    return json.dumps(line, ensure_ascii=False).replace("\x7f", "\\u007f")
