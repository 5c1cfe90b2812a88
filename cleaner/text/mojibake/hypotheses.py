"""The hypotheses under which a text looks best."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cleaner.text.mojibake.hypothesis import STRAY, UTF8, WORST, Hypothesis, shown, undo_utf8
from cleaner.text.mojibake.model import Codes, Costs, codes, model
from cleaner.text.mojibake.pages import NONE, PRIORS, page
from cleaner.text.mojibake.words import WORD

Indices = NDArray[np.int64]

# Pages that news was written in or read in; the first of those that come to the same is named.
PAGES = (
    *("cp1252", "cp1251", "cp1250", "koi8-r", "cp866", "mac-roman", "mac-cyrillic", "iso8859-2", "iso8859-1"),
    *("cp437", "cp1254", "cp850", "cp852", "iso8859-5", "koi8-u", "cp1253", "iso8859-7", "iso8859-15"),
    *("cp1257", "cp1255", "cp1256", "mac-latin2", "cp1258"),
)
_TRIED, _TRIED_UTF8 = 4, 3
_RUN = re.compile(r"[^\x00-\x7f]{2}")
_PAIRS = 80  # of characters, of either kind of words, by which hypotheses are ranked
_OTHERS = 150  # words that are not odd
_NEAR = 40  # hypotheses looked at in every language
LEAST = 9.0  # nats a hypothesis must gain to be tried on the whole text
RARE = 1.3  # times what its pages cost for being rare: nats; for what a capital or two leave open
_RAREST = 4.0  # nats for a page that the list of priors lacks
LEFT = 0.25  # nats for a pair of characters that a hypothesis leaves as it is


def likely(odd: list[str], text: str) -> list[Hypothesis]:
    """The hypotheses under which ``odd`` words of a text cost least, and less than as they stand; best first.

    Words of the text that are not odd speak too: what a hypothesis makes worse, it must leave as it is.
    Hypotheses that come to the same in all of ``text`` are one.
    """
    others = set(WORD.findall(text)).difference(odd)
    both = zip(_frequent_pairs(odd), _frequent_pairs(sorted(others)[:_OTHERS]), strict=True)
    before, after, counts = (np.concatenate(parts) for parts in both)
    read, written = _distinct(codes("".join(sorted(set(text)))))
    x, _ = _undone(before, read, written)
    y, misfit = _undone(after, read, written)
    bound = (model().least(x, y) + misfit) @ counts  # every pair in the language that suits it best
    near = np.argsort(bound)[:_NEAR]
    as_is = model().pairs(before, after)
    cost = model().pairs(x[near], y[near]) + misfit[near][..., None]
    total = np.tensordot(np.minimum(cost, as_is + LEFT), counts, (1, 0)).min(1)
    gained = float((counts @ as_is).min()) - total
    rare = np.array([priors(name) for name in PAGES], np.float32)
    likelier = gained - RARE * (rare[read[near]] + rare[written[near]])
    best = [near[i] for i in np.argsort(-likelier)[:_TRIED] if gained[i] > LEAST]
    return [Hypothesis(PAGES[written[i]], PAGES[read[i]]) for i in best]


def likely_utf8(odd: list[str]) -> list[Hypothesis]:
    """The pages in which ``odd`` words, if read in them, were UTF-8: most of what is not ASCII must fit."""
    text = "\n".join(odd)
    if not _RUN.search(text):
        return []
    fits = [(h, undo_utf8(text, h.read)) for h in (Hypothesis(UTF8, read) for read in PAGES)]
    good = [(sequences - strays, h) for h, (_, sequences, strays) in fits if sequences >= max(strays, 1)]
    return [h for _, h in sorted(good, key=lambda g: -g[0])[:_TRIED_UTF8]]


def priors(page: str) -> float:
    """What a page costs for being rare, in nats; UTF-8 is not."""
    return 0.0 if page == UTF8 else PRIORS.get(page, _RAREST)


def _frequent_pairs(words: list[str]) -> tuple[Codes, Codes, Costs]:
    code = codes(" " + " ".join(words) + " ")
    pairs, counts = np.unique(code[:-1].astype(np.uint64) << np.uint64(32) | code[1:], return_counts=True)
    before, after = (pairs >> np.uint64(32)).astype(np.uint32), pairs.astype(np.uint32)
    often = np.argsort(np.where((before > 0x7F) | (after > 0x7F), -counts, 0), kind="stable")[:_PAIRS]
    return before[often], after[often], counts[often].astype(np.float32)


def _distinct(chars: Codes) -> tuple[Indices, Indices]:
    """Pages read in and written in, by number, that change any of these; of those alike the first."""
    pages = np.arange(len(PAGES))
    read, written = (i.ravel() for i in np.meshgrid(pages, pages, indexing="ij"))
    undone, misfit = _undone(chars, read, written)
    changes = np.flatnonzero((undone != chars).any(1))
    first = {undone[i].tobytes() + misfit[i].tobytes(): i for i in changes[::-1]}
    kept = np.array(sorted(first.values()), np.int64)
    return read[kept], written[kept]


def _undone(code: Codes, read: Indices, written: Indices) -> tuple[Codes, Costs]:
    """What stood for each code point under each hypothesis, and what misfits cost: (hypotheses, codes)."""
    byte = _byte_of()[read[:, None], np.minimum(code, 0xFFFF)]
    meant = _all_pages()[written[:, None], byte]
    missing = meant == NONE
    stays = (byte == 0) | missing
    misfit = np.where(missing, np.float32(WORST), np.where((byte == 0) & (code > 0x7F), np.float32(STRAY), 0))
    return np.where(stays, code, meant), misfit.astype(np.float32)


@cache
def _all_pages() -> Codes:
    """Code point of each byte in each page."""
    return np.stack([page(name) for name in PAGES])


@cache
def _byte_of() -> NDArray[np.uint8]:
    """Byte of each code point in each page; 0 if it has none."""
    bytes_ = np.zeros((len(PAGES), 0x10000), np.uint8)
    bytes_[:, :0x80] = np.arange(0x80)
    for i, name in enumerate(PAGES):
        bytes_[i, [ord(char) for char in shown(name)]] = list(shown(name).values())
    return bytes_
