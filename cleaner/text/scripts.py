"""Scripts: which writing system a code point belongs to, and how much of a text each one has.

Only the scripts that news is written in are told apart; a letter of any other
one is ``Other``, and what is no letter (digits, marks, signs) is ``Common``.
The table lists Unicode blocks, not single code points: precise for the letters
of every language this package knows, and a hundred times smaller than the full
property (Unicode 16, Scripts.txt).
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from functools import lru_cache

_BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "Latin"),
    (0x0250, 0x02AF, "Latin"),
    (0x0370, 0x03FF, "Greek"),
    (0x0400, 0x052F, "Cyrillic"),
    (0x0530, 0x058F, "Armenian"),
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x06FF, "Arabic"),
    (0x0750, 0x077F, "Arabic"),
    (0x08A0, 0x08FF, "Arabic"),
    (0x0900, 0x097F, "Devanagari"),
    (0x0980, 0x09FF, "Bengali"),
    (0x0A00, 0x0A7F, "Gurmukhi"),
    (0x0A80, 0x0AFF, "Gujarati"),
    (0x0B80, 0x0BFF, "Tamil"),
    (0x0C00, 0x0C7F, "Telugu"),
    (0x0C80, 0x0CFF, "Kannada"),
    (0x0D00, 0x0D7F, "Malayalam"),
    (0x0D80, 0x0DFF, "Sinhala"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x1000, 0x109F, "Myanmar"),
    (0x10A0, 0x10FF, "Georgian"),
    (0x1100, 0x11FF, "Hangul"),
    (0x1200, 0x137F, "Ethiopic"),
    (0x1780, 0x17FF, "Khmer"),
    (0x1C80, 0x1C8F, "Cyrillic"),
    (0x1C90, 0x1CBF, "Georgian"),
    (0x1E00, 0x1EFF, "Latin"),
    (0x1F00, 0x1FFF, "Greek"),
    (0x2C60, 0x2C7F, "Latin"),
    (0x2DE0, 0x2DFF, "Cyrillic"),
    (0x3040, 0x309F, "Hiragana"),
    (0x30A0, 0x30FF, "Katakana"),
    (0x3400, 0x4DBF, "Han"),
    (0x4E00, 0x9FFF, "Han"),
    (0xA640, 0xA69F, "Cyrillic"),
    (0xA720, 0xA7FF, "Latin"),
    (0xAC00, 0xD7AF, "Hangul"),
    (0xF900, 0xFAFF, "Han"),
    (0xFB00, 0xFB06, "Latin"),
    (0xFB1D, 0xFB4F, "Hebrew"),
    (0xFB50, 0xFDFF, "Arabic"),
    (0xFE70, 0xFEFF, "Arabic"),
    (0xFF21, 0xFF5A, "Latin"),
    (0x20000, 0x3134F, "Han"),
)
_STARTS = [start for start, _, _ in _BLOCKS]


@lru_cache(maxsize=4096)
def script(char: str) -> str:
    """Name the script of one code point; ``Common`` if it is no letter.

    >>> script("ж"), script("é"), script("7")
    ('Cyrillic', 'Latin', 'Common')
    """
    if not char.isalpha():
        return "Common"
    code = ord(char)
    _, end, name = _BLOCKS[bisect(_STARTS, code) - 1] if code >= _STARTS[0] else (0, -1, "")
    return name if code <= end else "Other"


def shares(text: str) -> dict[str, float]:
    """Share of each script among the letters of ``text``, largest first; empty without letters.

    >>> shares("Владимир Putin")
    {'Cyrillic': 0.6153846153846154, 'Latin': 0.38461538461538464}
    """
    letters: Counter[str] = Counter()
    for char, count in Counter(text).items():
        name = script(char)
        if name != "Common":
            letters[name] += count
    total = letters.total()
    return {name: count / total for name, count in letters.most_common()}
