"""In which encoding a text was written, and in which it was read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cleaner.text.mojibake.model import Codes, Costs, codes, model
from cleaner.text.mojibake.pages import NONE, page
from cleaner.text.mojibake.words import WORD

# Pages that news was written in or read in; the first of those that come to the same is named.
PAGES = (
    *("cp1252", "cp1251", "cp1250", "koi8-r", "cp866", "mac-roman", "mac-cyrillic", "iso8859-2", "iso8859-1"),
    *("cp437", "cp1254", "cp850", "cp852", "iso8859-5", "koi8-u", "cp1253", "iso8859-7", "iso8859-15"),
    *("cp1257", "cp1255", "cp1256", "mac-latin2", "cp1258"),
)
STRAY = 6.0  # nats for a character that the page a word was read in does not have
WORST = 15.0  # ... for one that the page it was written in does not have
_TRIED = 4
_PAIRS = 120  # of characters, by which hypotheses are ranked
_OTHERS = 150  # words that are not odd
_NEAR = 40  # hypotheses looked at in every language
LEAST = 6.0  # nats a hypothesis must gain to be tried on the whole text
LEFT = 2.0  # nats for a pair of characters that a hypothesis leaves as it is


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Bytes written in one code page and read in another.

    >>> Hypothesis("cp1251", "cp1252").undo("Ìîñêâà")
    ('Москва', 0.0)
    """

    written: str
    read: str

    def undo(self, word: str) -> tuple[str, float]:
        """What was written where ``word`` was read, and the cost of the characters that do not fit."""
        table = exchange(self.written, self.read)
        misfit = sum(table.get(c, (c, 0.0 if c.isascii() else STRAY))[1] for c in word)
        return "".join(table.get(c, (c, 0.0))[0] for c in word), misfit

    def __str__(self) -> str:
        return f"{self.written} read as {self.read}"


@cache
def shown(name: str) -> dict[str, int]:
    """The byte behind each character of the upper half of a page.

    Programs show a byte that the page has no character for, or that they take from Latin-1, as the control
    of the same number, so the controls stand for their bytes in every page.
    """
    controls = {chr(byte): byte for byte in range(0x80, 0xA0)}
    return controls | {chr(int(code)): 128 + i for i, code in enumerate(page(name)[128:]) if code != NONE}


@cache
def exchange(written: str, read: str) -> dict[str, tuple[str, float]]:
    """What was written for each character read, and its cost."""
    meant = page(written)
    return {
        char: (char, WORST) if meant[byte] == NONE else (chr(int(meant[byte])), 0.0)
        for char, byte in shown(read).items()
    }


def likely(odd: list[str], text: str) -> list[Hypothesis]:
    """The hypotheses under which ``odd`` words of a text cost least, and less than as they stand; best first.

    Words of the text that are not odd speak too: what a hypothesis makes worse, it must leave as it is.
    Hypotheses that come to the same in all of ``text`` are one.
    """
    others = set(WORD.findall(text)).difference(odd)
    before, after, counts = _frequent_pairs([*odd, *sorted(others)[:_OTHERS]])
    found = _distinct(before, after, codes("".join(sorted(set(text)))))
    if not found:
        return []
    x, y, misfit = (np.stack(part) for part in zip(*found.values(), strict=True))
    bound = (model().least(x, y) + misfit) @ counts  # every pair in the language that suits it best
    near = np.argsort(bound)[:_NEAR]
    as_is = model().pairs(before, after)
    cost = model().pairs(x[near], y[near]) + misfit[near][..., None]
    total = np.tensordot(np.minimum(cost, as_is + LEFT), counts, (1, 0)).min(1)
    names = list(found)
    gained = float((counts @ as_is).min()) - total
    return [names[near[i]] for i in np.argsort(-gained)[:_TRIED] if gained[i] > LEAST]


def _frequent_pairs(words: list[str]) -> tuple[Codes, Codes, Costs]:
    code = codes(" " + " ".join(words) + " ")
    pairs, counts = np.unique(code[:-1].astype(np.uint64) << np.uint64(32) | code[1:], return_counts=True)
    before, after = (pairs >> np.uint64(32)).astype(np.uint32), pairs.astype(np.uint32)
    often = np.argsort(np.where((before > 0x7F) | (after > 0x7F), -counts, 0), kind="stable")[:_PAIRS]
    return before[often], after[often], counts[often].astype(np.float32)


def _distinct(before: Codes, after: Codes, chars: Codes) -> dict[Hypothesis, tuple[Codes, Codes, Costs]]:
    """What each hypothesis makes of pairs of characters, and what does not fit; of those alike the first."""
    seen = set()
    found = {}
    for read in PAGES:
        second, fits = _bytes(after, read)
        if not fits[after > 0x7F].any():
            continue
        x, _ = _written(_bytes(before, read)[0], before)
        y, missing = _written(second, after)
        misfit = np.where(fits, np.where(missing, np.float32(WORST), 0), np.float32(STRAY))
        byte, known = _bytes(chars, read)
        every, _ = _written(byte, chars)
        same = (every == chars).all(1)
        for i, written in enumerate(PAGES):
            key = every[i].tobytes() + known.tobytes()
            if not same[i] and key not in seen:
                seen.add(key)
                found[Hypothesis(written, read)] = x[i], y[i], misfit[i]
    return found


def _written(byte: NDArray[np.int64], as_is: Codes) -> tuple[Codes, NDArray[np.bool_]]:
    """What stood for each byte in every page, and where none did; byte 0 is none, and stays as it is."""
    code = _all_pages()[:, byte]
    missing = code == NONE
    return np.where((byte == 0) | missing, as_is, code), missing


@cache
def _all_pages() -> Codes:
    return np.stack([page(name) for name in PAGES])


@cache
def _index(read: str) -> tuple[Codes, NDArray[np.int64]]:
    items = sorted(shown(read).items())
    return codes("".join(char for char, _ in items)), np.array([byte for _, byte in items])


def _bytes(code: Codes, read: str) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The byte that was read as each code point, 0 if none, and whether there is one."""
    chars, bytes_ = _index(read)
    at = np.minimum(np.searchsorted(chars, code), len(chars) - 1)
    high = chars[at] == code
    fits = high | (code < 0x80)
    return np.where(high, bytes_[at], np.where(fits, code, 0)), fits
