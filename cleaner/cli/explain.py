"""``cleaner explain``: what a rule repairs, and how often it is wrong."""

from __future__ import annotations

import argparse
import inspect

from cleaner.errors import ProfileError
from cleaner.profile import nearest
from cleaner.steps.table import all_rules


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser("explain", help="say what a rule repairs; without a rule, list them")
    command.add_argument("rule", nargs="?", metavar="RULE", help="e.g. repair.mojibake")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print a rule's documentation, or a line a rule.

    Raises:
        ProfileError: there is no such rule.
    """
    rules = all_rules()
    if not args.rule:
        for name in rules:
            print(f"{name:24}{_doc(rules[name].find).partition(chr(10))[0]}")
        return 0
    if args.rule not in rules:
        raise ProfileError(
            f"there is no rule {args.rule!r}{nearest(args.rule, rules)}; `cleaner explain` lists them"
        )
    print(f"{args.rule}\n\n{_doc(rules[args.rule].find)}")
    return 0


def _doc(rule: object) -> str:
    return inspect.getdoc(rule) or ""
