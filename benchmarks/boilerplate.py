"""How much of a page the strip step takes out, and how much of the article.

    python -m benchmarks.boilerplate [--shipped | --predict PAGES.jsonl[.xz] OUT.jsonl]

Prints what ../shared/tools/score_boilerplate.py says of nothing done, the rules alone, the careful model
and the balanced one (the default); lifted fields are left out.  The models are cross-validated: each page is
judged by one that was trained without its site, which takes a minute or two.  ``--shipped`` asks the shipped
model instead, which has seen these pages.  ``--predict`` cleans any pages with the shipped model, as the
default profile does: a line holds ``id`` and ``text``, before and after, and the scorer can read both files.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # speed is that of one core

from cleaner.document import Document, Policy
from cleaner.steps import lift, strip
from cleaner.steps.base import Setup
from cleaner.steps.strip.dates import is_date
from cleaner.steps.strip.fields import named
from cleaner.steps.strip.judge import DOUBT
from cleaner.steps.strip.model import LineModel, shipped
from cleaner.steps.strip.navigation import trail
from cleaner.steps.strip.page import facts, page_of
from cleaner.steps.strip.strip import Strip
from training.boilerplate import DATA, SETS, Sample, folds, samples

SCORER = DATA.parents[1] / "tools" / "score_boilerplate.py"
DIGEST = "f88f43a140cc3d97"  # of the three files
FLOORS = {  # of the balanced model, cross-validated; ``lost`` at most
    "rmain": {"F1": 0.945, "clean": 0.50, "lost": 0.010},
    "rall": {"F1": 0.920, "lost": 0.020},
    "multilingual": {"kept": 0.970, "removed": 0.45},
}
SEEN = {  # of the shipped one on the pages it was trained on
    "rmain": {"F1": 0.949, "clean": 0.56, "lost": 0.0},
    "rall": {"F1": 0.942, "lost": 0.011},
    "multilingual": {"kept": 0.982, "removed": 0.56},
}
KINDS = ("nothing", "rules", "careful", "balanced")
_ASKED = (facts, page_of, is_date, named, trail)  # what is known of lines seen before
SIZE = 64  # documents at once, as the pipeline hands them on


def step(kind: str, model: LineModel) -> Strip:
    """The strip step of one kind."""
    if kind == "rules":
        return Strip(Policy())
    return Strip(Policy(), model, Policy().apply_at if kind == "careful" else DOUBT)


def digest() -> str:
    """First 16 hex digits of the SHA-256 of the data."""
    data = b"".join((DATA / f"{kind}.dev.jsonl.xz").read_bytes() for kind in SETS)
    return hashlib.sha256(data).hexdigest()[:16]


def cleaned(texts: Sequence[str], away: Strip) -> list[str]:
    """Texts without their chrome and their fields."""
    fields = lift.build(lift.Options(), Setup())
    parts = [texts[at : at + SIZE] for at in range(0, len(texts), SIZE)]
    return [fields(doc).text for part in parts for doc in away.batch([Document("", text) for text in part])]


def score(kind: str, texts: dict[tuple[str, str], str], pages: Iterable[Sample]) -> str:
    """What the scorer says of one set."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        rows = {s.record["id"]: s.record["text"] for s in pages if s.kind == kind}
        for page, text in rows.items():
            file.write(json.dumps({"id": page, "text": texts.get((kind, page), text)}) + "\n")
        for page in _blank(kind) - rows.keys():
            file.write(json.dumps({"id": page, "text": ""}) + "\n")
        file.flush()
        data = DATA / f"{kind}.dev.jsonl.xz"
        done = subprocess.run([sys.executable, SCORER, data, file.name], capture_output=True, text=True)
    return (done.stdout or done.stderr).strip()


def _blank(kind: str) -> set[str]:
    """Ids of a set's pages; those without text are no samples."""
    with lzma.open(DATA / f"{kind}.dev.jsonl.xz", "rt", encoding="utf-8") as lines:
        return {json.loads(line)["id"] for line in lines}


def below(kind: str, said: str, floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """The figures of a set that miss their floors."""
    figures = {name: float(value) for name, value in re.findall(r"(\w+) +([\d.]+)", said)}
    over = {name: -1 if name == "lost" else 1 for name in floors[kind]}
    fallen = [name for name, floor in floors[kind].items() if figures[name] * over[name] < floor * over[name]]
    return [f"{kind} {name} {figures[name]}, floor {floors[kind][name]}" for name in fallen]


def check() -> list[str]:
    """The shipped model on the pages it was trained on: what fell below the pinned figures.

    It tells that code and model still belong together and do what they did.  What to expect on pages of
    other sites is told by the cross-validation alone, the command without options.
    """
    pages = samples()
    texts = dict(zip(map(_key, pages), cleaned([_text(s) for s in pages], _default()), strict=True))
    changed = [] if digest() == DIGEST else [f"the data has changed: its digest is {digest()}"]
    return changed + [x for kind in SETS for x in below(kind, score(kind, texts, pages), SEEN)]


def predict(source: Path, target: Path) -> None:
    """Clean the pages of a file, a JSON object with id and text a line, into another."""
    with lzma.open(source, "rt") if source.suffix == ".xz" else source.open(encoding="utf-8") as lines:
        pages: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
    texts = cleaned([page["text"] for page in pages], _default())
    with target.open("w", encoding="utf-8") as out:
        for page, text in zip(pages, texts, strict=True):
            out.write(json.dumps({"id": page["id"], "text": text}, ensure_ascii=False) + "\n")


def _default() -> Strip:
    built = strip.build(strip.Options(), Setup())
    assert isinstance(built, Strip)
    return built


def _key(sample: Sample) -> tuple[str, str]:
    return sample.kind, sample.record["id"]


def _text(sample: Sample) -> str:
    return str(sample.record["text"])


def speed(pages: Sequence[Sample], away: Strip, size: int) -> str:
    """Megabytes of UTF-8 a second of processor time, the best of five runs, no line seen before."""
    docs = [Document("", _text(s)) for s in pages if s.kind == "rmain"]
    best = float("inf")
    for _ in range(5):
        for asked in _ASKED:
            asked.cache_clear()
        start = time.process_time()
        for at in range(0, len(docs), size):
            away.batch(docs[at : at + size])
        best = min(best, time.process_time() - start)
    return f"{sum(len(doc.text.encode()) for doc in docs) / 1e6 / best:.1f} MB/s"


Parts = Sequence[tuple[LineModel, Sequence[Sample]]]


def results(parts: Parts) -> dict[str, dict[tuple[str, str], str]]:
    """For each kind of step the text of each page, judged by the model that comes with it."""
    found: dict[str, dict[tuple[str, str], str]] = {kind: {} for kind in KINDS}
    for model, held_out in parts:
        for kind in KINDS[1:]:
            texts = cleaned([_text(s) for s in held_out], step(kind, model))
            found[kind] |= zip(map(_key, held_out), texts, strict=True)
    return found


def measure(pages: Sequence[Sample], parts: Parts, floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Print a line a set and kind of step; what misses the floors."""
    found, fallen = results(parts), []
    for kind in SETS:
        for name, texts in found.items():
            said = score(kind, texts, pages)
            print(f"{kind:13}{name:9}{said}")
            fallen += below(kind, said, floors) if name == KINDS[-1] else []
    for name in KINDS[1:]:
        for size in (1, SIZE):
            print(f"speed        {name:9}{size:3} at once  {speed(pages, step(name, parts[0][0]), size)}")
    return fallen


def main() -> None:
    """Print a table a set, or clean a file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shipped", action="store_true", help="judge by the shipped model: in sample")
    parser.add_argument("--predict", nargs=2, type=Path, metavar=("PAGES", "OUT"), help="clean other pages")
    args = parser.parse_args()
    if args.predict:
        predict(*args.predict)
        return
    if not DATA.exists():
        sys.exit(f"{DATA} is absent: the pages are not shipped with the project")
    pages = samples()
    parts = [(shipped(), pages)] if args.shipped else [*folds(pages)]
    fallen = measure(pages, parts, SEEN if args.shipped else FLOORS)
    if digest() != DIGEST:
        print(f"the data has changed: its digest is {digest()}")
    if fallen:
        sys.exit(f"below the floor: {', '.join(fallen)}")


if __name__ == "__main__":
    main()
