"""``cleaner glossary``: look after the files that hold your terms."""

from __future__ import annotations

import argparse

from cleaner.terms.load import examine


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser("glossary", help="check glossaries")
    actions = command.add_subparsers(title="actions", required=True, metavar="ACTION")
    check = actions.add_parser("check", help="list every fault, with its place and remedy")
    check.add_argument(
        "files", nargs="+", metavar="FILE", help="a TOML, TSV or CSV file, or the name of a shipped one"
    )
    check.set_defaults(run=run_check)


def run_check(args: argparse.Namespace) -> int:
    """Print all faults of some glossaries, alone and together; 1 if one of them is grave."""
    base, faults = examine(args.files)
    for fault in faults:
        print(fault)
    grave = sum(f.severe for f in faults)
    print(f"{len(base.entries)} entries, {grave} faults, {len(faults) - grave} warnings")
    return 1 if grave else 0
