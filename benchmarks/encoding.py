"""Encodings, beside ftfy and charset-normalizer: `python benchmarks/encoding.py [--every N] [PART…]`.

    uv run --with charset-normalizer python benchmarks/encoding.py

Parts: ``restore`` (documents written in one encoding and read in another: how many come back exactly, for
each confusion that ftfy cannot undo, and for those it can), ``layers`` (the same twice or three times, and
one sentence of a clean document), ``cases`` (those of ftfy), ``clean`` (sentences of 26 languages changed),
``bytes`` (three sentences in 30 encodings), ``speed``.  Every Nth document is taken (10).  Exits 1 if a floor
is missed.  What an encoding cannot write is written beforehand as typists would: a straight quotation mark.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.encoding_data import (
    BYTES,
    DATA,
    DIGEST,
    READ,
    WRITTEN,
    confused,
    confusions,
    documents,
    foreign,
    in_threes,
    misread,
    one_line,
    sentences,
    writable,
)
from cleaner.document import Document
from cleaner.errors import DecodeError
from cleaner.steps.base import Setup
from cleaner.steps.repair import Options, build
from cleaner.text.decode import decode

FLOORS = {"clean": 1 / 5000, "bytes": 0.99, "speed": 2.0, "line": 0.87, "worse": 0.02}
POOLED = {
    "rus": 0.98,
    "ukr": 0.98,
    "bul": 0.98,
    "pol": 0.97,
    "ces": 0.97,
    "hun": 0.97,
    "tur": 0.97,
} | dict.fromkeys(("deu", "fra", "spa"), 0.95)
"""All confusions of a language together, on a part of the data."""
STEP = build(Options(), Setup())


def repaired(text: str) -> str:
    """What the repair step makes of a text."""
    return STEP(Document("benchmark", text)).text


def by_ftfy(text: str) -> str:
    """What ftfy makes of it with the same options, line by line."""
    from ftfy import fix_text

    return fix_text(
        text, uncurl_quotes=False, fix_character_width=False, fix_latin_ligatures=False, fix_line_breaks=False
    )


def undone(text: str) -> bool:
    """Whether rules that undo encodings change a text."""
    rules = {"repair.encoding", "repair.mojibake", "repair.utf8", "repair.c1"}
    return any(c.edit.rule in rules for c in STEP(Document("benchmark", text)).changes() if c.state == "made")


def exact(pairs: Iterable[tuple[str, str]], fix: Callable[[str], str]) -> float:
    """Share of (right, wrong) of which the wrong one is put right exactly."""
    hits = [fix(wrong) == right for right, wrong in pairs]
    return sum(hits) / len(hits)


def restore(every: int) -> Iterator[str]:
    """Each confusion; yields what misses its floor."""
    print("restored exactly          lost to ftfy: lowest  mean (confusions)   others: ours  ftfy")
    grace = int(every > 1)  # a sample of six documents is too small to miss a floor by one
    for lang, (encodings, floor) in WRITTEN.items():
        lost, rest = {}, []
        for written in encodings:
            for read in READ:
                if read != written and (pairs := confused(lang, written, read, every)):
                    ours, theirs = exact(pairs, repaired), exact(pairs, by_ftfy)
                    if theirs:
                        rest.append((ours, theirs))
                        continue
                    lost[f"{written} read as {read}"] = ours
                    if ours * len(pairs) + grace < floor * len(pairs):
                        yield f"{lang}: {written} read as {read} {ours:.3f} < {floor}"
        lowest, mean = min(lost, key=lost.__getitem__), sum(lost.values()) / len(lost)
        both = [f"{sum(column) / len(rest):.3f}" for column in zip(*rest, strict=True)]
        print(
            f"{lang}  {lost[lowest]:.3f} {lowest:30} {mean:.3f} ({len(lost)})   {both} ({len(rest)})",
            flush=True,
        )


def layers(every: int) -> Iterator[str]:
    """Read wrongly more than once; one sentence of a clean document."""
    chains = {
        "UTF-8 as cp1252, twice": (("utf-8", "cp1252"),) * 2,
        "UTF-8 as cp1252, three times": (("utf-8", "cp1252"),) * 3,
        "UTF-8 as cp1251, twice": (("utf-8", "cp1251"),) * 2,
        "cp1251 as cp1252, then UTF-8 as cp1252": (("cp1251", "cp1252"), ("utf-8", "cp1252")),
        "KOI8-R as cp1251, then UTF-8 as cp1251": (("koi8-r", "cp1251"), ("utf-8", "cp1251")),
    }
    for name, chain in chains.items():
        pairs = []
        for text in documents("rus", every):
            right = wrong = writable(text, chain[0][0])
            for written, read in chain:
                wrong = misread(wrong, written, read)
            pairs.append((right, wrong))
        print(
            f"rus  {name:40} ours {exact(pairs, repaired):.3f}  ftfy {exact(pairs, by_ftfy):.3f}", flush=True
        )
    yield from ()


def line(every: int) -> Iterator[str]:
    """One line of a clean document read wrongly, in every confusion: put right, left as it is, made worse."""
    ends: Counter[str] = Counter()
    for lang, written, read in confusions():
        for right, wrong in one_line(lang, written, read, 8 * every):
            ends[_end(right, wrong, repaired(wrong))] += 1
    right, worse = ends["right"] / ends.total(), ends["worse"] / ends.total()
    print(f"one line read wrongly: right {right:.3f}, worse {worse:.3f} ({ends.total()})", flush=True)
    if right < FLOORS["line"] or worse > FLOORS["worse"]:
        yield f"line: right {right:.3f}, worse {worse:.3f}"


def _end(right: str, wrong: str, ours: str) -> str:
    if ours == right:
        return "right"
    words = zip(right.split(" "), wrong.split(" "), ours.split(" "), strict=False)
    return "left" if all(ours in (right, wrong) for right, wrong, ours in words) else "worse"


def cases(every: int) -> Iterator[str]:
    """The cases of ftfy itself: as ftfy does, or as they should be."""
    from ftfy import fix_encoding, fix_text

    for path in sorted((DATA / "mojibake").glob("*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        wanted = {
            c["original"]: {c["fixed"], c.get("fixed-encoding"), fix_encoding(c["original"])}
            for c in found
            if c["expect"] == "pass"
        }
        good = [{repaired(text), fix_text(repaired(text))} & right != set() for text, right in wanted.items()]
        print(f"{path.name:22} as ftfy or better: {sum(good)} of {len(good)}", flush=True)
        if not all(good):
            yield f"{path.name}: {len(good) - sum(good)} unlike ftfy"


def clean(every: int) -> Iterator[str]:
    """Clean sentences that are changed by the rules that undo encodings."""
    total = changed = 0
    for path in sorted((DATA / "sentences").glob("*.xz")):
        for text in sentences(path.name.partition(".")[0])[:: max(every // 10, 1)]:
            total += 1
            if undone(text):
                changed += 1
                print(f"  changed: {path.name[:3]} {text[:80]!r}")
    print(f"clean sentences changed: {changed} of {total}", flush=True)
    if changed > FLOORS["clean"] * total:
        yield f"clean: {changed} of {total}"
    mixed = list(foreign(every))
    harmed = [text for text in mixed if undone(text)]
    print(f"documents with a foreign line changed: {len(harmed)} of {len(mixed)}", flush=True)
    if harmed:
        yield f"foreign: {len(harmed)} of {len(mixed)}"


def by_charset_normalizer(data: bytes) -> str:
    """What charset-normalizer reads."""
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return str(best) if best else ""


def in_bytes(every: int, theirs: bool = True) -> Iterator[str]:
    """Three sentences in thirty encodings, read by us and by charset-normalizer."""
    ours_all, theirs_all, misses = [], [], {}
    for langs, encoding in ((langs, e) for langs, encodings in BYTES.items() for e in encodings.split()):
        texts = [text for lang in langs.split() for text in in_threes(lang, encoding, every)]
        good = [read_by_us(text.encode(encoding)) == text for text in texts]
        if theirs:
            theirs_all += [by_charset_normalizer(text.encode(encoding)) == text for text in texts]
        ours_all += good
        if not all(good):
            misses[encoding] = round(sum(good) / len(good), 3)
    ours, others = (sum(found) / max(len(found), 1) for found in (ours_all, theirs_all))
    print(
        f"bytes read right: ours {ours:.3f}, charset-normalizer {others:.3f} ({len(ours_all)} texts)",
        flush=True,
    )
    print(f"  below 1: {misses}")
    if ours < FLOORS["bytes"]:
        yield f"bytes: {ours:.3f}"


def read_by_us(data: bytes) -> str:
    """The text of some bytes, if they have one."""
    try:
        return decode(data).text
    except DecodeError:
        return ""


def speed(every: int) -> Iterator[str]:
    """Megabytes of clean documents a second of processor time."""
    for lang in ("eng", "deu", "rus", "pol", "arb"):
        texts = documents(lang, 1)
        size = sum(len(text.encode()) for text in texts) / 1e6
        rates = []
        for fix in (repaired, by_ftfy):
            fix("Ã©tÃ© ж ą ع, and all that is loaded with them")
            start = time.process_time()
            for text in texts:
                fix(text)
            rates.append(size / (time.process_time() - start))
        print(f"{lang}  clean text: ours {rates[0]:.1f} MB/s, ftfy {rates[1]:.1f} MB/s", flush=True)
        if rates[0] < FLOORS["speed"]:
            yield f"speed: {lang} {rates[0]:.1f} MB/s"


PARTS = {
    "restore": restore,
    "layers": layers,
    "line": line,
    "cases": cases,
    "clean": clean,
    "bytes": in_bytes,
    "speed": speed,
}


def check() -> list[str]:
    """The floors missed on a part of the data, or what was wrong with it."""
    if digest() != DIGEST:
        return [f"the data is not that of the floors: {digest()}"]
    pairs: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for number, (lang, written, read) in enumerate(confusions()):
        pairs[lang] += confused(lang, written, read, 100)[number % 2 :: 2]
    shares = {lang: exact(some, repaired) for lang, some in pairs.items()}
    missed = [f"{lang}: {share:.3f}" for lang, share in shares.items() if share < POOLED[lang]]
    return [*missed, *cases(1), *line(10), *clean(30), *in_bytes(100, theirs=False)]


def digest() -> str:
    """Fingerprint of the sentences."""
    files = b"".join(p.read_bytes() for p in sorted((DATA / "sentences").glob("*.xz")))
    return hashlib.sha256(files).hexdigest()[:16]


def main() -> int:
    """Run the parts asked for; 1 if a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []])
    parser.add_argument("--every", type=int, default=10)
    options = parser.parse_args()
    missed = [] if digest() == DIGEST else [f"the data is not that of the floors: {digest()}"]
    for name in options.parts or PARTS:
        missed += PARTS[name](options.every)
    print(*(f"MISSED {line}" for line in missed), sep="\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
