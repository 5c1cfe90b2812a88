"""Language of headlines and sentences: `python benchmarks/language.py [--quick]`.

Data: NTREX news sentences in 26 languages, beside the checkout.  A headline is the first
words of a sentence, up to 33 characters.  Croatian, Bosnian and Serbian in Latin letters
are one language.  Lines that stand untranslated in five languages or more are left out
("Il faut bien le faire." is French in all of them).
"""

from __future__ import annotations

import hashlib
import lzma
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from cleaner.text.language import guesses, same
from cleaner.text.language.labels import label_all

SHARED = Path(__file__).resolve().parents[2] / "shared/data/sentences"
DIGEST = "502f37835de22431"
CORE = ("de", "en", "es", "fr", "it", "pl", "ru", "uk")
TAGS = {
    "arb": "ar", "bul": "bg", "ces": "cs", "dan": "da", "deu": "de", "ell": "el", "eng": "en", "fin": "fi",
    "fra": "fr", "heb": "he", "hrv": "hr", "hun": "hu", "ita": "it", "nld": "nl", "nob": "nb", "pol": "pl",
    "por": "pt", "ron": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "spa": "es", "srp-Cyrl": "sr",
    "swe": "sv", "tur": "tr", "ukr": "uk",
}  # fmt: skip
AIMS = {
    "core headlines": 0.985, "core sentences": 0.998, "all headlines": 0.97, "all sentences": 0.995,
    "foreign found": 0.995, "foreign others right": 0.998, "sentences a second": 10_000,
}  # fmt: skip
QUALITY = {
    "core headlines": 0.989, "core sentences": 0.998, "all headlines": 0.972, "all sentences": 0.995,
    "foreign found": 0.995, "foreign others right": 0.998,
}  # fmt: skip
FLOORS = QUALITY | {"sentences a second": 4_000}  # leaves room for a busy machine; see py3langid's beside it
WHOLE = re.compile(r"[\W\d]*[^\W\d_a-zа-яёіїєґà-öø-ÿ]\S* \S+ \S.*[.!?]\Z")  # three words, a capital first
Data = dict[str, list[str]]
Detector = Callable[[list[str], tuple[str, ...]], list[str | None]]


def read() -> Data:
    """Sentences by tag, without those that are the same in five languages."""
    lines = {
        TAGS[p.name[:-7]]: lzma.decompress(p.read_bytes()).decode().rstrip("\n").split("\n")
        for p in SHARED.glob("*.xz")
    }
    often = Counter(line for own in lines.values() for line in set(own))
    return {tag: [s for s in own if often[s] < 5] for tag, own in sorted(lines.items())}


def headline(sentence: str) -> str:
    """Its first words, some 33 characters."""
    said = ""
    for word in sentence.split(" "):
        if len(said) >= 29:
            break
        said = f"{said} {word}".strip()
    return said


def ours(texts: list[str], languages: tuple[str, ...]) -> list[str | None]:
    """Our best guess, however unsure."""
    return [g and g.lang for g in guesses(texts, languages)]


def py3langid(texts: list[str], languages: tuple[str, ...]) -> list[str | None]:
    """Py3langid restricted to the languages; its Norwegian goes by "no"."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages({"no" if tag == "nb" else tag for tag in languages})
    return [identifier.classify(text)[0] for text in texts]


def langdetect(texts: list[str], languages: tuple[str, ...]) -> list[str | None]:
    """langdetect, seeded, as people call it: all of its languages."""
    from langdetect import DetectorFactory, LangDetectException, detect

    DetectorFactory.seed = 0
    found: list[str | None] = []
    for text in texts:
        try:
            found.append(detect(text))
        except LangDetectException:
            found.append(None)
    return found


def accuracy(
    data: Data, detector: Detector, tags: Sequence[str], shorten: Callable[[str], str], step: int
) -> float:
    """Share of texts whose language is right; no answer is wrong."""
    right = total = 0
    for tag in tags:
        texts = [shorten(s) for s in data[tag][::step]]
        right += sum(same(guess, tag) for guess in detector(texts, tuple(tags)))
        total += len(texts)
    return right / total


def reliability(data: Data, step: int) -> None:
    """Print how often a headline's guess of a given probability is right."""
    rows: dict[int, list[tuple[float, bool]]] = {}
    for tag, sentences in data.items():
        for guess in guesses([headline(s) for s in sentences[::step]], tuple(data)):
            if guess:
                row = rows.setdefault(min(int(guess.probability * 10), 9), [])
                row.append((guess.probability, same(guess.lang, tag)))
    print("\nreliability on headlines, all languages\nprobability  mean   right  texts")
    for tenth, row in sorted(rows.items()):
        mean, right = (sum(column) / len(row) for column in zip(*row, strict=True))
        print(f"  {tenth / 10:.1f}-{tenth / 10 + 0.1:.1f}    {mean:.3f}  {right:.3f}  {len(row):5}")


def foreign(data: Data, tags: Sequence[str], count: int) -> tuple[float, float]:
    """A foreign sentence among up to five: (share found, share of the others labelled right).

    Only whole sentences: some lines of NTREX are pieces of one.
    """
    rnd = random.Random(3)
    fit = {t: [s for s in data[t] if WHOLE.match(s)] for t in tags}
    texts, places = [], []
    for _ in range(count):
        host, guest = rnd.sample(list(tags), 2)
        at = rnd.randrange(len(fit[host]) - 5)
        before, after = fit[host][at : at + 2], fit[host][at + 2 : at + 5]
        sentence = rnd.choice(fit[guest])
        texts.append(" ".join([*before, sentence, *after]))
        start = len(" ".join(before)) + 1
        places.append((host, guest, start, start + len(sentence)))
    found = others = right = 0
    for (host, guest, start, end), labels in zip(places, label_all(texts, tuple(tags)), strict=True):
        within = [s for s in labels if start <= s.start < end]
        found += sum(s.end - s.start for s in within if same(s.lang, guest)) * 2 >= end - start
        beside = [s for s in labels if s.start >= end or s.end <= start]
        others, right = others + len(beside), right + sum(same(s.lang, host) for s in beside)
    return found / count, right / others


def speed(data: Data) -> float:
    """Sentences labelled in a second of processor time, documents of twenty, sixty-four at once."""
    own = data["en"] + data["de"]
    docs = [" ".join(own[i : i + 20]) for i in range(0, len(own), 20)]
    label_all(docs[:4])
    guesses(["Ha ha ha ha"])  # not clear: loads py3langid
    start = time.process_time()
    count = sum(len(labels) for i in range(0, len(docs), 64) for labels in label_all(docs[i : i + 64]))
    return count / (time.process_time() - start)


def speed_of_py3langid(data: Data) -> float:
    """Sentences a second that py3langid classifies, already split for it."""
    own = data["en"][:600] + data["de"][:600]
    start = time.process_time()
    py3langid(own, CORE)
    return len(own) / (time.process_time() - start)


def digest(paths: Iterable[Path]) -> str:
    """Fingerprint of the data."""
    return hashlib.sha256(b"".join(p.read_bytes() for p in sorted(paths))).hexdigest()[:16]


def accuracies(data: Data, detector: Detector, step: int) -> dict[str, float]:
    """The first four figures of ``AIMS``, of one text in ``step``."""
    cases = [(tags, shorten) for tags in (CORE, tuple(data)) for shorten in (headline, str)]
    row = [accuracy(data, detector, tags, shorten, step) for tags, shorten in cases]
    return dict(zip(list(AIMS)[:4], row, strict=True))


def table(data: Data, quick: bool) -> dict[str, float]:
    """Print the accuracies of all detectors; return ours.

    Our weights were chosen on the first half of the documents; nothing was trained on either.
    """
    step = 4 if quick else 1
    first = {tag: own[: len(own) // 2] for tag, own in data.items()}
    aside = {tag: own[len(own) // 2 :] for tag, own in data.items()}
    rows = {
        "cleaner": (data, ours, step),
        "- first half": (first, ours, step),
        "- kept aside": (aside, ours, step),
        "py3langid": (data, py3langid, 20),
        "langdetect": (data, langdetect, 40),
    }
    print(f"{'':12}core headlines  core sentences  all headlines  all sentences")
    found = {name: accuracies(*row) for name, row in rows.items()}
    for name, scores in found.items():
        row = "".join(f"{score:14.4f}  " for score in scores.values())
        print(f"{name:12}{row}(1 text in {rows[name][2]})")
    return found["cleaner"]


def check() -> list[str]:
    """The figures below their floors, on one text in two, or what was wrong with the data."""
    if digest(SHARED.glob("*.xz")) != DIGEST:
        return [f"the data changed: {digest(SHARED.glob('*.xz'))}, floors were set on {DIGEST}"]
    data = read()
    scores = accuracies(data, ours, 2)
    scores["foreign found"], scores["foreign others right"] = foreign(data, CORE, 1000)
    return [f"{name} {score:.4f}" for name, score in scores.items() if score < QUALITY[name]]


def main() -> int:
    """Print the tables; 1 if a floor is missed."""
    if not SHARED.is_dir():
        print(f"{SHARED} is absent: nothing measured")
        return 0
    if digest(SHARED.glob("*.xz")) != DIGEST:
        print(f"the data changed: {digest(SHARED.glob('*.xz'))}, floors were set on {DIGEST}")
        return 1
    quick = "--quick" in sys.argv
    data = read()
    scores = table(data, quick)
    reliability(data, 16 if quick else 4)
    found, right = foreign(data, CORE, 400 if quick else 2000)
    scores |= {"foreign found": found, "foreign others right": right, "sentences a second": speed(data)}
    print(f"\npy3langid alone, split for it: {speed_of_py3langid(data):.0f} sentences a second")
    for name, score in scores.items():
        verdict = "ok" if score >= FLOORS[name] else "BELOW THE FLOOR"
        print(f"{name:22}{score:10.4f}  floor {FLOORS[name]:<8} aim {AIMS[name]:<8} {verdict}")
    return int(any(score < FLOORS[name] for name, score in scores.items()))


if __name__ == "__main__":
    sys.exit(main())
