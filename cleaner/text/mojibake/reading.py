"""In which of the old encodings bytes were written: the one whose reading looks most like a language."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from cleaner.text.mojibake.model import codes, model
from cleaner.text.mojibake.pages import NONE, PRIORS, page

# As the priors of pages; dear, for two accented letters can be a rare hanzi, while real ones gain far more.
MULTI_BYTE = {"gb18030": 6.5, "big5": 6.5, "cp932": 6.5, "euc_jp": 7.0, "cp949": 6.5}
_PRIORS = PRIORS | MULTI_BYTE
_UNOPENED = 4.0  # nats for a quotation mark that closes what none opened
_QUOTES = np.array([ord(c) for c in "“”„«»‹›‚‘"], np.uint32)
_EDGES = np.array([c for c in range(128) if not chr(c).isalpha()], np.uint32)
_SAMPLE = 100_000  # bytes looked at
_WORST = 9.5  # nats a pair: what no language comes near to


@dataclass(frozen=True, slots=True)
class Reading:
    """An encoding, and how well the bytes read in it.

    Attributes:
        encoding: Python's name of it.
        language: Tag of the language they read best in.
        cost: -ln p of the whole, in nats.
        each: ... and of each pair of characters that are not both ASCII.
    """

    encoding: str
    language: str
    cost: float
    each: float


def readings(data: bytes, encodings: Collection[str] = _PRIORS) -> list[Reading]:
    """How ``data`` (not ASCII alone) reads, the best first.

    Args:
        data: Bytes; of a long text the first 100,000 are looked at.
        encodings: Python's names of those to try; those in which it makes no sense are left out.
    """
    sample = data[:_SAMPLE]
    found = [*_single_byte(sample, encodings)]
    found += _multi_byte(sample, encodings, whole=len(sample) == len(data))
    return sorted((r for r in found if r.each < _WORST), key=lambda r: r.cost)


def _single_byte(sample: bytes, encodings: Collection[str]) -> list[Reading]:
    byte = np.frombuffer(b" " + sample + b" ", np.uint8).astype(np.int32)
    pairs, counts = np.unique(byte[:-1] * 256 + byte[1:], return_counts=True)
    high = (pairs >= 0x8000) | (pairs & 0x80 > 0)
    ascii_cost = counts[~high] @ _pairs(pairs[~high] >> 8, pairs[~high] & 0xFF)
    pairs, counts = pairs[high], counts[high]
    found = []
    for name in (own for own in PRIORS if own in encodings):
        before, after = page(name)[pairs >> 8], page(name)[pairs & 0xFF]
        if NONE not in before and NONE not in after:
            cost = counts @ _pairs(before, after) + _UNOPENED * _unopened(before, after, counts)
            found.append(_best(name, cost, ascii_cost, counts.sum()))
    return found


def _unopened(before: np.ndarray, after: np.ndarray, counts: np.ndarray) -> int:
    """How many more quotation marks close a word than open one: letters read as marks do."""
    closed = counts[np.isin(after, _QUOTES) & ~np.isin(before, _EDGES)].sum()
    opened = counts[np.isin(before, _QUOTES) & ~np.isin(after, _EDGES)].sum()
    return max(0, int(closed - opened))


def _multi_byte(sample: bytes, encodings: Collection[str], *, whole: bool) -> list[Reading]:
    found = []
    for name in (own for own in MULTI_BYTE if own in encodings):
        try:
            text = (sample if whole else _cut(sample)).decode(name)
        except UnicodeDecodeError:
            continue
        code = codes(f" {text} ")
        high = (code[:-1] > 0x7F) | (code[1:] > 0x7F)
        cost = _pairs(code[:-1][high], code[1:][high]).sum(0)
        ascii_cost = _pairs(code[:-1][~high], code[1:][~high]).sum(0)
        found.append(_best(name, cost, ascii_cost, high.sum()))
    return found


def _cut(sample: bytes) -> bytes:
    """Up to the last line end, so that no character is halved."""
    return sample[: sample.rfind(b"\n") + 1] or sample


def _pairs(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    return model().pairs(before.astype(np.uint32), after.astype(np.uint32))


def _best(name: str, cost: np.ndarray, ascii_cost: np.ndarray, pairs: int) -> Reading:
    total = cost + ascii_cost
    i = int(total.argmin())
    costs = float(total[i]) + _PRIORS[name]
    return Reading(name, model().languages[i], costs, float(cost[i]) / max(int(pairs), 1))
