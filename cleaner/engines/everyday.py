"""Native forms that are words of every day as well: *Bild* is a newspaper and a picture.

A wrong name in a translation is worse than none, so such a form is held only where its place tells that the
name is meant: in quotation marks, beside a word for what it is, or, in a language that writes its nouns
small, with a capital within a sentence.
"""

from __future__ import annotations

import re

from cleaner.terms.lexicon import LANGUAGES, listed

_ARTICLES = frozenset({"der", "die", "das"})
_KINDS = (
    "Zeitung Tageszeitung Wochenzeitung Boulevardzeitung Boulevardblatt Blatt Zeitschrift Magazin Sender "
    "Portal Nachrichtenportal Partei Verein Organisation Stiftung Agentur Firma Stadt "
    "газета газеты газете журнал журнала журнале телеканал телеканала телеканале канал канала издание "
    "издания издании партия партии организация организации движение движения фонд фонда проект проекта"
)
_KIND = re.compile(rf"\b(?:{'|'.join(_KINDS.split())})\s+$", re.IGNORECASE)
_COMPOUND = re.compile(r"-(?:Zeitung|Magazin|Partei|Redaktion|Bericht|Reporter)| am Sonntag")
_OPEN, _CLOSE = tuple("„“«»›\"‚'"), tuple("“”»«‹\"‘'")
_BEGINS = re.compile(r"(?:^|[.!?…:]\s+|\n\s*)[-–—\"„“«»]*\s*$")


def everyday(words: tuple[str, ...], lang: str, preferred: str) -> bool:
    """True for one noun, an article apart, that a dictionary has with a meaning other than the name.

    Terms, which are written small, are words of every day on purpose.

    >>> [everyday(("Bild",), "de", preferred) for preferred in ("Bild", "Image", "picture")]
    [True, True, False]
    """
    nouns = [word for word in words if word.casefold() not in _ARTICLES]
    if len(nouns) != 1 or lang not in LANGUAGES or nouns[0].isupper() or preferred[:1].islower():
        return False
    return any(meaning != preferred.casefold() for meaning in listed(nouns[0], lang))


def meant(source: str, start: int, end: int, lang: str) -> bool:
    """True where the place of such a form tells that the name is meant.

    >>> meant("Das Bild hängt.", 4, 8, "de"), meant("Die „Bild“ schreibt.", 5, 9, "de")
    (False, True)
    """
    before = source[:start]
    quoted = before.endswith(_OPEN) and source.startswith(_CLOSE, end)
    if quoted or _KIND.search(before) or _COMPOUND.match(source, end):
        return True
    return lang != "de" and source[start].isupper() and not _BEGINS.search(before)
