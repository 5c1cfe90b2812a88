"""Do terms hold: `uv run --with sacrebleu python -m benchmarks.terms [--pair ru --packages FOLDER]`.

Sentences of newstest2019 with names, and a glossary of their native and preferred forms: the shipped entries
with a native form, and names of several words taken from the two sides (`benchmarks.term_names` says how).
Prints the share of sentences whose output holds every preferred form, BLEU and chrF, without the glossary and
with it, and for each rung of the ladder how often it was tried, what it mended and what it cost.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.metered import MeteredArgos
from benchmarks.term_names import found, names
from cleaner.engines.argos import Argos
from cleaner.engines.glossary import Glossary
from cleaner.engines.packages import BUNDLED, installed, read
from cleaner.terms.entry import TermBase

DATA = Path(__file__).resolve().parents[2] / "shared/data/mt"
SENTENCES = {"de": 300, "ru": 100}
DIGEST = "659516a724f4f914"
SAMPLE = 100  # sentences that ``check`` translates
FLOORS = {
    "present": 0.97,
    "words": -0.003,
    "BLEU": -0.3,
    "chrF": -0.3,
}  # all but the first: against no glossary
Pair = tuple[str, str]


def pairs(lang: str) -> list[Pair]:
    """Pairs of source and reference."""
    sides = [(DATA / f"newstest2019.{lang}-en.{s}").read_text("utf-8").split("\n") for s in (lang, "en")]
    return [(s, t) for s, t in zip(*sides, strict=True) if s]


def digest(lang: str) -> str:
    """Fingerprint of the data."""
    return hashlib.sha256(repr(pairs(lang)).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Task:
    """Sentences whose reference holds every term of theirs, and the glossary that asks for them."""

    lang: str
    base: TermBase
    glossary: Glossary
    held: list[Pair]

    def present(self, done: Sequence[str]) -> float:
        """Share of the sentences whose translation holds every term."""
        full = [all(w.held(d) for w in self.glossary.wanted(s)) for (s, _), d in self._with(done)]
        return sum(full) / len(full)

    def _with(self, done: Sequence[str]) -> list[tuple[Pair, str]]:
        return list(zip(self.held, done, strict=True))

    def words(self, done: Sequence[str]) -> float:
        """Share of the reference's words that stand in the translations."""
        both = [(Counter(t.split()), Counter(d.split())) for (_, t), d in self._with(done)]
        return sum((a & b).total() for a, b in both) / sum(a.total() for a, _ in both)

    def inflected(self) -> int:
        """Terms that do not stand in the source as in the glossary."""
        return sum(_inflected(self.glossary, source) for source, _ in self.held)


def _inflected(glossary: Glossary, source: str) -> int:
    found = [(source[w.start : w.end], w.entry.native) for w in glossary.wanted(source)]
    return sum(form not in {n.split(": ")[-1] for n in native} for form, native in found)


def task(lang: str, every: Sequence[Pair], count: int) -> Task:
    """The first so many sentences that have terms, those that have an inflected one before the others."""
    import cleaner

    shipped = (e for e in cleaner.load().terms.entries if e.native)
    base = TermBase((*shipped, *names(every, lang)))
    glossary = Glossary(base, lang, "en")
    held = [(s, t) for s, t in every if (own := glossary.wanted(s)) and all(w.held(t) for w in own)]
    held.sort(key=lambda pair: not _inflected(glossary, pair[0]))
    return Task(lang, base, glossary, held[:count])


def scores(task: Task, done: Sequence[str]) -> dict[str, float]:
    """Present, words of the reference, and BLEU and chrF where sacrebleu is installed."""
    scored = {"present": task.present(done), "words": task.words(done)}
    try:
        from sacrebleu import corpus_bleu, corpus_chrf
    except ImportError:
        return scored
    reference = [[t for _, t in task.held]]
    return scored | {
        "BLEU": corpus_bleu(done, reference).score,
        "chrF": corpus_chrf(done, reference).score,
    }


def both(task: Task, engines: Sequence[Argos]) -> list[dict[str, float]]:
    """Scores of each engine."""
    sources = [s for s, _ in task.held]
    return [scores(task, [t.text for t in e.translate(sources, task.lang, "en")]) for e in engines]


def below(without: dict[str, float], with_: dict[str, float]) -> list[str]:
    """Floors that are missed."""
    gained = with_ | {name: with_[name] - without[name] for name in with_ if name != "present"}
    return [f"{name} {value:.3f}" for name, value in gained.items() if value < FLOORS[name]]


def check() -> list[str]:
    """What fell below its floor with the bundled model on a sample, or what was wrong with the data."""
    if digest("de") != DIGEST:
        return [f"the data changed: {digest('de')}, floors were set on {DIGEST}"]
    sample = task("de", pairs("de"), SAMPLE)
    bundled = [read(BUNDLED / "translate-de_en")]
    return below(*both(sample, [Argos(bundled), Argos(bundled, terms=sample.base)]))


def main() -> int:
    """Print both ways, side by side; 1 if a floor is missed."""
    if not DATA.is_dir():
        print(f"{DATA} is absent: nothing measured")
        return 0
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--pair", default="de", choices=sorted(SENTENCES))
    ask.add_argument("--packages", action="append", default=[])
    args = ask.parse_args()
    every = pairs(args.pair)
    some = task(args.pair, every, SENTENCES[args.pair])
    seen, there = found(some.glossary, every, names(every, args.pair))
    print(f"{len(some.base.entries)} entries, {len(some.held)} sentences, {some.inflected()} terms inflected")
    if there:
        print(f"names of the reference that the glossary finds in the source: {seen} of {there}")
    packages = installed(args.packages)
    told = []
    for name, engine in (
        ("without", MeteredArgos(packages)),
        ("with", MeteredArgos(packages, terms=some.base)),
    ):
        start = time.process_time()
        told += both(some, [engine])
        figures = ", ".join(f"{k} {v:.3f}" for k, v in told[-1].items())
        print(f"{name:8} {figures}; {time.process_time() - start:.1f} s of processor")
        print(*(f"    {line}" for line in engine.rungs()), sep="\n")
    low = below(*told)
    print(f"below the floor: {low or 'none'}")
    return int(bool(low))


if __name__ == "__main__":
    sys.exit(main())
