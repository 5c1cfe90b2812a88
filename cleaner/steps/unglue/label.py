"""Buttons, teasers' labels and advertising notes inside a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.edit import Edit

SURE = 0.95  # 0 false alarms in 1.9 million words of clean news
LIKELY = 0.7  # a label with what it points at

_BUTTONS = (
    "Read more | Read also | Also read | Read on | Read next | See also | See more | Show more | "
    "Learn more | Continue reading | Continue reading below | Click here to read more | Read the "
    "full story | Watch more | Story continues below | Article continues below | Article "
    "continues after advertisement | Share this article | Share on Facebook | Sign up here | "
    "Subscribe now | Print this page | Back to top | Weiterlesen | Mehr lesen | Mehr dazu | Lesen "
    "Sie auch | Lesen Sie mehr | Lesen Sie hier mehr | Artikel teilen | Zum Artikel | Jetzt "
    "abonnieren | Nach oben | Zur Startseite | Lire la suite | Lire aussi | À lire aussi | En "
    "savoir plus | Partager cet article | Lire plus | Leer más | Lea también | Seguir leyendo | "
    "Ver más | Compartir este artículo | Te puede interesar | Leggi anche | Leggi tutto | "
    "Continua a leggere | Condividi questo articolo | Per saperne di più | Leia mais | Leia "
    "também | Saiba mais | Continue lendo | Veja também | Compartilhe este artigo | Lees meer | "
    "Lees ook | Lees verder | Deel dit artikel | Meer lezen | Czytaj więcej | Czytaj także | "
    "Czytaj dalej | Zobacz także | Zobacz też | Udostępnij artykuł | Читать далее | Читайте также "
    "| Читать полностью | Подробнее | Смотрите также | Поделиться статьёй | Devamını oku | Daha "
    "fazla oku | Ayrıca bakınız | Haberin devamı | Bunu da oku"
)
_NOTES = (
    "Advertisement", "Advertisements", "Sponsored content", "Anzeige", "Werbung", "Publicité", "Publicidad",
    "Pubblicità", "Publicidade", "Advertentie", "Reklama", "Реклама", "Reklam",
)  # fmt: skip


_NOUNS = frozenset({"Anzeige", "Werbung", "Reklama", "Реклама", "Reklam"})
"""Notes that are also nouns of running text."""
_ALL = sorted({w for x in (*_BUTTONS.split(" | "), *_NOTES) for w in (x, x.upper())}, key=len, reverse=True)
_LABEL = re.compile(rf"(?:{'|'.join(map(re.escape, _ALL))})(?!\w)")
_NOTE = frozenset(_NOTES)
_AFTER_STOP = re.compile(r"[^\s.!?…]{2}[.!?…][\"”“»)]?\s*[\[(]?$")
_END = re.compile(r"[ .!»›>→…:\])]*(?=\n|$)")
_HEADLINE = re.compile(r" ?: ?[^\n.!?]{10,120}(?=\n|$)")
_OPENER = re.compile(r" (?:The|A|An|In|He|She|It|They|Der|Die|Das|Im|Le|La|Les|El|Los|Il)\b")
_GOVERNED = re.compile(
    r"\b(?:an?|the|every|each|this|that|no|of|for|in|on|with|by|and|or|new|une?|la|el|een|de|its?|his|her) $"
)
_SMALL_BEFORE = re.compile(r"[^\W\d_A-ZÀ-ÞА-Я],? [\[(]?$")
_SMALL_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_A-ZÀ-ÞА-Я]+,? [\[(]?$")
_SMALL_AFTER = re.compile(r"(?: ?[»›>→…:\])]+)? (?=[^\W\d_A-ZÀ-ÞА-Я]|[^\W\d_][^\W\d_A-ZÀ-ÞА-Я]|\d)")


def find(text: str) -> Iterator[Edit]:
    """Drop a button or an advertising note that ran into a paragraph.

    Damage: the text of a button, a label or a notice between two paragraphs joins the sentence beside it.
    Made by extractors that flatten inline elements; translators then translate them ("Weiterlesen", "Lire
    la suite").

    >>> from cleaner.edit import apply
    >>> text = "The ferry ADVERTISEMENT sank in the night. It was old. Read more"
    >>> apply(text, find(text))
    'The ferry sank in the night. It was old.'

    A label is known word for word, in ten languages, and must stand where no writer puts it: behind the last
    stop of a paragraph, in capitals amid small letters, between two sentences.  With a colon and a headline
    behind it ("Read more: …") it is only proposed.  A line that is nothing but a label belongs to ``strip``.
    Left alone: the same words in a sentence ("to read more books").  False alarms: 0 in 1.9 million words.
    """
    for label in _LABEL.finditer(text):
        if text[label.start() - 1 : label.start()] not in set(" ([") - {""}:
            continue
        end = _surely_ends(text, label)
        if end:
            yield _dropped(text, label.start(), end, SURE)
        elif (teaser := _HEADLINE.match(text, label.end())) and _after_stop(text, label.start()):
            yield _dropped(text, label.start(), teaser.end(), LIKELY)


def _after_stop(text: str, start: int) -> bool:
    return _AFTER_STOP.search(text, max(0, start - 8), start) is not None


def _surely_ends(text: str, label: re.Match[str]) -> int | None:
    """Where the label ends with what closes it; None if it may be part of a sentence."""
    start, end, near = label.start(), label.end(), max(0, label.start() - 30)
    closed, small = _END.match(text, end), _SMALL_AFTER.match(text, end)
    between = label[0] in _NOTE and _OPENER.match(text, end)
    if (closed or between) and _after_stop(text, start):
        return closed.end() if closed else end
    amid = small and _SMALL_BEFORE.search(text, near, start)
    plain = label[0] in _NOTE - _NOUNS and _SMALL_WORD.search(text, near, start) is not None
    plain = plain and not _GOVERNED.search(text, near, start)
    shouted = label[0].isupper() or plain
    return small.end() - 1 if small and amid and shouted else None


def _dropped(text: str, start: int, end: int, confidence: float) -> Edit:
    """The edit that takes the label away, with its bracket and the space before it."""
    while start and text[start - 1] in " [(":
        start -= 1
    gone = text[start:end]
    return Edit(start, gone, "", "unglue.label", f"{gone.strip()!r} is a label of the page", confidence)
