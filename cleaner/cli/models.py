"""``cleaner models``: the translation models on this machine, and how to get more."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser("models", help="list, install, remove and verify translation models")
    actions = command.add_subparsers(title="actions", required=True, metavar="ACTION")
    actions.add_parser("list", help="the models on this machine").set_defaults(run=run_list)
    available = actions.add_parser("available", help="the models of a package index (asks the network)")
    install = actions.add_parser(
        "install", help="install from a file, a folder or the index (asks the network)"
    )
    install.add_argument(
        "what", metavar="FILE|FOLDER|PAIR", help="an .argosmodel file, a folder, or a pair: de-en"
    )
    install.add_argument("--sha256", default="", metavar="HEX", help="what the archive must hash to")
    for action in (available, install):
        action.add_argument("--index", metavar="ADDRESS", help="another index than the public one of Argos")
    remove = actions.add_parser("remove", help="remove a model that cleaner installed")
    remove.add_argument("pair", metavar="PAIR", help="e.g. de-en")
    actions.add_parser("verify", help="is each model still what was installed?").set_defaults(run=run_verify)
    available.set_defaults(run=run_available)
    install.set_defaults(run=run_install)
    remove.set_defaults(run=run_remove)


def run_list(args: argparse.Namespace) -> int:
    """Print a line a model; say how to get one if there is none."""
    from cleaner.engines.models import installed

    models = installed()
    for model in models:
        print(f"{model.name:40}{model.path}")
    if not any(not m.basic for m in models):
        print(
            "no full model is installed; `cleaner models install FILE.argosmodel` adds one", file=sys.stderr
        )
    return 0


def run_available(args: argparse.Namespace) -> int:
    """Print a line a model of the index.

    Raises:
        EngineError: the index cannot be reached.
    """
    from cleaner.engines.models import available

    for offer in available(args.index):
        print(f"{offer.pair:12}{offer.version:8}{offer.name}")
    return 0


def run_install(args: argparse.Namespace) -> int:
    """Install a model and print where it lies.

    Raises:
        EngineError: there is no such model, it cannot be had, or it is not what it should be.
    """
    from cleaner.engines.models import install

    progress = _progress if sys.stderr.isatty() else None
    what = Path(args.what) if Path(args.what).exists() else args.what
    model = install(what, index=args.index, sha256=args.sha256, progress=progress)
    print(f"{model.name:40}{model.path}")
    return 0


def run_remove(args: argparse.Namespace) -> int:
    """Remove a model and print where it was.

    Raises:
        EngineError: there is none, or it is not ours.
    """
    from cleaner.engines.models import remove

    print(f"removed {remove(args.pair)}")
    return 0


def run_verify(args: argparse.Namespace) -> int:
    """Print what is known of each model's files; 1 if one is broken."""
    from cleaner.engines.models import verify

    verdicts = verify()
    for verdict in verdicts:
        print(f"{verdict.state:10}{verdict.path}: {verdict.message}")
    return int(any(v.state == "broken" for v in verdicts))


def _progress(done: int, whole: int) -> None:
    share = f" of {whole >> 20} MB" if whole else ""
    print(f"\r{done >> 20} MB{share}", end="" if done < whole else "\n", file=sys.stderr, flush=True)
