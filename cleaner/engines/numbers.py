"""Numbers of a text, so that those of a sentence and its translation can be compared.

``1.500,5`` in German is ``1,500.5`` in English: what counts is the row of digits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

_NUMBER = re.compile(
    r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))+(?:[.,]\d+(?![.,]?\d))?"  # thousands
    r"|(?<!\d[.,])\d+(?:[.,]\d+)?(?![.,]?\d)"  # decimals
    r"|\d+"  # dates, scores, times: each number of theirs alone
)
_TIME = re.compile(r"\d{1,2}(?:[.,]\d\d)?")  # 14, 14.30
_WORDS: Final = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve",
    "de": "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
}
_ORDINALS: Final = {
    "en": "- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "de": "- erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte",
}
_MANY: Final = {1: "one a an single", 2: "both couple twice", 12: "dozen noon"}


def numbers(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield place, number as written, and its digits.

    >>> [digits for _, _, digits in numbers("1.500,5 Euro am 3.05.2024 um 14:30")]
    ['15005', '3', '5', '2024', '14', '30']
    """
    for match in _NUMBER.finditer(text):
        yield match.start(), match[0], re.sub(r"\D", "", match[0]).lstrip("0") or "0"


def lost(source: str, target: str, lang: str) -> tuple[Counter[str], Counter[str]]:
    """Numbers of ``source`` that ``target`` lacks, and numbers it has instead; both empty if all is well.

    A small number may become a word, and the afternoon may be counted in twelve hours.
    """
    had = Counter(digits for _, _, digits in numbers(source))
    times = {digits for _, written, digits in numbers(source) if _TIME.fullmatch(written)}
    have = Counter(digits for _, _, digits in numbers(target))
    missing, extra = had - have, have - had
    for digits in [*missing]:
        if (
            digits == "0"
            or _said(digits, target, lang)
            or (digits in times and _afternoon(digits, extra))
            or _longer(digits, extra)
        ):
            del missing[digits]
    return missing, extra if missing else Counter()


def _said(digits: str, target: str, lang: str) -> bool:
    if len(digits) > 2 or (value := int(digits)) > 12:  # Python reads no number of thousands of digits
        return False
    primary = lang.split("-")[0]
    if primary not in _WORDS:
        return True  # no list of words for this language: a small number is not missed
    names = [_WORDS[primary].split()[value], _ORDINALS[primary].split()[value]]
    names += _MANY.get(value, "").split() if primary == "en" else []
    return any(re.search(rf"\b{re.escape(n)}", target, re.IGNORECASE) for n in names if n != "-")


def _afternoon(digits: str, extra: Counter[str]) -> bool:
    """True if 14 or 14.30 stands there as 2 or 2:30; takes these out of ``extra``."""
    hour, minutes = (digits[:2], digits[2:]) if len(digits) in (2, 4) else ("0", "")
    if not 12 < int(hour) < 25:
        return False
    wanted = Counter([str(int(hour) - 12), *([str(int(minutes))] if minutes.strip("0") else [])])
    same = Counter([hour, str(int(minutes or 0))])  # 14.30 as 14:30
    for numbers_of_time in (wanted, same):
        if numbers_of_time <= extra:
            extra.subtract(numbers_of_time)
            return True
    return False


def _longer(digits: str, extra: Counter[str]) -> bool:
    """True if *10 thousand* stands there as 10,000, the *70s* as 1970s, 22 o'clock as 22:00."""
    for written in (f"{digits}000", f"{digits}000000", f"{digits}00", f"19{digits}"):
        if extra[written] > 0:
            extra[written] -= 1
            return True
    return False


def mended(source: str, target: str, lang: str) -> str | None:
    """``target`` with its one wrong number made that of ``source``; None if it is not one for one."""
    missing, extra = lost(source, target, lang)
    if missing.total() != 1 or extra.total() != 1:
        return None
    right = next(written for _, written, digits in numbers(source) if digits in missing)
    at, wrong, _ = next(n for n in numbers(target) if n[2] in +extra)
    return target[:at] + _written(right, lang) + target[at + len(wrong) :]


def respelt(source: str, target: str, lang: str) -> str:
    """``target`` with the numbers that stand in it as in ``source`` written as its language writes them.

    >>> respelt("Rund 1.500,5 von 250.000 am 3.5.2024", "Around 1.500,5 of 250.000 on 3.5.2024", "en")
    'Around 1,500.5 of 250,000 on 3.5.2024'
    """
    own = {written for _, written, _ in numbers(source)}
    for at, written, _ in reversed(list(numbers(target))):
        if written in own:
            target = target[:at] + _written(written, lang) + target[at + len(written) :]
    return target


def _written(number: str, lang: str) -> str:
    """A number with a decimal comma as English writes it; other languages keep it as it is.

    Four groups and more are an address of the internet.
    """
    if not lang.startswith("en"):
        return number
    if re.fullmatch(
        r"\d{1,3}(?:[.\u00a0\u202f ]\d{3}){0,2},\d+|\d{1,3}(?:[.\u00a0\u202f ]\d{3}){1,2}", number
    ):
        return re.sub(r"[.,\u00a0\u202f ]", lambda m: "." if m[0] == "," else ",", number)
    return number
