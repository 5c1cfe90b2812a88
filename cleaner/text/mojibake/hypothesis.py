"""In which encoding a text was written, in which it was read, and how that is undone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cleaner.text.mojibake.pages import NONE, page

UTF8 = "utf-8"
STRAY = 6.0  # nats for a character that the page a word was read in does not have
WORST = 15.0  # ... for one that the page it was written in does not have
_SEQUENCE = re.compile("[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Bytes written in UTF-8 or a code page, and read in another page.

    >>> Hypothesis("cp1251", "cp1252").undo("Ìîñêâà"), Hypothesis("utf-8", "koi8-r").undo("п·п╫")
    (('Москва', 0.0), ('Он', 0.0))
    """

    written: str
    read: str

    def undo(self, word: str) -> tuple[str, float]:
        """What was written where ``word`` was read, and the cost of the characters that do not fit."""
        if self.written == UTF8:
            text, _, strays = undo_utf8(word, self.read)
            return text, STRAY * strays
        table = exchange(self.written, self.read)
        misfit = sum(table.get(c, (c, 0.0 if c.isascii() else STRAY))[1] for c in word)
        return "".join(table.get(c, (c, 0.0))[0] for c in word), misfit

    def __str__(self) -> str:
        return f"{self.written} read as {self.read}"


def undo_utf8(text: str, read: str) -> tuple[str, int, int]:
    """What was UTF-8 before it was read in a page; how many sequences fit, and how many bytes do not."""
    as_bytes = text.translate(_latin1(read))
    out: list[str] = []
    pos = fits = 0
    for sequence in _SEQUENCE.finditer(as_bytes):
        try:
            char = sequence.group().encode("latin-1").decode()
        except UnicodeDecodeError:  # a surrogate, or longer than it need be
            continue
        out += text[pos : sequence.start()], char
        pos, fits = sequence.end(), fits + 1
    out.append(text[pos:])
    left = "".join(out[::2])
    return "".join(out), fits, len(left) - sum(map(str.isascii, left))


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


@cache
def _latin1(read: str) -> dict[int, str]:
    """Each character of a page as that of the same byte in Latin-1; what it lacks, out of the way."""
    foreign = dict.fromkeys(range(0xA0, 0x100), "\ufffd")
    return foreign | {ord(char): chr(byte) for char, byte in shown(read).items()}
