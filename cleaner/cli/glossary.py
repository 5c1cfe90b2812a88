"""``cleaner glossary``: look after the files that hold your terms."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from cleaner.cli.inputs import items, sources
from cleaner.cli.tally import Tally
from cleaner.terms.load import examine, find, load


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser("glossary", help="check, expand, suggest and convert glossaries")
    actions = command.add_subparsers(title="actions", required=True, metavar="ACTION")
    for name, about, run, operand in (
        ("check", "list every fault and every risky form, with its place and remedy", run_check, "GLOSSARY"),
        (
            "expand",
            "list the spellings a name is likely to take, each with how it comes about",
            run_expand,
            "GLOSSARY",
        ),
        ("suggest", "find names that stand in several spellings in your texts", run_suggest, "INPUT"),
    ):
        action = actions.add_parser(name, help=about)
        what = "a file, a folder, or -" if operand == "INPUT" else "a file, or the name of a shipped glossary"
        action.add_argument("files", nargs="+", metavar=operand, help=what)
        action.set_defaults(run=run)
    actions.choices["expand"].add_argument(
        "--as",
        dest="target_kind",
        metavar="KIND",
        help="print the glossary with these spellings deprecated",
    )
    convert = actions.add_parser("convert", help="from one kind of glossary file to another")
    convert.add_argument("file", type=Path, metavar="FILE")
    convert.add_argument(
        "--from", dest="source_kind", metavar="KIND", help="toml tsv csv tbx deepl google amazon omegat"
    )
    convert.add_argument(
        "--to", dest="target_kind", required=True, metavar="KIND", help="as --from; tbx2 for TBX v2"
    )
    convert.add_argument("--source-lang", default="", metavar="LANG", help="language of the native forms")
    convert.add_argument(
        "--target-lang", default="en", metavar="LANG", help="language of the preferred forms"
    )
    convert.set_defaults(run=run_convert)


def run_check(args: argparse.Namespace) -> int:
    """Print all faults of some glossaries, alone and together; 1 if one of them is grave."""
    base, faults = examine(args.files)
    for fault in faults:
        print(fault)
    grave = sum(f.severe for f in faults)
    print(f"{len(base.entries)} entries, {grave} faults, {len(faults) - grave} warnings")
    return 1 if grave else 0


def run_expand(args: argparse.Namespace) -> int:
    """Print a line a spelling, preferred form, spelling, mechanism; or the glossary with all of them.

    Raises:
        GlossaryError: a glossary has faults, or the kind to print it as is unknown.
    """
    from cleaner.terms.exchange.convert import write_as
    from cleaner.terms.variants import expand, variants

    base = load(args.files)
    if args.target_kind:
        _write(write_as(expand(base).entries, args.target_kind))
        return 0
    for entry in base.entries:
        for variant in variants(entry) if entry.type not in ("phrase", "term") else ():
            print(f"{entry.preferred}\t{variant.form}\t{variant.mechanism}")
    return 0


def run_suggest(args: argparse.Namespace) -> int:
    """Print an entry to complete for each name in several spellings.

    Goes on after an input that fails.  Returns 0, 1 if all failed, 3 if some did.
    """
    from cleaner.terms.suggest import suggest

    tally = Tally("left out")
    found = suggest(doc.text for doc in tally.documents(items(sources(args.files))))
    for suggestion in found:
        print(suggestion.toml())
    print(f"{len(found)} names in several spellings", file=sys.stderr)
    return tally.status


def run_convert(args: argparse.Namespace) -> int:
    """Print a glossary as another kind.

    Raises:
        GlossaryError: a kind is unknown, or the file is not of it.
    """
    from cleaner.terms.exchange.convert import read_as, write_as

    path = find(args.file)
    entries = read_as(
        path, args.source_kind or path.suffix.removeprefix("."), args.target_lang, args.source_lang
    )
    _write(write_as(entries, args.target_kind, args.source_lang, args.target_lang))
    return 0


def _write(glossary: bytes) -> None:
    sys.stdout.buffer.write(glossary)
    sys.stdout.buffer.flush()
