"""How much of a page the strip step takes out, and how much of the article.

    python benchmarks/boilerplate.py [--shipped]

Prints what ../shared/tools/score_boilerplate.py says of nothing done, the rules alone, the careful model
(the default) and the bold one; lifted fields are left out.  The models are cross-validated: each page is
judged by one that was trained without its site, which takes some minutes.  ``--shipped`` asks the shipped
model instead, which has seen these pages.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from cleaner.document import Document, Policy
from cleaner.pipeline import Step
from cleaner.steps import lift
from cleaner.steps.base import Setup
from cleaner.steps.strip.judge import MEASURED
from cleaner.steps.strip.model import LineModel, shipped
from cleaner.steps.strip.step import Strip
from training.boilerplate import DATA, SETS, Sample, folds, samples

SCORER = DATA.parents[1] / "tools" / "score_boilerplate.py"
DIGEST = "f88f43a140cc3d97"  # of the three files
FLOORS = {  # what the bold model, cross-validated, must reach at least; ``lost`` at most
    "rmain": {"F1": 0.940, "clean": 0.50, "lost": 0.011},
    "rall": {"F1": 0.900, "lost": 0.022},
    "multilingual": {"kept": 0.965, "removed": 0.45},
}
POLICIES = {"rules": Policy(), "careful": Policy(), "bold": Policy(apply_at=MEASURED[-1][1])}


def digest() -> str:
    """First 16 hex digits of the SHA-256 of the data."""
    data = b"".join((DATA / f"{kind}.dev.jsonl.xz").read_bytes() for kind in SETS)
    return hashlib.sha256(data).hexdigest()[:16]


def cleaned(pages: Iterable[Sample], step: Step) -> dict[tuple[str, str], str]:
    """The text of each page without its chrome and its fields, by (set, id)."""
    away = lift.build(lift.Options(), Setup())
    return {(s.kind, s.record["id"]): away(step(Document("", s.record["text"]))).text for s in pages}


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


def below(kind: str, said: str) -> list[str]:
    """The figures of a set that miss their floors."""
    figures = {name: float(value) for name, value in re.findall(r"(\w+) +([\d.]+)", said)}
    over = {name: -1 if name == "lost" else 1 for name in FLOORS[kind]}
    return [name for name, floor in FLOORS[kind].items() if figures[name] * over[name] < floor * over[name]]


def speed(pages: list[Sample], step: Step) -> str:
    """Megabytes of UTF-8 a second of processor time, one core."""
    texts = [s.record["text"] for s in pages if s.kind == "rmain"]
    start = time.process_time()
    for text in texts:
        step(Document("", text))
    return f"{sum(len(t.encode()) for t in texts) / 1e6 / (time.process_time() - start):.1f} MB/s"


def main() -> None:
    """Print a table a set."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--shipped", action="store_true", help="judge by the shipped model: quick, but in sample"
    )
    args = parser.parse_args()
    if not DATA.exists():
        sys.exit(f"{DATA} is absent: the pages are not shipped with the project")
    pages = samples()
    parts: list[tuple[LineModel, list[Sample]]] = [(shipped(), pages)] if args.shipped else [*folds(pages)]
    results: dict[str, dict[tuple[str, str], str]] = {"nothing": {}, "rules": {}, "careful": {}, "bold": {}}
    for model, held_out in parts:
        for name, policy in POLICIES.items():
            step = Strip(policy, None if name == "rules" else model)
            results[name] |= cleaned(held_out, step)
    fallen = []
    for kind in SETS:
        for name, texts in results.items():
            said = score(kind, texts, pages)
            print(f"{kind:13}{name:9}{said}")
            fallen += [f"{kind} {x}" for x in below(kind, said)] if name == "bold" else []
    for name, policy in POLICIES.items():
        print(f"speed        {name:9}{speed(pages, Strip(policy, None if name == 'rules' else parts[0][0]))}")
    if digest() != DIGEST:
        print(f"the data has changed: its digest is {digest()}")
    if fallen:
        sys.exit(f"below the floor: {', '.join(fallen)}")


if __name__ == "__main__":
    main()
