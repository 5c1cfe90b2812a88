"""Train the line model of the strip step, and write it to cleaner/steps/strip/model.npz.

    python training/boilerplate.py

Reads ``../shared/data/boilerplate/*.dev.jsonl.xz``; needs numpy alone; about a minute on one core.  It is
measured, by models that never saw a page's site, in ``benchmarks/boilerplate.py``.  A line's label is found
by its words: of the article if half of its runs of four words are in the page's true text.  Pages of one
site are never on both sides of a fold, and the second network is trained on what the first says of pages
it was not trained on.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # such small products are slower on two

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from cleaner.steps.strip.context import context  # noqa: E402
from cleaner.steps.strip.features import features, sights  # noqa: E402
from cleaner.steps.strip.model import LineModel, Network  # noqa: E402
from cleaner.steps.strip.page import Page, page_of  # noqa: E402
from cleaner.steps.strip.sequence import second_look  # noqa: E402

DATA = ROOT.parent / "shared" / "data" / "boilerplate"
SETS = ("rmain", "rall", "multilingual")
INNER, OUTER = 4, 5  # folds
LOOKS = 6  # second networks, of which the mean is taken
MIXED = 0.5  # weight of a page put together from three
BLIND = 0.2  # share of a line's features not shown at each step
UNITS, EPOCHS, BATCH, RATE, DECAY, DROPPED = 32, 25, 512, 3e-3, 1e-2, 0.2
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
                lines = features([page], [*sights([page])])
                found.append(Sample(kind, record, page, lines, np.array(labels)))
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


def network(inputs: Any, labels: Any, weights: Any, seed: int) -> Network:
    """Fit one network: Adam with decoupled weight decay, dropout, a falling rate."""
    random = np.random.default_rng(seed)
    mean, scale = inputs.mean(0), inputs.std(0) + 1e-2
    x = np.clip((inputs - mean) / scale, -5, 5).astype(np.float32)
    y, w = labels.astype(np.float32), (weights / weights.mean()).astype(np.float32)
    n, d = x.shape
    theta = [
        random.normal(0, d**-0.5, (d, UNITS)).astype(np.float32),
        np.zeros(UNITS, np.float32),
        random.normal(0, UNITS**-0.5, UNITS).astype(np.float32),
        np.zeros(1, np.float32),
    ]
    m, v = [np.zeros_like(p) for p in theta], [np.zeros_like(p) for p in theta]
    steps, step = EPOCHS * -(-n // BATCH), 0
    for _ in range(EPOCHS):
        order = random.permutation(n)
        for at in range(0, n, BATCH):
            rows = order[at : at + BATCH]
            step += 1
            rate = RATE * (1 - step / steps) + 1e-5
            seen = x[rows] * (random.random((len(rows), d), dtype=np.float32) >= BLIND)
            for i, g in enumerate(_gradient(theta, seen, y[rows], w[rows], random)):
                m[i] = 0.9 * m[i] + 0.1 * g
                v[i] = 0.999 * v[i] + 0.001 * g * g
                push = m[i] / (1 - 0.9**step) / (np.sqrt(v[i] / (1 - 0.999**step)) + 1e-8)
                theta[i] -= np.float32(rate) * (push + (DECAY * theta[i] if i in (0, 2) else 0))
    return Network(mean.astype(np.float32), scale.astype(np.float32), *theta)


def _gradient(theta: list[Any], x: Any, y: Any, w: Any, random: np.random.Generator) -> tuple[Any, ...]:
    """Of the weighted log loss of one batch, some units left out."""
    raw = x @ theta[0] + theta[1]
    mask = (random.random(raw.shape, dtype=np.float32) >= DROPPED) / np.float32(1 - DROPPED)
    units = np.maximum(raw, 0) * mask
    error = (1 / (1 + np.exp(-(units @ theta[2] + theta[3]))) - y) * w / np.float32(len(y))
    back = np.outer(error, theta[2]) * mask * (raw > 0)
    return x.T @ back, back.sum(0), units.T @ error, error.sum(keepdims=True)


def joined(nets: Sequence[Network]) -> Network:
    """One network that gives the mean of several: their units side by side, one scale for all."""
    mean, scale = nets[0].mean, nets[0].scale
    hidden = [net.hidden * (scale / net.scale)[:, None] for net in nets]
    bias = [net.bias + ((mean - net.mean) / net.scale) @ net.hidden for net in nets]
    out = np.concatenate([net.out for net in nets]) / np.float32(len(nets))
    shift = np.mean([net.shift for net in nets], axis=0)
    return Network(mean, scale, np.concatenate(hidden, 1), np.concatenate(bias), out, shift)


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
