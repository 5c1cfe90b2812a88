"""How many seams are closed: `python benchmarks/seams.py [--show KIND]`.

Takes clean news sentences (English and German), damages each in one way that losing markup does, runs the
step ``unglue`` (and ``check`` for quotations), and counts the sentences that are as before, those that
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
from pathlib import Path

from cleaner.document import Document
from cleaner.steps import check as checking
from cleaner.steps import unglue
from cleaner.steps.base import Setup

DATA = Path(__file__).resolve().parents[2] / "shared/data"
DIGEST = "5e93cec5f09363ab"
LIMIT = 400  # sites of one kind
FLOORS = {
    "capital": 0.82, "glued": 0.82, "fronted": 0.60, "fronted, glued": 0.55, "capital, German": 0.90,
    "glued, German": 0.90, "stop": 0.88, "stop, German": 0.90, "drop cap": 0.89, "drop cap, German": 0.87,
    "drop cap, twice": 0.86, "button": 0.97, "note": 0.97, "empty": 0.95, "quotation": 0.97,
    "credit": 0.90, "hedge": 0.90, "spun name": 0.60,
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
    name = {"en": "eng", "de": "deu"}[lang]
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
    hit = ((text, bad) for text, bad in pairs if bad)
    yield from (pair for _, pair in zip(range(LIMIT), hit, strict=False))


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


def main() -> int:
    """Print the table; return 1 if a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", metavar="KIND", help="print what was not closed")
    args = parser.parse_args()
    if not DATA.exists():
        print(f"no data at {DATA}")
        return 2
    texts = {lang: sentences(lang) for lang in ("en", "de")}
    digest = hashlib.sha256("\n".join(t for lang in texts for t in texts[lang]).encode()).hexdigest()[:16]
    broken = [] if digest == DIGEST else [f"the data (digest {digest})"]
    print(f"{'':18}{'sites':>6}", *(f"{o:>9}" for o in OUTCOMES))
    for kind, (lang, damage) in KINDS.items():
        pairs = list(damaged(texts[lang], damage))
        heard = [outcome(clean, bad, lang, kind) for clean, bad in pairs]
        shares = {o: heard.count(o) / len(heard) for o in OUTCOMES}
        print(f"{kind:18}{len(pairs):6}", *(f"{s:9.3f}" for s in shares.values()), flush=True)
        if 1 - shares["wrong"] - shares["left"] < FLOORS[kind] or shares["wrong"] > WRONG:
            broken.append(kind)
        if args.show == kind:
            for (_, bad), what in zip(pairs, heard, strict=True):
                if what != "closed":
                    print(f"  {what}: {bad}")
    print(f"broken: {', '.join(broken)}" if broken else "ok")
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
