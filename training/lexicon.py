"""Build ``cleaner/terms/data/lexicon.{de,ru}.txt.xz``: what German and Russian words mean, for literal forms.

    python -m training.lexicon [--shared ../shared]

From ``shared/training/*.lexicon.tsv.xz``: English Wiktionary of 2015 through open-dsl-dict (CC BY-SA 3.0),
and the TICO-19 terminologies (CC0).  Kept are single words with meanings of one or two common English words,
eight at most, the commonest first.  The files made are CC BY-SA 3.0 too: see ``lexicon.NOTICE``.
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from cleaner.terms.rarity import words

DATA = Path(__file__).parents[1] / "cleaner" / "terms" / "data"
COMMON = 3  # log2 of how often each word of a meaning was met, at least
MOST = 8


def meanings(lines: list[str]) -> dict[str, list[str]]:
    """Meanings by word, in small letters, the commonest first."""
    met = words("cap") | words("low")
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for line in lines:
        word, meaning = line.lower().split("\t")
        parts = meaning.split(" ")
        parts = parts[1:] if parts[0] in ("to", "a", "an", "the") and len(parts) > 1 else parts
        if word.isalpha() and len(parts) < 3 and all(met.get(p, 0) >= COMMON for p in parts):
            found[word][" ".join(parts)] = min(met[p] for p in parts)
    return {w: sorted(m, key=lambda s: (-m[s], s))[:MOST] for w, m in sorted(found.items())}


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared = parser.parse_args().shared
    for lang in ("de", "ru"):
        with lzma.open(shared / f"training/{lang}-en.lexicon.tsv.xz", "rt", encoding="utf-8") as file:
            found = meanings(file.read().rstrip("\n").split("\n"))
        text = "".join(f"{word}\t{'|'.join(said)}\n" for word, said in found.items())
        packed = lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)
        (DATA / f"lexicon.{lang}.txt.xz").write_bytes(packed)
        print(f"{lang}: {len(found)} words, {len(packed) // 1024} KB")


if __name__ == "__main__":
    main()
