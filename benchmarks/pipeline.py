"""The whole default pipeline against what a user would write by hand, and how it grows.

    python -m benchmarks.pipeline [--articles 2000] [--growth 200,2000,20000]

By hand: ``ftfy.fix_text``, ``langdetect.detect`` on each sentence, a loop of ``re.sub`` over the same
glossaries.  The articles are clean English news sentences, garbled here: names, mojibake, chrome lines.
Growth is measured in a process of its own for each size, streaming: the memory should be flat.
"""

from __future__ import annotations

import argparse
import lzma
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import cleaner
from cleaner.terms.entry import TermBase

DATA = Path(__file__).parents[2] / "shared" / "data" / "sentences" / "eng.txt.xz"
FLOOR = 5.0  # times faster than by hand
CHROME = (
    "Home",
    "Share on Facebook",
    "Related stories",
    "Date:",
    "Latest stories",
    "See also: The winners of the day",
)


def articles(count: int, terms: TermBase, seed: int = 1) -> Iterator[str]:
    """Yield garbled articles of about 3 KB."""
    rnd = random.Random(seed)
    sentences = lzma.decompress(DATA.read_bytes()).decode().strip().split("\n")
    garbles = [d for e in terms.entries for d in e.deprecated if "{" not in d]
    for _ in range(count):
        body = rnd.sample(sentences, 24)
        for i in rnd.sample(range(24), 4):
            body[i] = f"{body[i]} So says {rnd.choice(garbles)}."
        body[rnd.randrange(24)] = "Das wäre schön – “so” heißt es.".encode().decode("cp1252", "ignore")
        paragraphs = [" ".join(body[i : i + 4]) for i in range(0, 24, 4)]
        yield "\n\n".join(
            [rnd.choice(CHROME[:2]), "A headline of the day", *paragraphs, rnd.choice(CHROME[2:])]
        )


def by_hand(terms: TermBase) -> Callable[[str], str]:
    """Return the usual script."""
    import ftfy
    import langdetect

    langdetect.DetectorFactory.seed = 0
    pairs = [
        (re.compile(rf"\b{re.escape(d)}\b"), e.preferred)
        for e in terms.entries
        for d in e.deprecated
        if "{" not in d
    ]

    def clean(text: str) -> str:
        text = ftfy.fix_text(text)
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            with suppress(langdetect.LangDetectException):
                langdetect.detect(sentence)
        for pattern, preferred in pairs:
            text = pattern.sub(preferred, text)
        return text

    return clean


def timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def compare(count: int) -> bool:
    """Print both speeds, taken in turns on the same articles; return whether the floor holds."""
    clean = cleaner.load()
    peer = by_hand(clean.terms)
    texts = list(articles(count, clean.terms))
    next(clean.stream(texts[:1]))
    peer(texts[0])
    ours = theirs = 0.0
    for i in range(0, count, 100):
        part = texts[i : i + 100]
        ours += timed(lambda: list(clean.stream(part)))  # noqa: B023
        theirs += timed(lambda: [peer(t) for t in part])  # noqa: B023
    size = sum(len(t.encode()) for t in texts) / 1e6
    print(f"{count} articles, {size:.1f} MB, {len(clean.terms.entries)} entries")
    print(f"cleaner  {ours:7.1f} s  {count / ours:7.0f} articles/s  {size / ours:5.2f} MB/s")
    print(f"by hand  {theirs:7.1f} s  {count / theirs:7.0f} articles/s  {size / theirs:5.2f} MB/s")
    print(f"ratio {theirs / ours:.1f} (floor {FLOOR})")
    return theirs / ours >= FLOOR


def grow(count: int) -> None:
    """Print time and peak memory of one streamed run."""
    clean = cleaner.load()
    seconds = timed(lambda: sum(1 for _ in clean.stream(articles(count, clean.terms))))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:7d} articles  {seconds:7.1f} s  {seconds / count * 1e3:5.2f} ms each  peak {peak:.0f} MB",
        flush=True,
    )


def main() -> int:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--articles", type=int, default=2000)
    args.add_argument("--growth", default="200,2000,20000")
    args.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = args.parse_args()
    if not DATA.exists():
        print(f"skipped: no data at {DATA}")
        return 0
    if given.one:
        grow(given.one)
        return 0
    held = compare(given.articles)
    for size in filter(None, given.growth.split(",")):
        subprocess.run([sys.executable, "-m", "benchmarks.pipeline", "--one", size], check=True)
    return 0 if held else 1


if __name__ == "__main__":
    raise SystemExit(main())
