"""Two words become one where a link or a block ended, in languages whose sentences are not looked into."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.edit import Edit

LIKELY = (
    0.75  # there is a seam (0 false alarms in 0.25 million words); that no stop or comma was lost is a guess
)

_WORDS = {
    "fr": "mais après avant depuis selon malgré pendant cette dans avec pour quand alors elle nous leur puis "
    "sans sous chez entre contre ainsi lorsque parce tandis",
    "es": "pero después antes desde según durante esta este para cuando entonces ella sobre hasta entre "
    "contra aunque mientras porque también donde",
    "it": "dopo prima secondo durante questa questo quando allora anche dalla della nella sono perché mentre "
    "contro senza",
    "pt": "depois antes desde segundo durante esta este para quando então também sobre entre contra embora "
    "enquanto porque onde",
    "pl": "oraz dla przed podczas według przez dlatego kiedy jednak także który która które między przeciw "
    "ponieważ choć",
    "ru": "для после перед согласно когда однако также который которая которые между против потому хотя "
    "через чтобы если",
    "uk": "для після перед згідно коли однак також який між проти тому хоча через щоб якщо",
    "tr": "ancak fakat sonra önce göre için çünkü kadar",
}
"""Function words by language, too long to be half of a brand."""
LANGUAGES = frozenset(_WORDS)

_SMALL = "a-zß-öø-ÿąćęłńóśźżğışа-яёіїєґ"
_ALL = sorted({word.capitalize() for row in _WORDS.values() for word in row.split()}, key=len, reverse=True)
_GLUED = re.compile(rf"(?<=[{_SMALL}]{{3}})(?P<word>{'|'.join(_ALL)})(?= [{_SMALL}0-9])")


def find(text: str) -> Iterator[Edit]:
    """Propose to part a capitalised function word from the word it is glued to.

    Damage: as in unglue.glued and unglue.german, in French, Spanish, Italian, Portuguese, Polish, Russian,
    Ukrainian and Turkish.  Made by extractors that drop tags without a space, and by translation link by
    link.

    >>> from cleaner.edit import apply
    >>> text = "Le train est parti de LyonAprès une heure."
    >>> apply(text, find(text))
    'Le train est parti de Lyon après une heure.'

    Only proposed, with a space and a small letter: a comma or a stop may have stood there, too.  Left alone:
    camel case with any other second half (DeepMind, ВКонтакте).  False alarms: 0 in 0.25 million words of
    clean news.
    """
    for seam in _GLUED.finditer(text):
        word = seam["word"]
        why = f"{word!r} is a function word in mid-word"
        yield Edit(seam.start(), word, f" {word.lower()}", "unglue.joined", why, LIKELY)
