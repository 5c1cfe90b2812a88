"""Choose what to train on: `python -m training.neural.prepare PAIRS… --news NEWS --out FOLDER`.

Writes ``train.tsv``, the news and the pairs most like it (as the phrase table chooses them), and
``dev.tsv``, news pairs set aside.  How many to take depends on the time there is: a pair seen once teaches
more than one seen twice.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

from training.gloss.extract import Pair, chosen, pairs

DEV = 500


def split(news: Sequence[Pair], seed: int = 1) -> tuple[list[Pair], list[Pair]]:
    """News to learn from, and news to measure on that shares no sentence with it."""
    dev = random.Random(seed).sample(list(dict.fromkeys(news)), DEV)
    sides = [{pair[side] for pair in dev} for side in (0, 1)]
    return [p for p in news if p[0] not in sides[0] and p[1] not in sides[1]], dev


def write(path: Path, some: Sequence[Pair]) -> None:
    """A pair a line, shuffled."""
    some = random.Random(2).sample(some, len(some))
    path.write_text("".join(f"{a}\t{b}\n" for a, b in some), "utf-8")
    print(f"{path}: {len(some)} pairs")


def main() -> None:
    """Write both files."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("pairs", nargs="+", type=Path)
    ask.add_argument("--news", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--long", type=int, default=190_000)
    ask.add_argument("--short", type=int, default=45_000)
    args = ask.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    news, dev = split(list(pairs(args.news)))
    every = [p for path in args.pairs for p in pairs(path)]
    write(args.out / "train.tsv", chosen(every, news, args.long, args.short))
    write(args.out / "dev.tsv", dev)


if __name__ == "__main__":
    main()
