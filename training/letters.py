"""Builds the table of letter sequences, `cleaner/text/language/data/grams.npz.xz`.

    pip download --no-deps -d wheels lingua-language-detector==1.4.2
    uv run --with brotli python -m training.letters wheels/lingua_language_detector-1.4.2-py3-none-any.whl

The wheel (Apache License 2.0, Peter M. Stahl) has for each language how often its letters follow one
another, up to five, in a million sentences of news of the Wortschatz corpora (Leipzig University, CC BY 4.0).
It counts inside words only; where words begin and end follows from what is missing: "af" as often as it
stands, less all of "afx" and "xaf", is how often it stands alone.  So short function words come out whole.

Of some 800,000 sequences of the Latin script those are kept that tell most: by mutual information with the
language, and within the closest pairs.  NTREX, which the benchmark measures on, was translated by hand and
is in none of these corpora; its English side is news of 2018 and may be.
"""

from __future__ import annotations

import io
import json
import lzma
import sys
import zipfile
from collections import Counter
from pathlib import Path

import brotli
import numpy as np
from numpy.typing import NDArray

from cleaner.text.language.letters import ORDER, STEP, TABLE
from cleaner.text.language.tags import SCRIPTS

OUT = Path(__file__).resolve().parents[1] / "cleaner/text/language/data" / TABLE
MODELS = {"no": ("nb", "nb", "nb", "nn"), "hr": ("hr", "bs")}  # a language of several: each a share
NAMES = ("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams")
KEPT = {"Latin": 50_000, "Cyrillic": 15_000}
RARE = 1e-6  # of all letters: a sequence rarer in every language is left out at once
UNSEEN = 1e-7  # added to each share
CLOSE = """
    da-no da-sv no-sv cs-sk sk-pl cs-pl sk-sl sl-hr es-pt es-ca es-it pt-it fr-ca nl-de nl-af et-fi
    de-en nl-en sv-en da-en no-en ru-uk ru-be be-uk ru-bg bg-mk bg-sr mk-sr
"""
Shares = dict[str, float]


def inside(wheel: zipfile.ZipFile, model: str) -> Shares:
    """Share of each sequence of up to five letters, of all letters of a language.

    The files give it as a fraction of the sequence without its last letter.
    """
    shares: Shares = {}
    for name in NAMES:
        packed = wheel.read(f"lingua/language-models/{model}/{name}.json.br")
        for fraction, sequences in json.loads(brotli.decompress(packed))["ngrams"].items():
            over, under = map(int, fraction.split("/"))
            for seq in sequences.split():
                shares[seq] = over / under * (shares.get(seq[:-1], 0.0) if len(seq) > 1 else 1.0)
    return shares


def bounded(shares: Shares) -> Shares:
    """Share of each sequence of five that `sequences` gives, the spaces at a word's ends among them."""
    left, right, both = Counter[str](), Counter[str](), Counter[str]()
    for seq, share in shares.items():
        if len(seq) > 1:
            right[seq[:-1]] += share
            left[seq[1:]] += share
        if len(seq) > 2:
            both[seq[1:-1]] += share
    found = {}
    for seq, share in shares.items():
        if len(seq) == ORDER:
            found[seq] = share
        if len(seq) == ORDER - 1:
            found |= {f" {seq}": share - left[seq], f"{seq} ": share - right[seq]}
        if len(seq) < ORDER - 1:
            found[f" {seq} "] = share - left[seq] - right[seq] + both[seq]
    return {seq: share for seq, share in found.items() if share > RARE / 10}


def language(wheel: zipfile.ZipFile, lang: str) -> Shares:
    """The shares of a language, adding up to one."""
    total = Counter[str]()
    for model in MODELS.get(lang, (lang,)):
        total.update(bounded(inside(wheel, model)))
    whole = total.total()
    return {seq: share / whole for seq, share in total.items()}


def matrix(columns: list[Shares]) -> tuple[list[str], NDArray[np.float32]]:
    """The sequences that are not rare everywhere, and their smoothed shares, shape (sequences, languages)."""
    keys = sorted({seq for own in columns for seq, share in own.items() if share > RARE})
    row = {seq: i for i, seq in enumerate(keys)}
    shares = np.full((len(keys), len(columns)), UNSEEN, dtype=np.float32)
    for i, own in enumerate(columns):
        at = [(row[seq], share) for seq, share in own.items() if seq in row]
        shares[[a for a, _ in at], i] += np.array([share for _, share in at], dtype=np.float32)
    return keys, shares


def told(shares: NDArray[np.float32]) -> NDArray[np.float32]:
    """What each sequence tells of the language: its part of the mutual information, in nats."""
    mean = shares.mean(axis=1, keepdims=True)
    parts: NDArray[np.float32] = (shares * np.log(shares / mean)).mean(axis=1)
    return parts


def worth(shares: NDArray[np.float32], langs: list[str]) -> NDArray[np.float32]:
    """What each sequence tells among all languages and in the pair where it tells most."""
    pairs = [
        [langs.index(x) for x in pair.split("-")] for pair in CLOSE.split() if {*pair.split("-")} <= {*langs}
    ]
    best: NDArray[np.float32] = np.max([told(shares[:, pair]) for pair in pairs], axis=0)
    return told(shares) + best


def table(wheel: zipfile.ZipFile, script: str) -> dict[str, NDArray[np.generic]]:
    """Languages, sequences, and how much less often each language has each than the one that has it most."""
    langs = list(SCRIPTS[script])
    keys, shares = matrix([language(wheel, lang) for lang in langs])
    kept = np.sort(np.argsort(-worth(shares, langs), kind="stable")[: KEPT[script]])
    logs = np.log(shares[kept])
    below = np.minimum(((logs.max(axis=1, keepdims=True) - logs) / STEP).round(), 255).astype(np.uint8)
    print(script, len(langs), "languages", len(kept), "of", len(keys), "sequences", flush=True)
    names = "\n".join(keys[i] for i in kept).encode()
    return {
        f"{script}.langs": np.array(langs),
        f"{script}.grams": np.frombuffer(names, dtype=np.uint8),
        f"{script}.below": np.ascontiguousarray(below.T),  # a language a row: packs better
    }


def main(wheel: str) -> None:
    """Write the table."""
    arrays: dict[str, NDArray[np.generic]] = {}
    with zipfile.ZipFile(wheel) as archive:
        for script in KEPT:
            arrays |= table(archive, script)
    raw = io.BytesIO()
    np.savez(raw, **arrays)  # type: ignore[arg-type]
    OUT.write_bytes(lzma.compress(raw.getvalue(), preset=9))
    print(OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main(sys.argv[1])
