"""How fast translation is against stock Argos: `python -m benchmarks.translate [--every N] [--small]`.

One package for all: a Transformer of Argos' size (6+6 layers, 512 wide, int8, 8,000 pieces), written by hand
so that its output is known (tests/copy_model.py) and costs what a trained one's costs.  The same distinct
German news sentences, 20 a document, in paragraphs of one to five.  Stock Argos is reproduced by its call
pattern, which needs no torch: one paragraph a call, beam 4, 32 tokens a batch, with its default threads and
with its best settings (two workers of one thread); its sentence splitting is not counted against it.  Were
a document one paragraph, its two workers would have more to share: that is timed too.  All take turns, so
that a busy machine is busy for all, each in a process of its own, so that none has another's settings.
"""

from __future__ import annotations

import argparse
import lzma
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path

from cleaner.document import Document
from cleaner.engines.argos import MODES, Argos
from cleaner.engines.machine import cores
from cleaner.engines.memory import Memory
from cleaner.engines.packages import Package, installed
from cleaner.engines.remembered import Remembered
from cleaner.pipeline import Pipeline
from cleaner.steps.base import Setup
from cleaner.steps.translate import Translate
from tests import copy_model

DATA = Path(__file__).resolve().parents[2] / "shared/data"
SIZE = 20  # sentences a document
# Sentences of its paragraphs, 2.5 in the mean: English news articles have 1.7 (data/boilerplate/rmain), the
# pages of German ones 3.0 (multilingual, lines of more than 80 letters that end like a sentence).
PARAGRAPHS = (1, 2, 3, 1, 4, 2, 5, 2)
Run = Callable[[Sequence[str]], None]
_run: Run  # of a process that times one way


def sentences() -> list[str]:
    """Distinct German news sentences: NTREX and newstest2019."""
    if not DATA.is_dir():
        sys.exit("needs the measuring data at ../shared/data, which is not there")
    ntrex = lzma.decompress((DATA / "sentences/deu.txt.xz").read_bytes()).decode().split("\n")
    wmt = (DATA / "mt/newstest2019.de-en.de").read_text("utf-8").split("\n")
    return [s.strip() for s in dict.fromkeys(ntrex + wmt) if len(s.split()) > 3]


def cut(texts: Sequence[str], sizes: Sequence[int]) -> Iterator[Sequence[str]]:
    """The sentences in groups of these sizes, again and again."""
    at, size = 0, cycle(sizes)
    while at < len(texts):
        yield texts[at : (at := at + next(size))]


def documents(texts: Sequence[str]) -> list[Document]:
    """Documents of 20 sentences, in paragraphs."""
    return [
        Document(str(n), "\n\n".join(" ".join(part) for part in cut(own, PARAGRAPHS)), "de")
        for n, own in enumerate(cut(texts, [SIZE]))
    ]


class Raw:
    """CTranslate2 and SentencePiece with nothing round them."""

    def __init__(
        self, package: Package, workers: int, threads: int, tokens: int, calls: Sequence[int], beam: int = 4
    ) -> None:
        import ctranslate2
        import sentencepiece as spm

        self.sp = spm.SentencePieceProcessor(model_file=str(package.path / "sentencepiece.model"))
        self.model = ctranslate2.Translator(
            str(package.path / "model"), compute_type="int8", inter_threads=workers, intra_threads=threads
        )
        self.tokens, self.calls, self.beam = tokens, calls, beam

    def __call__(self, texts: Sequence[str]) -> None:
        """Translate so many sentences a call, again and again."""
        for own in cut(texts, self.calls):
            done = self.model.translate_batch(
                self.sp.encode(list(own), out_type=str),
                beam_size=self.beam,
                max_batch_size=self.tokens,
                batch_type="tokens",
                length_penalty=0.2,
                replace_unknowns=True,
                return_scores=True,
            )
            for result in done:
                self.sp.decode(result.hypotheses[0])


def step(package: Package, mode: str, memory: Path | None = None) -> Translate:
    """Our step, from document to document: segmentation, languages, judging and all."""
    argos = Argos([package], search=MODES[mode])
    engine = Remembered(argos, Memory(memory)) if memory else argos
    return Translate(engine, "en", Setup(source="de", target="en", languages=("de", "en")))


def ours(package: Package, mode: str, memory: Path | None = None) -> Run:
    """Our step as something to be timed."""
    translate = step(package, mode, memory)

    def run(texts: Sequence[str]) -> None:
        translate.batch(documents(texts))

    return run


class Way:
    """One way to translate, in a process of its own."""

    def __init__(self, make: Callable[[], Run], texts: Sequence[str]) -> None:
        """Start the process, load the model and warm it up."""
        self._pool = ProcessPoolExecutor(1, get_context("spawn"), _begin, (make,))
        self(texts[:SIZE])

    def __call__(self, texts: Sequence[str]) -> float:
        """Sentences a second."""
        return len(texts) / self._pool.submit(_timed, texts).result()


def _begin(make: Callable[[], Run]) -> None:
    global _run
    _run = make()


def _timed(texts: Sequence[str]) -> float:
    start = time.perf_counter()
    _run(texts)
    return time.perf_counter() - start


def turns(ways: dict[str, tuple[Way, int]], texts: Sequence[str], rounds: int) -> dict[str, list[float]]:
    """Sentences a second of each way, in turns, spread over the same documents; slow ways get every n-th."""
    whole = [texts[at : at + SIZE] for at in range(0, len(texts) - SIZE + 1, SIZE)]
    speeds: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds):
        for name, (way, every) in ways.items():
            speeds[name].append(way([t for own in whole[turn::rounds][::every] for t in own]))
            print(f"  {name:34} {speeds[name][-1]:9.1f} sentences/s", flush=True)
    return speeds


def growth(package: Package, texts: Sequence[str], sizes: Sequence[int]) -> None:
    """Time and memory from few documents to many, streamed; the model is a tiny one, so that memory shows."""
    pipe = Pipeline((step(package, "fast"),))
    for count in sizes:
        start = time.perf_counter()
        for _ in pipe.stream(many(texts, count)):
            pass
        took = time.perf_counter() - start
        now = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6
        print(
            f"  {count:5} documents: {took:7.1f} s, {1000 * took / count:6.1f} ms a document, {now:5.0f} MB"
        )


def many(texts: Sequence[str], count: int) -> Iterator[Document]:
    """Documents without end, no sentence twice."""
    for n in range(count):
        own = [texts[(n * SIZE + k) % len(texts)] + f" Das ist Meldung {n}." * (k == 0) for k in range(SIZE)]
        yield Document(str(n), "\n\n".join(f"Zu {n}: {text}" for text in own), "de")


def main() -> None:
    """Print speeds, ratios and growth."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--docs", type=int, default=200)
    ask.add_argument("--every", type=int, default=20, help="the slow ways get every n-th document")
    ask.add_argument("--rounds", type=int, default=2)
    ask.add_argument("--small", action="store_true", help="a model of 1+1 layers, for a quick look")
    ask.add_argument("--growth", type=int, nargs="*", default=[20, 200, 2000])
    args = ask.parse_args()
    texts = sentences()
    with tempfile.TemporaryDirectory() as folder:
        big, tiny = Path(folder) / "big", Path(folder) / "tiny"
        shape = {"d": 256, "layers": 1} if args.small else {"d": 512, "layers": 6}
        copy_model.build(big, cipher=True, lines=texts, pieces=8000, **shape)
        copy_model.build(tiny, cipher=True, lines=texts, pieces=8000, d=128)
        package = installed([big])[0]
        texts = texts[: args.docs * SIZE]
        makes: dict[str, tuple[Callable[[], Run], int]] = {
            "stock, its defaults": (partial(Raw, package, 1, 0, 32, PARAGRAPHS), args.every),
            "stock, two workers": (partial(Raw, package, 2, 1, 32, PARAGRAPHS), args.every),
            "stock, two, a document a call": (partial(Raw, package, 2, 1, 32, [SIZE]), args.every),
            "raw CTranslate2, 1,024 tokens": (partial(Raw, package, cores(), 1, 1024, [len(texts)]), 1),
            "cleaner, balanced": (partial(ours, package, "balanced"), 1),
            "cleaner, fast": (partial(ours, package, "fast"), 1),
        }
        print(f"{shape}, {cores()} cores, {len(texts)} sentences")
        ways = {name: (Way(make, texts), every) for name, (make, every) in makes.items()}
        speeds = turns(ways, texts, args.rounds)
        known = Way(partial(ours, package, "balanced", Path(folder) / "memory.sqlite"), texts)
        part = texts[: len(texts) // 8]
        print(f"  first time with a memory: {known(part):.1f} sentences/s")
        speeds["cleaner, from the memory"] = [known(part) for _ in range(3)]
        middle = {name: statistics.median(own) for name, own in speeds.items()}
        for name, speed in middle.items():
            ratios = ", ".join(f"{speed / middle[base]:.2f} x {base}" for base in list(middle)[:4])
            print(f"{name:34} {speed:9.1f} sentences/s = {ratios}")
        print("growth, a model of 1+1 layers, 128 wide:")
        growth(installed([tiny])[0], texts, args.growth)


if __name__ == "__main__":
    main()
