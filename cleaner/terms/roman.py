"""Names of any script in plain small Latin letters, as far as a table reaches.

Cyrillic, Greek, Arabic, Hebrew, Georgian and Armenian by tables, the English way; kana and hangul by the
names that Unicode gives their letters (``KATAKANA LETTER BA`` is *ba*).  Other scripts stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from cleaner.terms.spelling import plain

_TABLES = (
    (
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўћђљњјџѓќѕәөүұқғңһў",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya i yi ye g u c"
        " dj lj nj j dz g k dz a o u u k g n h u",
    ),
    ("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o"),
    (
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويىءأإآؤئةپچژگکیڤہںےٹڈڑھ",
        "a b t th j h kh d dh r z s sh s d t z . gh f q k l m n h w y a . a i a w y a p ch zh g k y v h n e"
        " t d r h",
    ),
    ("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "a v g d h v z h t y k k l m m n n s . p f ts ts k r sh t"),
    (
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h",
    ),
    (
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
        "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f",
    ),
)
_ROMAN = {
    ord(letter): latin.replace(".", "")
    for letters, row in _TABLES
    for letter, latin in zip(letters, row.split(), strict=True)
}
_NAMED = re.compile(r"(?:HIRAGANA|KATAKANA) LETTER (?:SMALL )?(\w+)$|HANGUL SYLLABLE (\w+)$")


@lru_cache(65536)
def roman(name: str) -> str:
    """A name in plain small Latin letters.

    >>> [roman(n) for n in ("Идите лесом", "バラク", "Λάρισα", "김정은", "Höcke")]
    ['idite lesom', 'baraku', 'larisa', 'gimjeongeun', 'hocke']
    """
    if name.isascii():
        return name.casefold()
    composed = unicodedata.normalize("NFC", name.casefold()).translate(_ROMAN)
    return plain("".join(map(_named, composed))).translate(_ROMAN)  # once more: an accented alpha


def _named(letter: str) -> str:
    found = _NAMED.match(unicodedata.name(letter, "")) if letter > "\u3000" else None
    return next(filter(None, found.groups())).casefold() if found else letter


_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("schtsch|shch|chtch|szcz|tsch|dsch|tch|sch|sh|zh|ch|cz|sz", "S"),
        ("kh", "h"), ("ph", "f"), ("th", "t"), ("gh", "g"), ("w", "v"), ("ck|q|c", "k"), ("tz|ts|z", "s"),
        ("x", "ks"), ("ou|oo", "u"), ("ee", "i"), ("[yj]", "i"), ("i+(?=e)", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


@lru_cache(65536)
def sounding(word: str) -> str:
    """A plain word with one letter a sound, however a romaniser wrote it.

    >>> sounding("schukow") == sounding("zhukov"), sounding("jelena") == sounding("yelena") == "elena"
    (True, True)
    """
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
