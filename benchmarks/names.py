"""How well and how fast garbled names are repaired: `python -m benchmarks.names [PART…]`.

Parts, all by default: ``mt`` (system outputs of wmt21 against their human references, right forms alone
given: all, the two thirds that the weights were fitted on, and the third kept aside), ``clean`` (clean
English, with that glossary and with 100,000 other names), ``russian`` (full names of two romanised
spellings among 100,000 entries, with and without the native form, of spellings kept aside), ``others`` (clean
news with the names of other news as entries), ``abroad`` (the same in other languages), ``near`` (labelled
pairs of names: which become the other), ``calibration`` (is an edit of .9 right nine times in ten?),
``speed``.  Reads ``../shared/data/names``; exits 1 if a floor is missed.  Times are processor time.
"""

from __future__ import annotations

import argparse
import hashlib
import lzma
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from benchmarks import names_calibration, names_russian
from benchmarks.names_data import DATA, base, full_names, holds, kept_aside, names, segments, variants
from benchmarks.names_speed import speed
from benchmarks.pairs import pairs
from cleaner.document import Document, Policy
from cleaner.edit import Edit, apply
from cleaner.terms.rarity import ordinary
from cleaner.terms.repair import Matcher

FLOORS = {
    "several words confirmed": 0.985,
    "several words recovered": 0.62,
    "one word confirmed": 0.90,
    "one word recovered": 0.35,
    "russian without native, recall at .99": 0.55,
    "russian with native, recall at .99": 0.62,
    "edits of .9 right, fitted on": 0.90,
    "edits of .9 right, kept aside": 0.90,
}
CEILINGS = {"clean letter changes in 10,000 words": 0.5, "clean with 100,000 others": 1.0}
DIGEST = "ab675050b6bdd31ba238ca39e5da6e158e6ffc011939a0e4099dfcb210aac641"
"""Of the data that the floors were set on: glossary, system outputs, clean English."""
NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]*\w(?: [A-Z][\w'’-]*\w){0,2}(?<!['’]s)")
missed: list[str] = []


def say(name: str, value: float) -> None:
    """Print a figure beside its floor or ceiling, and note a miss."""
    bound = FLOORS.get(name, CEILINGS.get(name))
    bad = bound is not None and (value < bound if name in FLOORS else value > bound)
    missed.extend([f"{name}: {value:.3f}, bound {bound}"] if bad else [])
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
        "fitted on": lambda n: not kept_aside(n),
        "kept aside": kept_aside,
    }
    for label, chosen in parts.items():
        print(f"mt, {label}")
        score(
            partial(repaired, matcher),
            [s for n, s in numbered if chosen(n)],
            "" if label == "all" else f", {label}",
        )


def score(repair: Callable[[str], list[Edit]], rows: Sequence[dict[str, list[str]]], suffix: str) -> None:
    """Print confirmed and recovered of what a function would edit."""
    count: Counter[tuple[str, str]] = Counter()
    for segment in rows:
        common = [n for n in names() if all(holds(r, n) for r in segment["refs"])]
        for hyp in segment["hyps"]:
            edits = repair(hyp)
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


def clean() -> None:
    """Letter changes in clean English."""
    print("clean English")
    _clean(dict(zip(CEILINGS, (names(), (*names(), *crowd())), strict=True)))


def crowd() -> list[str]:
    """100,000 names of other people."""
    return [n for n, _ in full_names(70_000, 1)] + [v[0] for v in list(variants().values())[:30_000]]


def _clean(glossaries: dict[str, Sequence[str]]) -> None:
    lines = corpora()[0]
    for label, forms in glossaries.items():
        changes = letter_changes(Matcher(base(forms)), lines)
        say(label, changes.total() / sum(len(line.split()) for line in lines) * 1e4)
        for change, n in changes.most_common(5):
            print(f"      {n} {change}")


def letter_changes(matcher: Matcher, lines: Sequence[str]) -> Counter[str]:
    """What would become what, but for capitals."""
    edits = (e for line in lines for e in repaired(matcher, line))
    return Counter(f"{e.old} -> {e.new}" for e in edits if e.old.casefold() != e.new.casefold())


def corpora() -> list[list[str]]:
    """Clean English news of four sets; the first is the one that floors are set on."""
    shared = DATA.parent
    with lzma.open(shared / "sentences" / "eng.txt.xz", "rt", encoding="utf-8") as file:
        texts = [(DATA / "clean-english.dev.txt").read_text("utf-8"), file.read()]
    texts += [(shared / "mt" / f"newstest2019.{s}-en.en").read_text("utf-8") for s in ("de", "ru")]
    return [text.split("\n") for text in texts]


def others() -> None:
    """Letter changes in each set, with the names of the three others as entries: nobody's garbles."""
    changes: Counter[str] = Counter()
    sets = corpora()
    for own in sets:
        forms = strangers(own, [lines for lines in sets if lines is not own])
        changes += letter_changes(Matcher(base(forms)), own)
    words = sum(len(line.split()) for own in sets for line in own)
    print(f"clean English with the names of other news as entries, {words} words")
    say("clean with the names of other news", changes.total() / words * 1e4)
    for change, n in changes.most_common(12):
        print(f"      {n} {change}")


def strangers(own: Sequence[str], others: Sequence[Sequence[str]]) -> list[str]:
    """Names in other texts that do not stand in one."""
    text = "\n".join(own)
    named = sorted({m[0] for lines in others for m in NAME.finditer("\n".join(lines))})
    return [n for n in named if n not in text and len(n) > 3 and not all(map(ordinary, n.split(" ")))]


def abroad() -> None:
    """Letter changes in clean news that is not English, with the names of English news as entries."""
    for lang, code in {"de": "deu", "fr": "fra", "es": "spa", "pl": "pol", "tr": "tur"}.items():
        with lzma.open(DATA.parent / "sentences" / f"{code}.txt.xz", "rt", encoding="utf-8") as file:
            own = file.read().split("\n")
        matcher = Matcher(base(strangers(own, corpora()), lang=""), lang)
        proposed = sum(e.confidence >= Policy().suggest_at for line in own for e in matcher.garbles(line))
        words = sum(len(line.split()) for line in own) / 1e4
        print(f"clean {lang} with the names of English news: {proposed / words:.1f} proposed in 10,000 words")
        say(f"clean {lang}, made", letter_changes(matcher, own).total() / words)


def near() -> None:
    """Names of somebody else that are nearly an entry, and other spellings of it: how many become it."""
    made: dict[bool, list[bool]] = {True: [], False: []}
    for a, b, one in pairs():
        for form, other in ((a, b), (b, a)):
            if form != other:
                edits = repaired(Matcher(base([form])), f"On Monday, {other} said so.")
                made[one].append(bool(edits))
    print("labelled pairs of names, one the entry, the other in a sentence")
    say(f"somebody else's, of {len(made[False])}", sum(made[False]) / len(made[False]))
    say(f"another spelling, of {len(made[True])}", sum(made[True]) / len(made[True]))


def calibration() -> None:
    """The reliability table."""
    for name, value in names_calibration.calibration().items():
        say(name, value)


def russian() -> None:
    """Full names of two other spellings among 100,000 entries."""
    for name, value in names_russian.russian().items():
        say(name, value)


PARTS = {
    "mt": mt,
    "clean": clean,
    "others": others,
    "abroad": abroad,
    "near": near,
    "russian": russian,
    "calibration": calibration,
    "speed": speed,
}


def check() -> list[str]:
    """The floors that are missed, but for those that want 100,000 entries."""
    files = ("mt-names.dev.glossary.tsv", "mt-names.dev.jsonl.xz", "clean-english.dev.txt")
    if (
        not DATA.exists()
        or hashlib.sha256(b"".join((DATA / f).read_bytes() for f in files)).hexdigest() != DIGEST
    ):
        return []
    missed.clear()
    mt()
    _clean({"clean letter changes in 10,000 words": names()})
    calibration()
    return list(missed)


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
