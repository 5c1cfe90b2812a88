"""What the product does to text that was right: `python benchmarks/false_alarms.py [--show] [LANG…]`.

Runs a profile over clean news (seven languages of NTREX, and English references of WMT21), document by
document, and prints the edits it makes in 100,000 words and what it finds in 10,000, rule by rule.  A made
edit here is harm; a finding is a false alarm until read otherwise (the clean texts have some real slips).
"""

from __future__ import annotations

import argparse
import hashlib
import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from cleaner import load
from cleaner.document import Document

DATA = Path(__file__).resolve().parents[2] / "shared/data"
LANGUAGES = {"en": "eng", "de": "deu", "ru": "rus", "fr": "fra", "es": "spa", "pl": "pol", "tr": "tur"}
DIGEST = "0a95698240f8a29c"  # of the files read, in the order of LANGUAGES
MADE = 3.0  # edits in 100,000 words, of any one language
UNGLUE = 1.0  # of them by the step unglue, all languages together
FOUND = 5.0  # findings in 10,000 words
LINES = 100  # of the English references, which have no document boundaries, in one document


def raw(lang: str) -> dict[str, bytes]:
    """The files of a language, read."""
    files = {"sentences": lzma.decompress((DATA / f"sentences/{LANGUAGES[lang]}.txt.xz").read_bytes())}
    if lang == "en":
        files["references"] = (DATA / "names/clean-english.dev.txt").read_bytes()
    return files


def documents(lang: str, files: dict[str, bytes]) -> Iterator[Document]:
    """Documents of clean text, a sentence a paragraph."""
    ids = (DATA / "sentences/DOCUMENT_IDS.tsv").read_text(encoding="utf-8").split("\n")
    lines = files["sentences"].decode().rstrip("\n").split("\n")
    for name, group in groupby(zip(ids, lines, strict=False), key=lambda pair: pair[0]):
        yield Document(f"{lang}/{name}", "\n\n".join(line for _, line in group))
    rest = files.get("references", b"").decode().split("\n")
    for at in range(0, len(rest) - 1, LINES):
        yield Document(f"{lang}/references#{at}", "\n\n".join(rest[at : at + LINES]))


def measure(
    lang: str, files: dict[str, bytes], profile: str, show: bool
) -> tuple[int, Counter[str], Counter[str]]:
    """Words, edits made by rule, and findings by rule."""
    clean = load(profile)
    words = 0
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for doc in clean.stream(documents(lang, files)):
        words += len(doc.source.split())
        changes = [c for c in doc.changes() if c.state == "made"]
        made.update(c.edit.rule for c in changes)
        found.update(f.rule for f in doc.findings)
        if show:
            for c in changes:
                print(f"  {doc.id} {c.edit.rule}: {c.edit.old!r} -> {c.edit.new!r}  ({c.edit.why})")
            for f in doc.findings:
                print(f"  {doc.id} {f.rule}: {doc.text[max(0, f.start - 40) : f.end + 40]!r}")
    return words, made, found


def check() -> list[str]:
    """The languages in which too much was made or found, or what was wrong with the data."""
    files = {lang: raw(lang) for lang in LANGUAGES}
    if fingerprint(files) != DIGEST:
        return [f"the data changed: {fingerprint(files)}"]
    missed = []
    for lang in LANGUAGES:
        words, made, found = measure(lang, files[lang], "news", show=False)
        if made.total() / words * 1e5 > MADE or found.total() / words * 1e4 > FOUND:
            missed.append(f"{lang}: made {dict(made)}, found {dict(found)} in {words} words")
    return missed


def fingerprint(files: dict[str, dict[str, bytes]]) -> str:
    """Digest of the files, in the order of the languages."""
    digest = hashlib.sha256()
    for data in (data for by_name in files.values() for data in by_name.values()):
        digest.update(data)
    return digest.hexdigest()[:16]


def main() -> int:
    """Print the table; return 1 if a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", default=[*LANGUAGES], metavar="LANG")
    parser.add_argument("--profile", default="news")
    parser.add_argument("--show", action="store_true", help="print every edit and finding")
    args = parser.parse_args()
    if not DATA.exists():
        print(f"no data at {DATA}")
        return 2
    broken, seams, total, files = [], 0, 0, {lang: raw(lang) for lang in args.languages}
    print(f"{'':4}{'words':>8}{'made/100k':>11}{'found/10k':>11}")
    for lang in args.languages:
        words, made, found = measure(lang, files[lang], args.profile, args.show)
        edits, findings = made.total() / words * 1e5, found.total() / words * 1e4
        print(
            f"{lang:4}{words:8}{edits:11.2f}{findings:11.2f}  made {dict(made)} found {dict(found)}",
            flush=True,
        )
        seams += sum(n for rule, n in made.items() if rule.startswith("unglue."))
        total += words
        if edits > MADE or findings > FOUND:
            broken.append(lang)
    if seams / total * 1e5 > UNGLUE:
        broken.append("unglue")
    if args.languages == [*LANGUAGES] and fingerprint(files) != DIGEST:
        print(f"the data is not what the floors were pinned on: digest {fingerprint(files)}")
        broken.append("data")
    print(
        f"unglue, all languages: {seams / total * 1e5:.2f} in 100,000 words",
        f"broken: {broken}" if broken else "ok",
    )
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
