"""How many seams are closed: `python benchmarks/seams.py [--show KIND]`.

Takes clean news sentences (mostly English and German), damages each in one way that losing markup does, runs
the step ``unglue`` (and ``check`` for quotations), and counts the sentences that are as before, those that
were changed into something else (wrong), and those left as they were.  Every site that fits a kind of
damage is used once.
"""

from __future__ import annotations

import argparse
import hashlib
import lzma
import random
import re
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from cleaner.document import Document
from cleaner.steps import check as checking
from cleaner.steps import unglue
from cleaner.steps.base import Setup

DATA = Path(__file__).resolve().parents[2] / "shared/data"
DIGEST = "c66bf2d1d1681f78"
LANGUAGES = ("en", "de", "fr", "es", "pl", "ru")
LIMIT = 400  # sites of one kind
FLOORS = {
    "capital": 0.82, "glued": 0.82, "fronted": 0.60, "fronted, glued": 0.55, "capital, German": 0.90,
    "glued, German": 0.90, "stop": 0.88, "stop, German": 0.90, "drop cap": 0.89, "drop cap, German": 0.87,
    "drop cap, twice": 0.86, "button": 0.97, "note": 0.97, "empty": 0.95, "quotation": 0.97,
    "joined, French": 0.8, "joined, Spanish": 0.8, "joined, Polish": 0.7, "joined, Russian": 0.8,
    "credit": 0.95, "hedge": 0.95, "spun name": 0.90,
}  # fmt: skip
"""Share that is closed, proposed or found; what was measured, less a little."""
WRONG = 0.05  # share of any kind that may be changed into something else

OUTCOMES = ("closed", "comma", "proposed", "found", "wrong", "left")
Damage = Callable[[str, random.Random], str | None]
_JOINT = re.compile(
    r"(?<=[a-z])(?P<gap> )"
    r"(?P<word>and|but|after|before|despite|since|until|because|while|about|from)(?= [a-z0-9])"
)
_NAME_BEFORE = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]+$")
_FRONTED = re.compile(
    r"(?<![^.!?] )(?:According to|In|After|For|At|During|With|On|By|From) [^,.]{0,60}[A-Z]\w+(?P<gap>, )"
    r"(?P<word>he|she|they|it|there|we|this|some|many|most|about|nearly)(?= [a-z0-9])"
)
_GERMAN = re.compile(
    r"(?<=[A-ZÄÖÜ][a-zäöüß]{3})[a-zäöüß]*(?P<gap>,? )"
    r"(?P<word>und|oder|sowie|seit|während|bei|gegen|obwohl|nachdem)(?= [a-z0-9])"
)


def _at(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    named = (
        m for m in pattern.finditer(text) if pattern is not _JOINT or _NAME_BEFORE.search(text[: m.start()])
    )
    return next(named, None)


def capital(pattern: re.Pattern[str], space: str = " ") -> Damage:
    """What follows the name becomes a sentence of its own; with ``space`` empty it is glued on as well."""

    def damage(text: str, _: random.Random) -> str | None:
        site = _at(pattern, text)
        return site and f"{text[: site.start('gap')]}{space}{site['word'].capitalize()}{text[site.end() :]}"

    return damage


def joined(words: str) -> Damage:
    """A function word in mid-sentence is glued to the word before it, with a capital."""
    site = re.compile(
        rf"(?<=[^\W\d_A-ZÀ-ÞА-Я]{{3}}) (?P<word>{words.replace(' ', '|')})(?= [^\W\d_A-ZÀ-ÞА-Я])"
    )

    def damage(text: str, _: random.Random) -> str | None:
        found = site.search(text)
        return found and f"{text[: found.start()]}{found['word'].capitalize()}{text[found.end() :]}"

    return damage


def stop(text: str, _: random.Random) -> str | None:
    """The space between two sentences goes."""
    joined = re.sub(r"(?<=[^\W\d_]{3}[.?]) (?=[A-ZÄÖÜ][a-zäöü])", "", text, count=1)
    return joined if joined != text else None


def drop_cap(text: str, _: random.Random) -> str | None:
    """The first letter is torn off."""
    return f"{text[0]} {text[1:]}" if re.match(r"[A-ZÄÖÜ][a-zäöüß]+ ", text) else None


def doubled_cap(text: str, _: random.Random) -> str | None:
    """The first letter stands twice."""
    return f"{text[0]} {text}" if re.match(r"[A-ZÄÖÜ][a-zäöüß]+ ", text) else None


def button(text: str, rng: random.Random) -> str | None:
    """A button of the page ends the paragraph."""
    labels = (
        *(
            "Read more",
            "Weiterlesen",
            "Lire la suite »",
            "[Leer más]",
            "READ ALSO",
            "Advertisement",
            "Leia mais",
        ),
        *(
            "Leggi anche",
            "Czytaj dalej",
            "Читать далее",
            "Читайте також",
            "Devamını oku",
            "To share",
            "To divide",
        ),
        *("Share on Facebook", "Continue to read", "More on the topic →", "Related articles"),
    )
    return f"{text} {rng.choice(labels)}" if text.endswith(".") else None


def note(text: str, rng: random.Random) -> str | None:
    """An advertising note stands between two words."""
    sites = [m.start() for m in re.finditer(r"(?<=[a-zäöü]) (?=[a-zäöü])", text)]
    at = rng.choice(sites) if sites else 0
    return f"{text[:at]} {rng.choice(('ADVERTISEMENT', 'ANZEIGE', 'READ MORE'))}{text[at:]}" if at else None


def credit(text: str, rng: random.Random) -> str | None:
    """The credit of a picture stands between two sentences, or ends the paragraph."""
    labels = (
        "Photo: dpa",
        "Foto: Anna Berg/dpa",
        "(Photo: Reuters)",
        "© Getty Images",
        "Image: AP/Ivo Lang",
        "Photo: Ivo Lang",
    )
    sites = [m.end() for m in re.finditer(r"[a-z]{3}\.(?= [A-Z]|$)", text)]
    at = rng.choice(sites) if sites else 0
    return f"{text[:at]} {rng.choice(labels)}{text[at:]}" if at else None


def hedge(text: str, rng: random.Random) -> str | None:
    """A second hedge stands beside the first."""
    two = re.sub(
        r"\b(reportedly|allegedly|apparently)\b",
        rf"\1 {rng.choice(('supposedly', 'evidently'))}",
        text,
        count=1,
    )
    return two if two != text else None


SPUN = {
    "United Nations": "United Countries",
    "White House": "White Home",
    "Supreme Court": "Supreme Courtroom",
}
SPUN |= {"European Commission": "European Fee", "World Health Organization": "World Well being Organization"}
SPUN |= {
    "New York Times": "New York Occasions",
    "Security Council": "Safety Council",
    "World Bank": "World Financial institution",
}


def spin(text: str, _: random.Random) -> str | None:
    """A word of a name is exchanged for a synonym."""
    name = next((n for n in SPUN if n in text), "")
    return text.replace(name, SPUN[name], 1) if name else None


def empty(text: str, rng: random.Random) -> str | None:
    """The text of a footnote's link is dropped, its brackets stay."""
    sites = [m.start() for m in re.finditer(r"(?<=[a-zäöü]{3})(?= )", text)]
    at = rng.choice(sites) if sites else 0
    return f"{text[:at]} {rng.choice(('( )', '[ ]', '“”'))}{text[at:]}" if at else None


def quotation(text: str, _: random.Random) -> str | None:
    """The closing mark of a quotation goes."""
    pairs = re.search(r'^[^"“”„«»]*["“„«][^"“”„«»]+(?P<mark>["”“»])[^"“”„«»]*$', text)
    return f"{text[: pairs.start('mark')]}{text[pairs.end('mark') :]}" if pairs else None


KINDS: dict[str, tuple[str, Damage]] = {
    "capital": ("en", capital(_JOINT)),
    "glued": ("en", capital(_JOINT, "")),
    "fronted": ("en", capital(_FRONTED)),
    "fronted, glued": ("en", capital(_FRONTED, "")),
    "capital, German": ("de", capital(_GERMAN)),
    "glued, German": ("de", capital(_GERMAN, "")),
    "joined, French": ("fr", joined("après avant depuis selon pendant dans avec pour chez entre vers")),
    "joined, Spanish": ("es", joined("desde según durante para cuando sobre hasta entre contra tras")),
    "joined, Polish": ("pl", joined("oraz przed podczas według przez kiedy między dla")),
    "joined, Russian": ("ru", joined("после перед когда также между против через чтобы если для")),
    "stop": ("en", stop),
    "stop, German": ("de", stop),
    "drop cap": ("en", drop_cap),
    "drop cap, German": ("de", drop_cap),
    "drop cap, twice": ("en", doubled_cap),
    "button": ("en", button),
    "note": ("en", note),
    "empty": ("en", empty),
    "credit": ("en", credit),
    "hedge": ("en", hedge),
    "spun name": ("en", spin),
    "quotation": ("en", quotation),
}


def sentences(lang: str) -> list[str]:
    """Clean news, two sentences a text where their document is one; in English more than NTREX."""
    name = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "pl": "pol", "ru": "rus"}[lang]
    lines = (
        lzma.decompress((DATA / f"sentences/{name}.txt.xz").read_bytes()).decode().rstrip("\n").split("\n")
    )
    ids = (DATA / "sentences/DOCUMENT_IDS.tsv").read_text(encoding="utf-8").split("\n")
    pairs = [f"{a} {b}" for a, b, i, j in zip(lines, lines[1:], ids, ids[1:], strict=False) if i == j]
    more = (
        (DATA / "names/clean-english.dev.txt").read_text(encoding="utf-8").split("\n") if lang == "en" else []
    )
    return pairs + [line for line in more if line]


def damaged(texts: list[str], damage: Damage) -> Iterator[tuple[str, str]]:
    """Text before and after damage, in an order that is the same each time."""
    rng = random.Random(5)
    order = rng.sample(texts, len(texts))
    pairs = ((text, damage(text, rng)) for text in order)
    yield from ((text, bad) for text, bad in pairs if bad)


def outcome(clean: str, bad: str, lang: str, kind: str) -> str:
    """What the steps made of a damaged text: closed (but for a comma), proposed, found, wrong or left."""
    doc = unglue.build(unglue.Options(), Setup())(Document("x", bad, lang))
    if doc.text == clean:
        return "closed"
    if doc.text != bad:
        return "comma" if doc.text.replace(",", "") == clean.replace(",", "") else "wrong"
    if any(doc.accept(c).text == clean for c in doc.changes()):
        return "proposed"
    found = checking.build(checking.Options(), Setup())(doc).findings if kind == "quotation" else ()
    return "found" if any(f.rule == "check.quotation" for f in found) else "left"


Heard = list[tuple[str, str]]
"""Damaged texts and what became of each."""


def measured(kind: str, texts: dict[str, list[str]]) -> Heard:
    """What the steps made of texts damaged in one way."""
    lang, damage = KINDS[kind]
    pairs = islice(damaged(texts[lang], damage), LIMIT)
    return [(bad, outcome(clean, bad, lang, kind)) for clean, bad in pairs]


def shares(heard: Heard) -> dict[str, float]:
    """Share of each outcome."""
    outcomes = [outcome for _, outcome in heard]
    return {o: outcomes.count(o) / len(outcomes) for o in OUTCOMES}


def is_low(kind: str, part: dict[str, float]) -> bool:
    """Whether too few are closed, proposed or found, or too many made into something else."""
    return 1 - part["wrong"] - part["left"] < FLOORS[kind] or part["wrong"] > WRONG


def check() -> list[str]:
    """The kinds below their floors, or what was wrong with the data."""
    texts = {lang: sentences(lang) for lang in LANGUAGES}
    if digest(texts) != DIGEST:
        return [f"the data changed: {digest(texts)}"]
    found = {kind: shares(measured(kind, texts)) for kind in KINDS}
    return [f"{kind}: {part}" for kind, part in found.items() if is_low(kind, part)]


def digest(texts: dict[str, list[str]]) -> str:
    """Fingerprint of the data."""
    return hashlib.sha256("\n".join(t for lang in texts for t in texts[lang]).encode()).hexdigest()[:16]


def main() -> int:
    """Print the table; return 1 if a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", metavar="KIND", help="print what was not closed")
    args = parser.parse_args()
    if not DATA.exists():
        print(f"no data at {DATA}")
        return 2
    texts = {lang: sentences(lang) for lang in LANGUAGES}
    broken = [] if digest(texts) == DIGEST else [f"the data (digest {digest(texts)})"]
    print(f"{'':18}{'sites':>6}", *(f"{o:>9}" for o in OUTCOMES))
    for kind in KINDS:
        heard = measured(kind, texts)
        part = shares(heard)
        print(f"{kind:18}{len(heard):6}", *(f"{s:9.3f}" for s in part.values()), flush=True)
        if is_low(kind, part):
            broken.append(kind)
        if args.show == kind:
            print(*(f"  {what}: {bad}" for bad, what in heard if what != "closed"), sep="\n")
    print(f"broken: {', '.join(broken)}" if broken else "ok")
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
