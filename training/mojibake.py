"""Build cleaner/text/mojibake/tables.npz: what each character costs after each other, in each language.

    python training/mojibake.py

The letters come from the statistics that langdetect ships (Apache-2.0): for 55 languages, how often each
letter and each pair of letters stands in Wikipedia, a space being the edge of a word.  We keep the alphabets
that ever had a code page of their own, and fold case.  Serbian, which langdetect lacks, is Croatian in
Cyrillic letters.  Everyday words that encyclopaedias hardly use, and all there is of Icelandic, are in
``words.toml``; signs are costed by hand (``signs.py``).  No sentence on which ``benchmarks/encoding.py``
measures is in here; that some pairs were missing was noticed there.

A cost is -ln p in tenths of a nat.  Pairs never seen share what probability their first letter has left, in
proportion to the second (Katz, 1987).
"""

from __future__ import annotations

import json
import sys
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import langdetect
import numpy as np
from numpy.typing import NDArray
from signs import FREQUENT, KINDS, STRANGE, kinds

PROFILES = Path(langdetect.__file__).parent / "profiles"
WORDS = Path(__file__).with_name("words.toml")
TARGET = Path(__file__).parents[1] / "cleaner" / "text" / "mojibake" / "tables.npz"
PAGES = {  # the code page in which a language was at home, with its letters for foreign names
    "cp1252": "af ca cy da de en es fi fr id is it nl no pt so sq sv sw tl vi",
    "cp1250": "cs hr hu pl ro sk sl",
    "cp1251": "bg mk ru sr uk",
    "cp1253": "el",
    "cp1254": "tr",
    "cp1255": "he",
    "cp1256": "ar fa ur",
    "cp1257": "et lt lv",
    "cp874": "th",
}
LATIN = {"cp1252", "cp1250", "cp1254", "cp1257"}
PAGE = {lang: page for page, langs in PAGES.items() for lang in langs.split()}
UNCOUNTED = {"is"}  # known by words.toml alone
RARE = 2e-5  # a letter this rare in a language is noise: foreign names
KEPT = 2e-4  # a pair rarer than this after its first letter counts as never seen
POSSIBLE = 0.003  # after its first letter: a pair of words.toml that langdetect never saw
UNSEEN = 7.0  # nats at most for a pair of its own letters: encyclopaedias are not all of a language
LEAST = 0.015  # what probability a letter has left at least
HOME, ABROAD, OTHER_SCRIPT = 9.0, 11.5, 14.0  # foreign letters
ANY_FIRST, ANY_LETTER, ANY_LAST = 3.6, 4.4, 2.2  # letters of a language the tables do not know
ALIKE = set("aeopcxyijsAEOPCXYIJSHKMTB")  # Latin letters typed for Cyrillic ones
MOST = 25.0


def counted(lang: str) -> Counter[str]:
    """How often each letter and pair stands in a language, case folded; a space is the edge of a word."""
    counts: Counter[str] = Counter()
    if lang in UNCOUNTED:
        text = " " + "".join(map(fold, words()[lang])) + " "
        counts.update(text)
        counts.update(map("".join, pairwise(text)))
        return counts
    for gram, count in json.loads((PROFILES / lang).read_text(encoding="utf-8"))["freq"].items():
        if len(gram) < 3:
            counts["".join(map(fold, gram))] += count
    return counts


@cache
def words() -> dict[str, str]:
    """Everyday words by language."""
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def fold(letter: str) -> str:
    """The lower-case form, if it is one character."""
    return letter.lower() if len(letter.lower()) == 1 else "i"  # İ alone


def cyrillic(latin: Counter[str]) -> Counter[str]:
    """Croatian counts in Serbian Cyrillic; what stands beside lj and nj is taken from l and n."""
    letters = dict(zip("abvgdđežzijklmnoprstćufhcčš ", "абвгдђежзијклмнопрстћуфхцчш ", strict=True))
    counts: Counter[str] = Counter()
    for gram, count in latin.items():
        if gram in ("lj", "nj", "dž"):
            counts[{"lj": "љ", "nj": "њ", "dž": "џ"}[gram]] += count
        elif all(c in letters for c in gram):
            counts["".join(letters[c] for c in gram)] += count
            for hard, soft in (("l", "љ"), ("n", "њ")):
                if len(gram) == 2 and hard in gram:
                    counts["".join(soft if c == hard else letters[c] for c in gram)] += count // 8
    return counts


def respelt(counts: Counter[str], old: str, new: str) -> Counter[str]:
    """The same counts for either spelling of some letters, each text being written in one of them."""
    there, back = str.maketrans(old, new), str.maketrans(new, old)
    out: Counter[str] = Counter()
    for gram, count in counts.items():
        out[gram.translate(back)] += count
    return Counter({g.translate(there): n for g, n in out.items()} | out)


def statistics() -> dict[str, Counter[str]]:
    """Counts by language."""
    found = {lang: counted(lang) for lang in PAGE if lang != "sr"}
    found["sr"] = cyrillic(found["hr"])
    found["ro"] = respelt(found["ro"], "şţ", "șț")  # langdetect folds the two spellings
    for lang in ("fa", "ur"):
        found[lang] = respelt(found[lang], "يك", "یک")
    return found


def alphabet(counts: Counter[str]) -> set[str]:
    """The letters of a language: those that are not rare, in the script of most."""
    ones = {g: n for g, n in counts.items() if len(g) == 1 and script(g) != "other"}
    scripts: Counter[str] = Counter()
    for g, n in ones.items():
        scripts[script(g)] += n
    main = scripts.most_common(1)[0][0]
    own = {g: n for g, n in ones.items() if script(g) == main}
    return {g for g, n in own.items() if n > RARE * sum(own.values()) or g.isascii()}


def script(letter: str) -> str:
    """Rough script of a letter."""
    blocks = (("other", 0x60), ("latin", 0x24F), ("other", 0x36F), ("greek", 0x3FF), ("cyrillic", 0x52F))
    rest = (("hebrew", 0x5FF), ("arabic", 0x7FF), ("other", 0xDFF), ("thai", 0xE7F), ("other", 0x1DFF))
    for name, last in (*blocks, *rest, ("latin", 0x1EFF)):
        if ord(letter) <= last:
            return name if unicodedata.category(letter)[0] in "LM" else "other"
    return "other"


def letter_costs(counts: Counter[str], words: str, letters: list[str], page: str) -> NDArray[np.float64]:
    """Cost of each letter (0 is the edge) after each, in nats."""
    index = {c: i for i, c in enumerate(letters, 1)} | {" ": 0}
    own = alphabet(counts)
    single = np.zeros(len(letters) + 1)
    for c in own:
        single[index[c]] = counts[c]
    single /= single.sum()
    seen = np.zeros((len(single), len(single)))
    edges = sum(n for g, n in counts.items() if len(g) == 2 and g[0] == " ")
    for gram, n in counts.items():
        if len(gram) == 2 and gram != "  " and all(c == " " or c in own for c in gram):
            seen[index[gram[0]], index[gram[1]]] = n / (edges if gram[0] == " " else counts[gram[0]])
    seen = np.minimum(np.where(seen > KEPT, seen, 0), 1)
    folded = "".join(map(fold, f" {words} "))
    for first, second in pairwise(folded):
        if {first, second} <= own | {" "}:
            seen[index[first], index[second]] = max(seen[index[first], index[second]], POSSIBLE)
    unseen = (seen == 0) * single
    left = np.maximum(1 - seen.sum(1), LEAST)
    p = np.where(seen > 0, seen, left[:, None] * unseen / np.maximum(unseen.sum(1), 1e-9)[:, None])
    strange = single == 0
    strange[0] = False
    p[strange] = 0.3 * single
    p[strange, 0] = 0.1
    p[:, 0] = np.maximum(p[:, 0], 3e-4)
    costs = np.minimum(-np.log(np.maximum(p, 1e-6)), UNSEEN)
    costs[:, strange] = foreign(letters, page)[strange[1:]]
    costs[0, 0] = 0
    return costs


def foreign(letters: list[str], page: str) -> NDArray[np.float64]:
    """Cost of each letter in a language that does not use it."""
    home = {fold(c) for c in bytes(range(128, 256)).decode(page, "ignore")}
    same = [(script(c) == "latin") == (page in LATIN) for c in letters]
    return np.array(
        [HOME if c in home else (ABROAD if s else OTHER_SCRIPT) for c, s in zip(letters, same, strict=True)]
    )


def with_latin(costs: NDArray[np.float64], english: NDArray[np.float64], letters: list[str]) -> None:
    """Names and quotations in ASCII stand in every script's texts; single ones are typed for their like."""
    ascii_ = np.array([False] + [c.isascii() for c in letters])
    alike = np.array([False] + [c in ALIKE for c in letters])
    costs[np.ix_(ascii_, ascii_)] = english[np.ix_(ascii_, ascii_)] + 0.3
    costs[0, ascii_] = english[0, ascii_] + 2
    costs[ascii_, 0] = english[ascii_, 0]
    costs[np.ix_(~ascii_, alike)] = 6.5
    costs[0, alike] = english[0, alike] + 2


def any_language(letters: list[str]) -> NDArray[np.float64]:
    """Costs of letters in a language the tables do not know: all alike, within one script."""
    scripts = np.array(["edge"] + [script(c) for c in letters])
    costs = np.where(scripts[:, None] == scripts, ANY_LETTER, OTHER_SCRIPT)
    costs[0], costs[:, 0] = ANY_FIRST, ANY_LAST
    costs[0, 0] = 0
    return with_signs(costs, (ANY_FIRST, ANY_LETTER, ANY_LAST, ANY_LETTER - ANY_FIRST))


def with_signs(letters: NDArray[np.float64], strange: tuple[float, ...] = STRANGE) -> NDArray[np.float64]:
    """The costs of letters, and of signs beside them; ``strange``: those of letters in no table."""
    n = len(letters)
    grid = np.zeros((n + len(KINDS),) * 2)
    grid[:n, :n] = letters
    grid[n:, :n] = letters[0]
    costs = [strange if kind is STRANGE else kind for kind in KINDS]
    for k, (after_edge, after_letter, before_edge, before_letter) in enumerate(costs, n):
        grid[:, k] = after_edge + 2
        grid[0, k] = after_edge
        grid[1:n, k] = after_letter
        grid[k, 0] = before_edge
        grid[k, 1:n] += before_letter
    frequent, rare = n + KINDS.index(FREQUENT), n + len(KINDS)
    for k in range(frequent, rare):  # Chinese, Japanese and Korean go on for long without an edge
        grid[frequent:rare, k] = KINDS[k - n][0]
        grid[n : frequent - 3, k] = KINDS[k - n][0]
    return np.minimum(grid, MOST)


def main() -> None:
    """Write the tables."""
    stats = statistics()
    letters = sorted({c for counts in stats.values() for c in alphabet(counts)})
    english = letter_costs(stats["en"], words()["en"], letters, "cp1252")
    grids = []
    for lang, counts in stats.items():
        costs = letter_costs(counts, words().get(lang, ""), letters, PAGE[lang])
        if PAGE[lang] not in LATIN:
            with_latin(costs, english, letters)
        grids.append(np.round(with_signs(costs) * 10).astype(np.uint8))
    case = [1 if chr(c).islower() else 2 if chr(c).isupper() else 0 for c in range(0x10000)]
    np.savez_compressed(
        TARGET,
        languages=np.array(list(stats)),
        kind=kinds(letters),
        case=np.where(np.isin(np.arange(0x10000), [0xAA, 0xBA]), 0, np.array(case, np.uint8)).astype(
            np.uint8
        ),
        cost=np.stack(grids, axis=-1),  # [before, after, language]
        unknown=np.round(any_language(letters) * 10).astype(np.uint8),
    )
    size = TARGET.stat().st_size
    sys.stdout.write(f"{len(stats)} languages, {len(letters)} letters, {size:,} bytes\n")


if __name__ == "__main__":
    main()
