"""Which characters are of one kind, and what signs cost: by hand, for ``training/mojibake.py``."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

# Signs by kind: cost after an edge, after a letter, before an edge, before a letter (added to that of a first
# letter).
# Tuned for order, not value: what the least of them decides is decided by many letters too.
SIGNS = (
    ("“”‘‛«»‹›", (4.5, 6.5, 0.0, 1.0)),
    ("„‚¿¡", (5.0, 11.0, 6.0, 0.0)),
    ("’´", (6.0, 6.0, 1.5, 1.0)),
    ("–—−", (4.0, 7.0, 0.5, 2.0)),
    ("،؛؟", (5.0, 4.5, 0.3, 3.0)),
    ("…", (9.0, 6.5, 0.5, 4.0)),
    ("\xa0", (3.0, 3.5, 0.5, 1.0)),
    ("€£§©®™№•·½ª²³", (7.0, 9.5, 1.0, 8.0)),
    ("°º", (6.0, 9.5, 1.0, 3.0)),
    ("\u0300\u0301\u0302\u0303\u0306\u0307\u0308\u030a\u030b\u030c\u0327\u0328", (9.0, 5.0, 0.5, 1.0)),
    ("\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", (5.0, 6.5, 0.5, 2.0)),  # unseen
    ("\ufffd", (0.0, 0.0, 0.0, 0.0)),  # lost under every reading
)
ODD = (9.5, 11.5, 4.0, 10.0)  # other signs: ¤ ¬ † ‰ ...
JUNK = (12.0, 12.5, 8.0, 12.0)  # controls, box-drawing, private use
STRANGE = (9.0, 10.0, 2.0, 6.0)  # a letter of no table: ð, Georgian
FREQUENT = (2.5, 10.0, 2.0, 8.0)  # kana, and the commonest hanzi and hangul
HAN = (4.5, 11.0, 2.0, 9.0)  # other hanzi and hangul in use
RARE_HAN = (8.0, 13.0, 4.0, 10.0)
KINDS = (*(costs for _, costs in SIGNS), ODD, JUNK, STRANGE, FREQUENT, HAN, RARE_HAN)
COMMON_HAN = (
    "的一是不了人在有我他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着去之过過家学學对對"
    "可她里后小么麼心多天而能好都然没日于於起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經头頭面公同三"
    "已老从從动動两兩长長知样樣现現分将將外但身些与與高意进進把法此实實回二理美点點月明其种種声聲全工己话話儿兒者向情部正"
    "名定女问問力机機给給等几幾很业業最间間新什打便位因重被走电電四第门門相次东東政海口使教西再平真听聽世气氣信北少关關"
    "并內加化由却代军軍产產入先山五太水万市区區"
)
COMMON_HANGUL = (
    "이다는의에을가고한하지로도은를사대기인서자어리있시정아나해일수그들과부전제으라보게원장상것면주국공세관화해여만성년"
    "신구중동우스경선적조유비안오거연했소문회방위모마장니었무았없된되개라명실당통미월러내려야와트드"
)


def kinds(letters: list[str]) -> NDArray[np.uint16]:
    """The class of each code point: 0 for an edge, a letter's number, or a kind of sign."""
    kind = _by_block(len(letters) + 1)
    for number, letter in enumerate(letters, 1):
        for c in {letter, letter.upper(), letter.title()}:
            if len(c) == 1:
                kind[ord(c)] = number
    kind[:0x80] = np.where([chr(c).isalpha() for c in range(0x80)], kind[:0x80], 0)
    kind[[*range(9), 11, 12, *range(14, 32), 127]] = len(letters) + 1 + KINDS.index(JUNK)
    for upper, lower in (*zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", strict=True), "İi"):
        kind[ord(upper)] = kind[ord(lower)]
    return kind


def _by_block(first: int) -> NDArray[np.uint16]:
    """The kind of each code point that is no letter of the tables."""
    odd, junk, strange, frequent, han, rare = range(first + KINDS.index(ODD), first + len(KINDS))
    kind = np.full(0x10000, strange, np.uint16)
    kind[:0x3000] = [strange if chr(code).isalpha() else odd for code in range(0x3000)]
    kind[0x80:0xA0] = kind[0x2500:0x2600] = kind[0xE000:0xF900] = junk
    kind[0x3400:0xD7B0] = kind[0xFF61:0xFFA0] = rare  # the second are half-width kana
    kind[0x3000:0x3003] = kind[0x3008:0x3012] = kind[0xFF01:0xFF1B] = han
    kind[[ord(c) for c in _in_use()]] = han
    kind[0x3041:0x30FF] = frequent
    kind[[ord(c) for c in COMMON_HAN + COMMON_HANGUL]] = frequent
    for k, (signs, _) in enumerate(SIGNS, first):
        kind[[ord(c) for c in signs]] = k
    return kind


def _in_use() -> Iterator[str]:
    """The hanzi and hangul of the first planes of the national standards: those in daily use."""
    rows = {"gb2312": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7), "euc-kr": range(0xB0, 0xC9)}
    columns = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    for codec in rows:
        cells = (bytes([row, column]).decode(codec, "ignore") for row in rows[codec] for column in columns)
        yield from (c for cell in cells for c in cell if c > "\u3000")
