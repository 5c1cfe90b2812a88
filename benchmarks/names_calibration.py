"""Are edits right as often as their confidence says?  On the data fitted on, and on the third kept aside."""

from __future__ import annotations

from collections import defaultdict

from benchmarks.names_data import base, holds, kept_aside, names, segments
from cleaner.document import Document, Policy
from cleaner.terms.repair import Matcher

STEPS = (0.5, 0.65, 0.75, 0.85, 0.9, 0.95)
Judged = tuple[bool, bool, float, str, bool]
"""Kept aside, of several words, confidence, what becomes what, right."""


def judged() -> list[Judged]:
    """Every edit made or proposed on the system outputs."""
    matcher, found = Matcher(base(names())), []
    for number, segment in enumerate(segments()):
        for hyp in segment["hyps"]:
            doc = Document("d", hyp).revise("n", matcher.edits(hyp), Policy(STEPS[0], STEPS[0]))
            for edit in (c.edit for c in doc.changes() if c.state == "made"):
                right = any(holds(r, edit.new) for r in segment["refs"])
                change = f"{edit.old} -> {edit.new}"
                found.append((kept_aside(number), " " in edit.new, edit.confidence, change, right))
    return found


def share(edits: list[Judged]) -> tuple[float, float]:
    """Share of right edits; and of right changes, each counted once however often it was made."""
    once: dict[str, list[bool]] = defaultdict(list)
    for *_, change, right in edits:
        once[change].append(right)
    every = [right for rights in once.values() for right in rights]
    return sum(every) / max(1, len(every)), sum(sum(r) / len(r) for r in once.values()) / max(1, len(once))


def calibration() -> dict[str, float]:
    """Print the reliability table; return the share of right edits among those of .9 and more, by part."""
    edits, found = judged(), {}
    print("calibration: confidence, edits, right, different changes, right")
    for aside, part in ((False, "fitted on"), (True, "kept aside")):
        for several, kind in ((True, "several words"), (False, "one word")):
            print(f"  {kind}, {part}")
            for low, high in zip(STEPS, (*STEPS[1:], 1.01), strict=True):
                inside = [e for e in edits if e[:2] == (aside, several) and low <= e[2] < high]
                print(f"    {low:.2f}-{min(high, 1):.2f} {_row(inside)}")
        found[f"edits of .9 right, {part}"] = share([e for e in edits if e[0] == aside and e[2] >= 0.9])[0]
    return found


def _row(edits: list[Judged]) -> str:
    right, different = share(edits)
    count = len({change for *_, change, _ in edits})
    return f"{len(edits):4d} {right:.2f} {count:4d} {different:.2f}" if edits else "   -"
