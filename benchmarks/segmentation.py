"""Sentence boundaries against a gold set: `python benchmarks/segmentation.py`.

The gold set (de, en, ru) stands beside the checkout; our own are the test suite's: `gold`
(ten languages) was written with the rules, `fresh` (eight, 519 sentences) without a look at the word
lists and measured once before the rules were mended: FIRST_SIGHT.  Only boundaries inside paragraphs
count: those between them are given away.
Peers are measured where they are installed (sentencex, pysbd, blingfire, syntok, razdel).
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from cleaner.text.segment import segments

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared/data/segmentation"
OWN = ROOT / "tests/text/segment"
DIGEST = "f7ec2dac4921991a"
FLOORS = {"de": 0.98, "en": 0.98, "ru": 0.98}  # of the shared set; the prototype scored .92, 1.00, .88
FIRST_SIGHT = {
    "de": 0.968, "en": 0.946, "es": 0.944, "fr": 0.962, "pl": 1.0, "ru": 1.0, "tr": 0.968, "uk": 0.980,
}  # fmt: skip
SPEED = 1.0  # MB/s
Splitter = Callable[[str, str], Iterable[str]]


def ours(text: str, lang: str) -> list[str]:
    """Our sentences."""
    return [text[a:b] for a, b in segments(text, lang)]


def peers() -> dict[str, Splitter]:
    """The splitters that happen to be installed."""
    known: dict[str, tuple[str, Callable[..., Splitter]]] = {
        "sentencex": ("sentencex", lambda m: lambda text, lang: m.segment(lang, text)),
        "blingfire": ("blingfire", lambda m: lambda text, _: m.text_to_sentences(text).split("\n")),
        "pysbd": ("pysbd", lambda m: lambda text, lang: m.Segmenter(lang, clean=False).segment(text)),
        "razdel": ("razdel", lambda m: lambda text, _: [s.text for s in m.sentenize(text)]),
        "syntok": ("syntok.segmenter", _syntok),
    }
    found = {}
    for name, (module, make) in known.items():
        try:
            found[name] = make(import_module(module))
        except ImportError:
            print(f"{name} is not installed: left out")
    return found


def _syntok(module: object) -> Splitter:
    def split(text: str, _: str) -> list[str]:
        return [
            "".join(t.spacing + t.value for t in sentence)
            for paragraph in module.analyze(text)  # type: ignore[attr-defined]
            for sentence in paragraph
        ]

    return split


def ends(sentences: Iterable[str]) -> set[int]:
    """Where each sentence but the last ends, in characters other than white space."""
    found, at = [], 0
    for sentence in sentences:
        at += len("".join(sentence.split()))
        found.append(at)
    return set(found[:-1])


def f1(path: Path, split: Splitter) -> float:
    """F1 of the boundaries inside the paragraphs of a gold file."""
    right = told = gold = 0
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        sentences = block.split("\n")
        said = ends(split(" ".join(sentences), path.stem))
        true = ends(sentences)
        right, told, gold = right + len(said & true), told + len(said), gold + len(true)
    return 2 * right / (told + gold)


def speed(path: Path, split: Splitter) -> float:
    """MB/s over a gold file a hundred times."""
    text = path.read_text(encoding="utf-8") * 100
    start = time.process_time()
    list(split(text, path.stem))
    return len(text.encode()) / (time.process_time() - start) / 1e6


def digest(paths: Iterable[Path]) -> str:
    """Fingerprint of the data."""
    return hashlib.sha256(b"".join(p.read_bytes() for p in paths)).hexdigest()[:16]


def check() -> list[str]:
    """The languages below their floors, or what was wrong with the data."""
    shared = sorted(SHARED.glob("*.txt"))
    if digest(shared) != DIGEST:
        return [f"the data changed: {digest(shared)}, floors were set on {DIGEST}"]
    return [f"{p.stem} {f1(p, ours):.3f}" for p in shared if f1(p, ours) < FLOORS[p.stem]]


def main() -> int:
    """Print the tables; 1 if a floor is missed."""
    if not SHARED.is_dir():
        print(f"{SHARED} is absent: nothing measured")
        return 0
    shared = sorted(SHARED.glob("*.txt"))
    for name, split in {"cleaner": ours, **peers()}.items():
        scores = "  ".join(f"{p.stem} {f1(p, split):.3f}" for p in shared)
        print(f"{name:10} {scores}  {speed(shared[0], split):6.2f} MB/s")
    for kind in ("gold", "fresh"):
        own = sorted((OWN / kind).glob("*.txt"))
        print("own", kind, "  ".join(f"{p.stem} {f1(p, ours):.3f}" for p in own))
    print("at first sight", "  ".join(f"{lang} {score:.3f}" for lang, score in FIRST_SIGHT.items()))
    low, slow = check(), speed(shared[0], ours) < SPEED
    print(f"below the floor: {low or 'none'}; {'too slow' if slow else 'fast enough'}")
    return int(bool(low) or slow)


if __name__ == "__main__":
    sys.exit(main())
