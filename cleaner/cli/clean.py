"""``cleaner clean``: garbled articles in, clean ones out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from cleaner.cli.inputs import STDIN, Item, Source, items, sources
from cleaner.cli.outputs import outputs
from cleaner.cli.plan import plan
from cleaner.cli.tally import Tally
from cleaner.document import Document
from cleaner.loading import Cleaner, load

_TOGETHER = 64  # documents cleaned at once: enough to fill a translator's batches


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "clean",
        help="clean articles: .txt .md .html .jsonl files, folders of them, or - for standard input",
        description="Clean articles; the text goes to standard output, or where -o, --json or --diff say.",
    )
    add = command.add_argument
    add(
        "inputs",
        nargs="*",
        default=[STDIN],
        metavar="INPUT",
        help="a file, a folder, or - for plain text on standard input (default)",
    )
    add(
        "-o",
        "--output",
        dest="output_name",
        metavar="FILE|DIR",
        help="where to write; a folder if there are several inputs, or one that is a folder",
    )
    add(
        "--on-exists",
        choices=("overwrite", "skip", "abort"),
        default="abort",
        help="if an output exists (default: abort); a log or page of an earlier run is never skipped",
    )
    add("--glossary", action="append", default=[], metavar="NAME|FILE", help="one more glossary; repeatable")
    add(
        "--profile",
        default="news",
        metavar="NAME|FILE",
        help="what to do (default: news); `cleaner profile` lists them",
    )
    add(
        "--set",
        dest="settings",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="change a key of the profile; repeatable",
    )
    add("--steps", metavar="A,B", help="run these steps only; names want detect or --from")
    add("--from", dest="source", metavar="LANG", help="language the articles are in, e.g. de")
    add(
        "--to",
        dest="target",
        metavar="LANG",
        help="language they should be in: translates what is not, e.g. en",
    )
    add("--json", action="store_true", help="print a JSON object a document: text, fields, changes, findings")
    add("--diff", action="store_true", help="print a unified diff instead of the text")
    add("--changes", type=Path, metavar="FILE", help="write every change as JSON lines")
    add(
        "--report",
        type=Path,
        metavar="FILE.html",
        help="write one web page: before and after, each change with its why",
    )
    add("--dry-run", action="store_true", help="write no file; say what would be done")
    add("-q", "--quiet", action="store_true", help="no summary on standard error")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Clean every input; go on after one that fails.  Returns 0, 1 if all failed, 3 if some did.

    Raises:
        CleanerError: the profile, a glossary or the outputs are at fault; nothing was done.
    """
    cleaner = load(args.profile, args.glossary, [*args.settings, *_settings(args)])
    args.output = Path(args.output_name) if args.output_name else None
    found = list(sources(args.inputs, [p for p in (args.output, args.changes, args.report) if p]))
    jobs = plan(found, args)
    tally = Tally()
    with outputs(args, cleaner.profile, found, tally.unwritten) as out:
        for source, item in cleaned(cleaner, jobs):
            tally.count(source, item)
            out.take(source, item)
    if not args.quiet:
        print(tally.summary(dry=args.dry_run), file=sys.stderr)
    return tally.status


def _settings(args: argparse.Namespace) -> Iterator[str]:
    if args.source:
        yield f"from={json.dumps(args.source)}"
    if args.target:
        yield f"to={json.dumps(args.target)}"
    if args.steps:
        yield f"steps={args.steps.split(',')}"


def cleaned(cleaner: Cleaner, jobs: list[Source]) -> Iterator[Item]:
    """Yield the items of each source in order, documents cleaned; where a source fails, its error."""
    chunk: list[Item] = []
    for item in items(jobs):
        chunk.append(item)
        if len(chunk) == _TOGETHER:
            yield from _chunk(cleaner, chunk)
            chunk = []
    yield from _chunk(cleaner, chunk)


def _chunk(cleaner: Cleaner, chunk: list[Item]) -> Iterator[Item]:
    done = iter(cleaner.stream([x for _, x in chunk if isinstance(x, Document)], _TOGETHER))
    for source, item in chunk:
        yield source, (next(done) if isinstance(item, Document) else item)
