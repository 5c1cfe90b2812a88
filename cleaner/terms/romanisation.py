"""How newspapers, passports and scholars write Russian and Ukrainian in Latin letters."""

from __future__ import annotations

import re

SYSTEMS = {
    "English": "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya",
    "German": "a b w g d e jo sch s i j k l m n o p r s t u f ch z tsch sch schtsch . y . e ju ja",
    "French": "a b v g d e io j z i ï k l m n o p r s t ou f kh ts tch ch chtch . y . e iou ia",
    "Polish": "a b w g d e jo ż z i j k l m n o p r s t u f ch c cz sz szcz . y . e ju ja",
    "Italian": "a b v g d e io zh z i j k l m n o p r s t u f kh ts ch sh sc . y . e ju ja",
    "Spanish": "a b v g d e io zh z i i k l m n o p r s t u f j ts ch sh shch . y . e iu ia",
    "Turkish": "a b v g d e yo j z i y k l m n o p r s t u f h ts ç ş şç . ı . e yu ya",
    "passport": "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y . e iu ia",
    "scientific": "a b v g d e ë ž z i j k l m n o p r s t u f ch c č š šč . y . è ju ja",
}
"""Ways to write Russian in Latin letters, a column a letter from а to я; ``.`` is no letter.

The English, German, French, Polish, Italian, Spanish and Turkish ones are those of the press of these
languages; the passport's is ICAO Doc 9303, the scientific one ISO/R 9:1968.  Ukrainian forms, told by their
tag, are written by the resolution of 2010, too.
"""
_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_TABLES = {
    name: dict(zip(_LETTERS, ("" if c == "." else c for c in row.split(" ")), strict=True))
    for name, row in SYSTEMS.items()
}
_RESOLUTION = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’",
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch . iu ia .".replace(
            ".", ""
        ).split(" "),
        strict=True,
    )
)
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}  # at the beginning of a word
_UKRAINIAN = {"і": "i", "ї": "yi", "є": "ye", "ґ": "g", "’": "", "'": "", "ў": "w"}


def romanise(native: str, system: str) -> str:
    """Write Cyrillic in Latin letters.

    >>> romanise("Шойгу", "German"), romanise("Евгений", "English")
    ('Schojgu', 'Yevgeniy')

    Raises:
        KeyError: no such system.
    """
    words = [_word(word, _TABLES[system] | _UKRAINIAN) for word in re.split(r"(\W+)", native)]
    latin = "".join(words)
    if system == "English":
        return re.sub(r"\bE(?=[a-z])", "Ye", latin)
    return latin


def ukrainian(native: str) -> str:
    """Write Ukrainian in Latin letters by the resolution of 2010.

    >>> ukrainian("Згурський Юрій"), ukrainian("Гадяч")
    ('Zghurskyi Yurii', 'Hadiach')
    """
    parts = re.split(r"([^\w’]+)", native.replace("'", "’").replace("зг", "зґг").replace("Зг", "Зґг"))
    return "".join(_word(part[:1], _RESOLUTION | _FIRST) + _word(part[1:], _RESOLUTION) for part in parts)


def _word(word: str, table: dict[str, str]) -> str:
    latin = "".join(table.get(c, c) for c in word.casefold())
    return latin[:1].upper() + latin[1:] if word[:1].isupper() else latin
