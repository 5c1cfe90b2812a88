"""How well two names are known to be one: `python -m benchmarks.pairs [--fit]`.

Reads ``../shared/data/names/pairs.csv`` (826 labelled pairs: typos, romanisations, initials, legal forms,
other people of nearly the same name; some labels are a matter of taste).  Prints the recall at a precision of
.94 for the whole, for the half that was looked at and the weights were fitted on, for the half kept aside,
and cross-validated with all pairs of one name in one fold; and the same for rapidfuzz.  ``--fit`` prints the
weights of ``cleaner.terms.likeness``.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import astuple
from pathlib import Path

import numpy as np

from cleaner.terms.likeness import WEIGHTS, compare, likeness

DATA = Path(__file__).parents[2] / "shared" / "data" / "names" / "pairs.csv"
DIGEST = "cfec1e99b182337f0a9931191e6bae2a7e88694b4c3da0a2ebff3d7e4a9c84e6"
PRECISION = 0.94
FLOORS = {"all": 0.60, "kept aside": 0.60, "cross-validated": 0.60}
FOLDS = 10
Pair = tuple[str, str, bool]


def pairs() -> list[Pair]:
    """Both names, and whether they are one."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return [(r["name1"], r["name2"], r["is_match"] == "true") for r in csv.DictReader(file)]


def digest(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def looked_at(pair: Pair) -> bool:
    """True for the half that the rules were written on."""
    return digest(pair[0] + pair[1]) % 2 == 0


def recall(scores: Sequence[float], rows: Sequence[Pair]) -> float:
    """The most recall at a precision of .94; pairs of one score stand or fall together."""
    ranked = sorted(zip(scores, (same for _, _, same in rows), strict=True), reverse=True)
    right, best = 0, 0
    for n, (score, same) in enumerate(ranked, 1):
        right += same
        if (n == len(ranked) or ranked[n][0] < score) and right >= PRECISION * n:
            best = right
    return best / sum(same for _, same in ranked)


def fit(rows: Sequence[Pair]) -> list[float]:
    """Weights by logistic regression (Newton's method, a little ridge), where there is anything to weigh."""
    compared = [(found, same) for a, b, same in rows if a != b and (found := compare(a, b))]
    x = np.array([(*astuple(found), 1.0) for found, _ in compared])
    y = np.array([same for _, same in compared], float)
    weights, scale = np.zeros(x.shape[1]), np.maximum(x.std(0), 1e-9)
    scale[-1] = 1
    z, ridge = x / scale, np.diag([1.0] * (x.shape[1] - 1) + [0.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ weights))
        hessian = (z * (p * (1 - p))[:, None]).T @ z + ridge
        weights += np.linalg.solve(hessian, z.T @ (y - p) - ridge @ weights)
    return [float(w) for w in weights / scale]


def scored(rows: Sequence[Pair], weights: Sequence[float] = WEIGHTS) -> list[float]:
    """The likeness of each pair under some weights."""
    return [likeness(a, b, weights) for a, b, _ in rows]


def cross_validated(rows: Sequence[Pair]) -> float:
    """Recall where each pair is judged by weights fitted on pairs of other names; mean of four foldings."""
    return sum(recall(_held_out(rows, salt), rows) for salt in "abcd") / 4


def _held_out(rows: Sequence[Pair], salt: str) -> list[float]:
    folds = [digest(min(a, b).casefold() + salt) % FOLDS for a, b, _ in rows]
    found = [0.0] * len(rows)
    for fold in range(FOLDS):
        weights = fit([r for r, f in zip(rows, folds, strict=True) if f != fold])
        for i in (i for i, f in enumerate(folds) if f == fold):
            found[i] = likeness(*rows[i][:2], weights)
    return found


def figures() -> dict[str, float]:
    """Recall at .94 by part."""
    rows = pairs()
    parts = {"all": rows, "looked at": [r for r in rows if looked_at(r)]}
    parts["kept aside"] = [r for r in rows if not looked_at(r)]
    found = {label: recall(scored(part), part) for label, part in parts.items()}
    return found | {"cross-validated": cross_validated(rows)}


def peers() -> dict[str, Callable[[str, str], float]]:
    """What a user would take."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import JaroWinkler

    def token_sort(a: str, b: str) -> float:
        return fuzz.token_sort_ratio(a.casefold(), b.casefold())

    def jaro_winkler(a: str, b: str) -> float:
        return JaroWinkler.similarity(a.casefold(), b.casefold())

    return {"rapidfuzz token_sort": token_sort, "rapidfuzz jaro_winkler": jaro_winkler}


def check() -> list[str]:
    """The figures that fell below their floors."""
    if not DATA.exists() or hashlib.sha256(DATA.read_bytes()).hexdigest() != DIGEST:
        return []
    found = figures()
    return [
        f"pairs, {name}: {found[name]:.3f} < {floor}" for name, floor in FLOORS.items() if found[name] < floor
    ]


def main() -> int:
    """Print; 1 if a floor is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fit", action="store_true", help="print the weights fitted on the half looked at")
    if parser.parse_args().fit:
        print(", ".join(f"{w:.3f}" for w in fit([r for r in pairs() if looked_at(r)])))
        return 0
    if not DATA.exists():
        print(f"no data at {DATA}: nothing measured")
        return 0
    rows = pairs()
    for name, value in figures().items():
        print(f"recall at precision .94, {name:16s} {value:.3f}   floor {FLOORS.get(name, '-')}")
    for name, peer in peers().items():
        print(f"  {name:38s} {recall([peer(a, b) for a, b, _ in rows], rows):.3f}")
    return 1 if check() else 0


if __name__ == "__main__":
    sys.exit(main())
