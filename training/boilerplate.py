"""Train the line model of the strip step, and write it to cleaner/steps/strip/model.npz.

    python -m training.boilerplate

Reads ``../shared/data/boilerplate/*.dev.jsonl.xz``; needs numpy alone; some 15 s on one core
(OPENBLAS_NUM_THREADS=1: on two such small products are slower).  It is measured, by models that never saw a
page's site, in ``benchmarks/boilerplate.py``.  A line's label is found by its words: of the article if half
of its runs of four words are in the page's true text.  Pages of one site are never on both sides of a fold,
and the second network is trained on what the first says of pages it was not trained on.  Whole pages are few,
so new ones are put together: the article of one between what stands above another and below a third.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import numpy as np
from numpy.typing import NDArray

from cleaner.steps.strip.context import context
from cleaner.steps.strip.features import features
from cleaner.steps.strip.model import LineModel, Network
from cleaner.steps.strip.page import Page, page_of
from cleaner.steps.strip.sequence import second_look
from training.network import joined, network

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data" / "boilerplate"
SETS = ("rmain", "rall", "multilingual")
INNER, OUTER = 4, 5  # folds
LOOKS = 6  # second networks, of which the mean is taken
MIXED = 0.5  # weight of a page put together from three
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Sample:
    """A page, its features, and a label a line: 1 of the article, 0 of the page, -1 unknown."""

    kind: str
    record: dict[str, Any]
    page: Page
    lines: NDArray[np.float32]
    labels: NDArray[np.int64]

    def fold(self, folds: int, salt: str = "") -> int:
        """The same for all pages of a site."""
        site = ".".join((urlparse(self.record.get("url", self.record["id"])).netloc or "?").split(".")[-2:])
        return int(hashlib.md5((salt + site).encode()).hexdigest(), 16) % folds


def samples() -> list[Sample]:
    """Every page of the data that has text."""
    found = []
    for kind in SETS:
        with lzma.open(DATA / f"{kind}.dev.jsonl.xz", "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        for record in records:
            page = page_of(record["text"])
            if page.lines:
                labels = _labels(record, page) if "truth" in record else _hinted(record, page)
                seen = features([page])
                found.append(Sample(kind, record, page, seen, np.array(labels)))
    return found


def _labels(record: dict[str, Any], page: Page) -> list[int]:
    """By the true text; titles count neither way, and a short line found in it goes with its neighbours."""
    truth = _WORD.findall(record["truth"])
    runs, whole = {tuple(truth[i : i + 4]) for i in range(len(truth))}, f" {' '.join(truth)} "
    titles = {_plain(t).casefold() for t in record["titles"]}
    first: list[int] = []
    for line in page.lines:
        words = _WORD.findall(line.text)
        if not words or _plain(line.text).casefold() in titles:
            first.append(-1)
        elif len(words) < 4:
            first.append(2 if f" {' '.join(words)} " in whole else 0)
        else:
            own = [tuple(words[i : i + 4]) for i in range(len(words) - 3)]
            first.append(int(sum(run in runs for run in own) >= len(own) / 2))
    above = range(first.index(1)) if 1 in first else range(0)
    for i in [i for i in above if first[i] == -1 and len(_WORD.findall(page.lines[i].text)) > 2][-1:]:
        first[i] = 1  # the headline
    return [_settled(first, i) if label == 2 else label for i, label in enumerate(first)]


def _settled(labels: Sequence[int], at: int) -> int:
    before = next((x for x in reversed(labels[:at]) if x in (0, 1)), 0)
    after = next((x for x in labels[at:] if x in (0, 1)), 0)
    return 1 if before and after else -1 if before or after else 0


def _hinted(record: dict[str, Any], page: Page) -> list[int]:
    """By segments known to be of the article, or known not to be."""
    text = _plain(record["text"])
    body = [s for s in map(_plain, record["with"]) if s in text]
    chrome = [s for s in map(_plain, record["without"]) if s in text]
    labels = []
    for line in (_plain(x.text) for x in page.lines):
        inside = any(s in line or (line in s and len(line) > 30) for s in body)
        labels.append(1 if inside else 0 if any(s in line for s in chrome) else -1)
    return labels


def _plain(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True)
class Lesson:
    """What is learnt from: the lines of a page, what the first network sees of them, labels and weights."""

    lines: NDArray[np.float32]
    seen: NDArray[np.float32]
    labels: NDArray[np.int64]
    weights: NDArray[np.float64]
    fold: int


def _lesson(lines: NDArray[np.float32], labels: NDArray[np.int64], fold: int, weight: float) -> Lesson:
    """Lines weigh by the root of their words, a page by the root of its lines."""
    words = np.sqrt(np.maximum(np.rint(np.expm1(lines[:, 1])), 1)).astype(np.float64)
    weights = words / words.sum() * len(words) ** 0.5 * weight
    return Lesson(lines, context(lines, [len(lines)]), labels, weights, fold)


def lessons(pages: Sequence[Sample]) -> list[Lesson]:
    """The pages, and whole pages anew: an article between what stands above one and below another."""
    random, found = np.random.default_rng(5), []
    found = [_lesson(s.lines, s.labels, s.fold(INNER, "inner"), 1.0) for s in pages]
    whole = [s for s in pages if s.kind == "rall" and (s.labels == 1).sum() > 1]
    for fold in range(INNER):  # what is mixed is of one fold, so that none learns what it is asked
        of_fold = [s for s in whole if s.fold(INNER, "inner") == fold]
        for page in of_fold:
            above, below = (of_fold[random.integers(len(of_fold))] for _ in range(2))
            parts = [(above, slice(0, _body(above).start)), (page, _body(page))]
            parts += [(below, slice(_body(below).stop, None))]
            lines = np.concatenate([s.lines[part] for s, part in parts])
            labels = np.concatenate([s.labels[part] for s, part in parts])
            found.append(_lesson(lines, labels, fold, MIXED))
    return found


def _body(page: Sample) -> slice:
    """From the first line of the article to the last."""
    at = np.flatnonzero(page.labels == 1)
    return slice(int(at[0]), int(at[-1]) + 1)


def trained(pages: Sequence[Sample]) -> LineModel:
    """Fit both networks."""
    all_of_them = lessons(pages)
    inner = [[x for x in all_of_them if x.fold != fold] for fold in range(INNER)]
    firsts = [_fit(part, [x.seen for x in part], seed) for seed, part in enumerate(inner)]
    odds = [firsts[x.fold].log_odds(x.seen) for x in all_of_them]
    again = [second_look(o, x.lines, [len(x.lines)]) for o, x in zip(odds, all_of_them, strict=True)]
    return LineModel(joined(firsts), joined([_fit(all_of_them, again, 100 + k) for k in range(LOOKS)]))


def _fit(part: Sequence[Lesson], inputs: Sequence[Any], seed: int) -> Network:
    known = [x.labels >= 0 for x in part]
    rows = np.concatenate([x[k] for x, k in zip(inputs, known, strict=True)])
    labels = np.concatenate([x.labels[k] for x, k in zip(part, known, strict=True)])
    weights = np.concatenate([x.weights[k] for x, k in zip(part, known, strict=True)])
    return network(rows, labels, weights, seed)


def folds(pages: Sequence[Sample]) -> Iterator[tuple[LineModel, list[Sample]]]:
    """Models, each with the pages of the sites that it never saw."""
    for fold in range(OUTER):
        model = trained([s for s in pages if s.fold(OUTER) != fold])
        yield model, [s for s in pages if s.fold(OUTER) == fold]


def main() -> None:
    """Train and write."""
    pages = samples()
    model = trained(pages)
    stored = {
        f"{name}_{field}": getattr(net, field).astype(np.float16 if field == "hidden" else np.float32)
        for name, net in (("first", model.first), ("second", model.second))
        for field in Network.__slots__
    }
    np.savez_compressed(ROOT / "cleaner" / "steps" / "strip" / "model.npz", **stored)


if __name__ == "__main__":
    main()
