"""How well and how fast garbled names are repaired: `python -m benchmarks.names [PART…]`.

Parts, all by default: ``mt`` (system outputs of wmt21 against their human references, right forms alone
given: all, the two thirds that the weights were fitted on, and the third kept aside), ``clean`` (clean
English, with that glossary and with 100,000 other names), ``russian`` (full names of two romanised
spellings among 100,000 entries, with and without the native form, of spellings kept aside), ``calibration``
(is an edit of .9 right nine times in ten?), ``speed``.  Reads ``../shared/data/names``; exits 1 if a floor is
missed.  Times are processor time.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from benchmarks.names_data import DATA, ROOT, base, full_names, holds, names, segments, variants
from benchmarks.names_speed import speed
from cleaner.document import Document, Policy
from cleaner.edit import Edit, apply
from cleaner.terms.entry import Entry
from cleaner.terms.evidence import confidence
from cleaner.terms.repair import Matcher
from cleaner.terms.unseen import Unseen

FLOORS = {
    "several words confirmed": 0.985,
    "several words recovered": 0.62,
    "one word confirmed": 0.90,
    "one word recovered": 0.35,
    "russian without native, recall at .99": 0.55,
    "russian with native, recall at .99": 0.62,
}
CEILINGS = {"clean letter changes in 10,000 words": 0.5, "clean with 100,000 others": 1.0}
missed: list[str] = []


def say(name: str, value: float) -> None:
    """Print a figure beside its floor or ceiling."""
    bound = FLOORS.get(name, CEILINGS.get(name))
    bad = bound is not None and (value < bound if name in FLOORS else value > bound)
    missed.extend([name] if bad else [])
    print(
        f"  {name:45s} {value:8.3f}"
        + (f"   {'MISSED' if bad else 'floor'} {bound}" if bound is not None else "")
    )


def repaired(matcher: Matcher, text: str) -> list[Edit]:
    """The edits that would be made."""
    doc = Document("d", text).revise("normalize", matcher.edits(text), Policy())
    return [c.edit for c in doc.changes() if c.state == "made"]


def mt() -> None:
    """Confirmed and recovered names, as ../shared/tools/score_names.py counts them."""
    matcher = Matcher(base(names()))
    numbered = list(enumerate(segments()))
    parts: dict[str, Callable[[int], bool]] = {
        "all": lambda n: True,
        "fitted on": lambda n: (n // 50) % 3 != 0,
        "kept aside": lambda n: (n // 50) % 3 == 0,
    }
    for label, chosen in parts.items():
        print(f"mt, {label}")
        _score(matcher, [s for n, s in numbered if chosen(n)], "" if label == "all" else f", {label}")


def _score(matcher: Matcher, rows: Sequence[dict[str, list[str]]], suffix: str) -> None:
    count: Counter[tuple[str, str]] = Counter()
    for segment in rows:
        common = [n for n in names() if all(holds(r, n) for r in segment["refs"])]
        for hyp in segment["hyps"]:
            edits = repaired(matcher, hyp)
            out = apply(hyp, edits)
            for kind, several in (("several words", True), ("one word", False)):
                lost = [n for n in common if (" " in n) == several and not holds(hyp, n)]
                made = [e for e in edits if (" " in e.new) == several]
                count[kind, "lost"] += len(lost)
                count[kind, "found"] += sum(holds(out, n) for n in lost) if made else 0
                count[kind, "made"] += len(made)
                count[kind, "right"] += sum(any(holds(r, e.new) for r in segment["refs"]) for e in made)
    for kind in ("several words", "one word"):
        say(f"{kind} confirmed{suffix}", count[kind, "right"] / max(1, count[kind, "made"]))
        say(f"{kind} recovered{suffix}", count[kind, "found"] / max(1, count[kind, "lost"]))


def calibration() -> None:
    """Share of right edits by confidence, of those proposed too."""
    matcher, bins = Matcher(base(names())), defaultdict(lambda: [0, 0])
    for segment in segments():
        for hyp in segment["hyps"]:
            for edit in Document("d", hyp).revise("n", matcher.edits(hyp), Policy(0.5, 0.5)).changes():
                if edit.state == "made":
                    found = bins[min(int(edit.edit.confidence * 20) / 20, 0.95)]
                    found[0] += any(holds(r, edit.edit.new) for r in segment["refs"])
                    found[1] += 1
    print("calibration: confidence, right, share")
    for low, (right, n) in sorted(bins.items()):
        print(f"  {low:.2f}-{low + 0.05:.2f}  {right:4d}/{n:<4d}  {right / n:.3f}")


def clean() -> None:
    """Letter changes in clean English."""
    others = [name for name, _ in full_names(70_000, 1)]
    others += [v[0] for v in list(variants().values())[:30_000]]
    lines = (DATA / "clean-english.dev.txt").read_text("utf-8").split("\n")
    words = sum(len(line.split()) for line in lines)
    print(f"clean English, {words} words")
    for label, forms in zip(CEILINGS, (names(), (*names(), *others)), strict=True):
        matcher = Matcher(base(forms))
        edits = [e for line in lines for e in repaired(matcher, line)]
        letters = [e for e in edits if e.old.casefold() != e.new.casefold()]
        say(label, len(letters) / words * 1e4)
        for change, n in Counter(f"{e.old} -> {e.new}" for e in letters).most_common(5):
            print(f"      {n} {change}")


def russian() -> None:
    """Full names of two other spellings, each to be found among 100,000 entries."""
    from training.names import kept_aside, spellings

    aside = kept_aside(list(spellings(ROOT.parent / "shared")))
    several = [c for c, v in sorted(variants().items()) if len(v) > 1 and c in aside]
    rng, queries, entries = random.Random(5), [], {}
    for _ in range(2_000):
        (a1, a2), (b1, b2) = (rng.sample(variants()[rng.choice(several)], 2) for _ in "ab")
        native = {s: c for c in several for s in variants()[c]}
        entries[f"{a1} {b1}"] = f"{native[a1].title()} {native[b1].title()}"
        queries.append((f"{a2} {b2}", f"{a1} {b1}"))
    for name, native_form in full_names(98_000, 5):
        entries.setdefault(name, native_form)
    print(f"russian variants, {len(queries)} names among {len(entries)}")
    for label, given in (("without", False), ("with", True)):
        found = Unseen([Entry(n, n, native=(c,) if given else ()) for n, c in entries.items()])
        say(f"russian {label} native, recall at .99", _recall(found, queries, len(entries)))


def _recall(unseen: Unseen, queries: Sequence[tuple[str, str]], size: int) -> float:
    """Most queries found right at a precision of .99, the surest first."""
    judged = []
    for span, wanted in queries:
        if spelling := unseen.spelling(span):
            judged.append((confidence(span, spelling, size), spelling.entry.preferred == wanted))
    judged.sort(key=lambda j: -j[0])
    right, best = 0, 0
    for n, (_, good) in enumerate(judged, 1):
        right += good
        best = right if right >= 0.99 * n else best
    made = [good for sure, good in judged if sure >= Policy().apply_at]
    print(f"      at the default policy: {sum(made) / len(queries):.3f} found, {sum(made)}/{len(made)} right")
    return best / len(queries)


PARTS = {"mt": mt, "clean": clean, "russian": russian, "calibration": calibration, "speed": speed}


def main() -> int:
    """Run the parts; 1 if a floor was missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART", choices=[[], *PARTS], default=[])
    chosen = parser.parse_args().parts or list(PARTS)
    if not DATA.exists():
        print(f"no data at {DATA}: nothing measured")
        return 0
    for part in chosen:
        PARTS[part]()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
