"""``cleaner profile``: what a profile resolves to."""

from __future__ import annotations

import argparse
import json

from cleaner.profile import load_profile, profile_names


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "profile", help="show a profile with all it extends; without one, list them"
    )
    command.add_argument("profile", nargs="?", metavar="NAME|FILE")
    command.add_argument("--set", dest="settings", action="append", default=[], metavar="KEY=VALUE")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print a profile's resolved table and digest, or a line a profile."""
    if not args.profile:
        for name in profile_names():
            print(f"{name:12}{load_profile(name).table['description']}")
        return 0
    profile = load_profile(args.profile, args.settings)
    print(json.dumps({"name": profile.name, "digest": profile.digest, "resolved": profile.table}, indent=2))
    return 0
