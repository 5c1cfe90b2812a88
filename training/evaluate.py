"""Scores of a package: `python -m training.evaluate PACKAGE SOURCE REFERENCE [--show N]`.

Prints sacrebleu's BLEU and chrF of bare decoding (no ladder, no terms), and some sentences beside
their reference.  Never a text that was trained on: `../shared/training/SOURCES.md` says which are held out.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from cleaner.engines.ct2 import Decoder, Search
from cleaner.engines.packages import read


def main() -> None:
    """Print the scores."""
    from sacrebleu import corpus_bleu, corpus_chrf

    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("package", type=Path)
    ask.add_argument("source", type=Path)
    ask.add_argument("reference", type=Path)
    ask.add_argument("--show", type=int, default=6)
    args = ask.parse_args()
    sides = [path.read_text("utf-8").rstrip("\n").split("\n") for path in (args.source, args.reference)]
    start = time.perf_counter()
    package = read(args.package)
    found = Decoder(package).hypotheses(sides[0], Search(1 if package.monotone else 4))
    done = [hypotheses[0].text for hypotheses in found]
    took = time.perf_counter() - start
    for metric in (corpus_bleu, corpus_chrf):
        print(metric(done, [sides[1]]))
    print(f"{len(done)} sentences, {len(done) / took:.0f} a second")
    for n in range(0, len(done), max(len(done) // args.show, 1)):
        print(f"\n- {sides[0][n]}\n> {done[n]}\n= {sides[1][n]}")


if __name__ == "__main__":
    main()
