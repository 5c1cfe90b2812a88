"""Do terms hold: `uv run --with sacrebleu python -m benchmarks.terms [--pair de] [--packages FOLDER]`.

Sentences of newstest2019 with names, and a glossary of their native and preferred forms: the shipped entries
with a native form, and the names of several words that stand alike in source and human reference.  Prints the
share of sentences whose output holds every preferred form, BLEU and chrF, without the glossary and with it,
and how often each rung of the ladder mended what.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from pathlib import Path

from cleaner.engines.argos import Argos
from cleaner.engines.glossary import Glossary
from cleaner.engines.packages import installed
from cleaner.terms.entry import Entry, TermBase

DATA = Path(__file__).resolve().parents[2] / "shared/data/mt"
SENTENCES = {"de": 300, "ru": 100}
_NAME = re.compile(r"(?<![.!?:\"“„] )(?<!^)\b[A-ZÄÖÜ][a-zäöüß]+(?:-[A-Z]\w+)?(?: [A-ZÄÖÜ][a-zäöüß]+)+")


def read(lang: str) -> list[tuple[str, str]]:
    """Pairs of source and reference."""
    if not DATA.is_dir():
        sys.exit("needs the measuring data at ../shared/data, which is not there")
    sides = [
        (DATA / f"newstest2019.{lang}-en.{side}").read_text("utf-8").split("\n") for side in (lang, "en")
    ]
    return [(s, t) for s, t in zip(*sides, strict=True) if s]


def terms(pairs: list[tuple[str, str]], lang: str) -> TermBase:
    """Shipped entries, and names that source and reference share."""
    import cleaner

    shipped = cleaner.load().terms.entries
    names = {name for source, target in pairs for name in _NAME.findall(source) if name in target}
    own = [Entry(f"name-{n}", name, native=(f"{lang}: {name}",)) for n, name in enumerate(sorted(names))]
    return TermBase((*(e for e in shipped if e.native), *own))


def main() -> None:
    """Print both ways, side by side."""
    from sacrebleu import corpus_bleu, corpus_chrf

    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--pair", default="de", choices=sorted(SENTENCES))
    ask.add_argument("--packages", action="append", default=[])
    args = ask.parse_args()
    pairs = read(args.pair)
    base = terms(pairs, args.pair)
    glossary = Glossary(base, args.pair, "en")
    held = [(s, t) for s, t in pairs if glossary.wanted(s) and all(w.held(t) for w in glossary.wanted(s))]
    held = held[: SENTENCES[args.pair]]
    print(f"{len(base.entries)} entries, {len(held)} sentences")
    for name, own in (("without", TermBase()), ("with", base)):
        engine = Argos(installed(args.packages), terms=own)
        start = time.perf_counter()
        done = [t.text for t in engine.translate([s for s, _ in held], args.pair, "en")]
        took = time.perf_counter() - start
        full = sum(all(w.held(d) for w in glossary.wanted(s)) for (s, _), d in zip(held, done, strict=True))
        scores = [score(done, [[t for _, t in held]]).score for score in (corpus_bleu, corpus_chrf)]
        print(f"{name:8} preferred form present {full / len(held):.3f}, {took:.1f} s")
        print(f"    BLEU {scores[0]:.2f}, chrF {scores[1]:.2f}")
        for what, count in sorted(engine.tally.items()):
            print(f"    {what}: {count}")


if __name__ == "__main__":
    main()
