"""UTF-8 that was read as something else: ftfy, line by line, as edits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from cleaner.edit import Edit, between
from cleaner.steps.repair.mention import MENTIONED, in_quotes, loses_a_mark, on_encodings
from cleaner.text.lines import line_spans

if TYPE_CHECKING:
    from ftfy import ExplanationStep, TextFixerConfig

CONFIDENCE = 0.99  # no false repair in 52,000 clean sentences of 26 languages
_CLOSER = re.compile(r"(?<=[A-Za-z\d.,!?…%)'¡-¿])â€(?=[ .,;:!)\]]|$)")
_CONTROLS = [("encode", "latin-1"), ("decode", "windows-1252")]  # no UTF-8: repair.c1 asks how they stand


def find_mojibake(text: str) -> Iterator[Edit]:
    r"""UTF-8 read as a single-byte encoding, once or several times.

    Committed by every program that guesses an encoding: browsers, databases, mail, spreadsheets.  It shows
    as pairs and triples of accented letters and signs, where one letter or quotation mark should stand:

    >>> [(e.old, e.new) for e in find_mojibake("Das ist schÃ¶n, sagte sie.")]
    [('schÃ¶n,', 'schön,')]

    A closing quotation mark whose last byte cp1252 cannot show, and most programs drop, gets it back:

    >>> [(e.old, e.new) for e in find_mojibake("â€œWe stayâ€ is all she said.")]
    [('â€œWe stayâ€', '“We stay”')]

    Left alone: quotation marks, ligatures, full-width letters and line ends, which ftfy would rewrite by
    default, unless they are part of such damage; controls that stand alone (repair.c1).  Only proposed: in
    a line that speaks of encodings, of a single sign between quotation marks that are right, and of what
    stands so beside its right form (“RenÃ©e” for Renée).  Left alone as well: a letter before the mark that
    closes a quotation (“AMANHÃ”).  False alarms: none in 52,000 sentences of 26 languages.
    """
    if (text.isascii() and "\x1b" not in text) or not _suspicious().search(text):
        return
    for start, end in line_spans(text):
        line = text[start:end]
        if _suspicious().search(line):
            yield from _repaired(line, start)


def _repaired(line: str, at: int) -> Iterator[Edit]:
    from ftfy import apply_plan, fix_and_explain

    whole = _CLOSER.sub("â€\x9d", line)  # else ftfy takes the blank behind for the byte of a dagger
    plan = fix_and_explain(whole, _config()).explanation or []
    if plan[-2:] == _CONTROLS:
        plan = plan[:-2]
    fixed = apply_plan(whole, [(step.action, step.parameter) for step in plan])
    if fixed != line:
        edits = [*between(line, fixed, "repair.mojibake", why=_why(plan), at=at, confidence=CONFIDENCE)]
        edits = [edit for edit in edits if not loses_a_mark(line, edit.old, edit.new)]
        if on_encodings(line) or all(_is_example(line, edit) for edit in edits):
            edits = [replace(edit, confidence=MENTIONED) for edit in edits]
        yield from edits


def _is_example(line: str, edit: Edit) -> bool:
    """True for one sign between quotation marks, “Ã©”, or words in them that stand beside as they should."""
    right = in_quotes(edit.new)
    return bool(right and in_quotes(edit.old)) and (len(right) == 1 or right in line)


def _why(plan: list[ExplanationStep]) -> str:
    return "ftfy: " + ", ".join(f"{step.action} {step.parameter}" for step in plan)


@cache
def _config() -> TextFixerConfig:
    """What ftfy may do: undo encodings.  The rest is other rules' work, or none of our business."""
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,  # repair.entity
        remove_terminal_escapes=True,
        fix_latin_ligatures=False,  # set by a typographer; a search engine finds them anyway
        fix_character_width=False,  # wide letters are right in Chinese, Japanese and Korean
        uncurl_quotes=False,  # the quotation marks of 27 % of German and 68 % of French sentences
        fix_c1_controls=False,  # repair.c1
        fix_line_breaks=False,  # they belong to decoding, and break idempotence line by line
        remove_control_chars=False,  # repair.control
        normalization=None,  # repair.composed
    )


@cache
def _suspicious() -> re.Pattern[str]:
    """Matches every line that ftfy may change, and few others: its own test is slow (2 MB/s).

    ftfy changes a line only if it holds a C1 control, a surrogate, a terminal escape, or what its "badness"
    calls an improbable sequence.  Each of those holds one of these pairs of its kinds of characters.
    """
    from ftfy.badness import MOJIBAKE_CATEGORIES as KINDS

    letters = KINDS["upper_common"] + KINDS["lower_common"]  # Greek and Cyrillic: only before some signs
    small = KINDS["lower_accented"] + KINDS["kaomoji"]  # two of these are a word's
    other = [
        name for name in KINDS if "common" not in name and name not in ("c1", "lower_accented", "kaomoji")
    ]
    signs = "".join(KINDS[name] for name in other)
    marks = KINDS["bad"] + KINDS["start_punctuation"] + KINDS["end_punctuation"] + KINDS["currency"]
    return re.compile(
        "[\x1b\x80-\x9f\ud800-\udfff]"
        f"|[{signs}][{signs}{small}]|[{small}][{signs}]"
        "|[ŒœÃÂÎÐØÙ][^A-Za-z]"
        f"|[{letters}][{KINDS['bad']}{KINDS['upper_accented']}]"
        f"|[ВГРСΒΓΞΟ][{marks}°µ][ВГРСΒΓΞΟ]"
        "|[вВ]Ђ|β€"
    )
