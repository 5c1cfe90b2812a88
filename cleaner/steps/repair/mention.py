"""Signs that look damaged and are what the text speaks of: “Ã©” in one on encodings, &amp; in one on HTML."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from cleaner.text.lines import line_spans

MENTIONED = 0.7  # confidence that such a sign is damage all the same: proposed, never made

_PAIRS = ("“”", "„“", "„”", "«»", "»«", "‘’", "‚‘", "‚’", '""', "''", "``")
_ENCODINGS = re.compile(
    r"\b(?:mojibake|utf-?8|unicode|U\+[0-9A-F]{4}\b|byte[- ]order|"
    r"latin-?1|iso[- ]8859|windows-125\d|charset|(?:character|text) encoding|"
    r"zeichensalat|zeichenkodierung|zeichensatz|kodierung|encodage|codificación de|codifica dei|krzaczki|"
    r"kodowani|кракозябр|кодировк|кодуванн)",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"\bX?HTML|\b(?:XML|SGML)\b|\b(?i:ampersand|esperluette|Und-Zeichen|амперсанд)")
_ENTITY = re.compile(r"\b(?:entit(?:y|ies|ät|äten|é|és|à)|entidad|encja|character reference)[:,]? $")
_NAME_BEFORE, _NAME_AFTER = re.compile(r"(?<!\w)[A-ZÀ-ÞА-Я]\S* $"), re.compile(r" [A-ZÀ-ÞА-Я]")
_STOPS = ".,;:!?()[]"
_NEAR = 60  # characters before a sign, at most, that are looked at


def in_quotes(text: str) -> str:
    """What stands between the quotation marks around a text, or around what a call of it hands on.

    >>> in_quotes("“Ã©”,"), in_quotes("print('Ã©')"), in_quotes("Ã©")
    ('Ã©', 'Ã©', '')
    """
    bare = text[text.find("(") + 1 :].strip(_STOPS)
    return bare[1:-1] if len(bare) > 2 and bare[0] + bare[-1] in _PAIRS else ""


def loses_a_mark(line: str, old: str, new: str) -> bool:
    """True if words of a line end a quotation, and would not once they read otherwise.

    A letter before the mark that closes it looks like damage: “AMANHÃ”, “Â”.

    >>> loses_a_mark("in “Volte AMANHÃ”", "AMANHÃ”", "AMANHÔ"), loses_a_mark("in HÃ”, he", "HÃ”,", "HÔ,")
    (True, False)
    """
    if in_quotes(old) and not in_quotes(new):
        return True
    end, then = old.rstrip(_STOPS)[-1:], new.rstrip(_STOPS)[-1:]
    opens = [pair[0] for pair in _PAIRS if pair[1] == end != pair[0]]
    return end != then and any(line.count(mark) == line.count(end) for mark in opens)


def on_encodings(line: str) -> bool:
    """True for a line that speaks of encodings, which may show what they do to text."""
    return _ENCODINGS.search(line) is not None


def on_markup(text: str, start: int, end: int) -> bool:
    """True if an entity, a word of its own, stands where a text says how one is written.

    >>> on_markup("In HTML we write &amp; for it.", 17, 22), on_markup("HTML &amp; CSS", 5, 10)
    (True, False)
    """
    before = text[max(start - _NEAR, 0) : start]
    if _ENTITY.search(before):
        return True
    joins = _NAME_BEFORE.search(before) and _NAME_AFTER.match(text, end)
    return not joins and _in_one_of(_lines_on_markup(text), start)


@lru_cache(maxsize=1)
def _lines_on_markup(text: str) -> list[tuple[int, int]]:
    """Where the lines that speak of markup begin and end: looked for once, however many entities ask."""
    return [span for span in line_spans(text) if _MARKUP.search(text, *span)]


def _in_one_of(spans: list[tuple[int, int]], place: int) -> bool:
    before = bisect_right(spans, place, key=lambda span: span[0])
    return before > 0 and place < spans[before - 1][1]
