"""The big first letter of an article, torn off its word or doubled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from cleaner.edit import Edit
from cleaner.terms.rarity import known

SURE = 0.95  # 0 false alarms in 0.4 million words of clean news in seven languages
LIKELY = 0.6  # what stood there before translation is a guess

_OPENERS = (
    "according after all although among an and another are as at because before but by can could "
    "despite did do does during each even every few first five for four from good had has have he her "
    "here his how however if in is it its just last less many may meanwhile more most mr much my nearly "
    "never new next no not now of on once one only or our out over people police president she should "
    "since six so some still ten that the their then there these they this those three through to today "
    "two under until was we were what when where which while who why will with within without women "
    "world would year years yes yet you your der die das dem den des ein eine einen einem einer er sie "
    "es wir ihr ich im ist auf aus bei mit nach von vor zu zum zur und aber auch wie wer wenn weil während "
    "seit trotz über unter für gegen durch ohne noch nicht nur mehr immer laut knapp rund etwa le la "
    "les un une il elle ils elles nous dans pour avec sur après avant depuis selon cette ces ce el los "
    "las una unos en por con para desde según tras sin cuando lo gli dei nel della dopo secondo per de "
    "het een van voor met door bij na deze dit o os um uma com depois po przed przez od dla jest nie "
    "jak gdy ta в на по после перед при для как он она они это не что если когда из за от до про під "
    "після як він вона вони це що якщо коли із від bu bir ve için ile daha çok viele alle diese dieser "
    "dieses jeder jede man zwei drei vier fünf sechs sieben zehn bereits schon dann damit dabei dazu "
    "dort hier heute gestern morgen wegen zwischen nachdem bevor obwohl sollte könnte muss kann wird "
    "werden wurde wurden hat haben hatte hatten sind war waren sein seine seinen ihre ihren unser "
    "unsere mein kein keine etwas alles einige mehrere manche solche welche welcher wo wann warum woher "
    "doch jedoch allerdings trotzdem dennoch deshalb daher darum also außerdem zudem zunächst "
    "schließlich endlich inzwischen mittlerweile bislang bisher künftig am vom beim ins sowohl weder "
    "entweder andere anderen neben hinter gemäß angesichts aufgrund dank statt präsident minister "
    "polizei regierung menschen deutschland europa berlin montag dienstag mittwoch donnerstag freitag "
    "samstag sonntag als beide hunderte anfang"
)
_WORDS = frozenset(w for w in _OPENERS.split() if len(w) > 1)
_ALONE = frozenset("AIOYEÈÀÉÓUWZVKSВКСОУИЯІЄЇАΗΟΑ")
"""Letters that are words of some language by themselves."""
_FRAGMENTS_THAT_ARE_WORDS = frozenset(
    {"bout", "cross", "long", "round", "part", "way", "side", "gain", "go", "ha"}
)
_AFTER_AND = frozenset("es et en el un una la le les se si il al".split())  # noqa: SIM905
"""Words that stand behind a letter that is a word: Spanish *Y es*, Italian *E la*."""

_COMMON = {"en": ("the", "of", "and"), "de": ("und", "der", "die", "das", "nicht")}
_TOLD, _SHARE = 2, 0.04  # so many and so large a share of the words must be these to know the language
_NO_UMLAUTS = dict.fromkeys(map(ord, "äöüß’"), "")
_AFTER_LETTERS = frozenset(
    {"coli", "aureus", "difficile", "diff", "pneumoniae", "botulinum", "lymphocyte", "lymphocytes", "zelle"}
    | {"zellen", "chromosome", "chromosomes", "ray", "rays", "vitamin", "vitamins", "pop", "cell", "cells"}
)
"""Words that go with a letter: E coli, T lymphocytes."""

_WORD = re.compile(r"[\w'’]+")
_HEAD = re.compile(r"^[^\W\d_a-zа-яß-ÿ](?=[ \n]|[^\W\d_a-zа-яß-ÿ][^\W\d_A-ZÀ-ÞА-Я])", re.M)
_TORN = re.compile(r"(?P<cap>\w)(?P<gap> |\n{1,2})(?P<rest>[^\W\d_A-ZÀ-ÞА-Я]+)(?=[\s,])")
_TWICE = re.compile(r"(?P<cap>\w)(?P<gap>[ \n]?)(?P<word>(?P=cap)[^\W\d_A-ZÀ-ÞА-Я]+)(?=[\s,])")
_ARTICLE = re.compile(r"A (?=(?:Ec|El|Em|En|Ex|Il|Im|In|Is|Oc|Of|Op|Or|Ou|Un[a-hj-z]|Us)[a-z]{3,} )")
_SPELT = re.compile(r"[^\W\d_](?: [^\W\d_]\b){3}|[A-Z] (?:or|oder|ou|of) [B-HJ-Z]\b(?!')")
_ROMAN = frozenset({"in", "il"})  # "IIn" and "IIl" may be a numeral and more


def find(text: str) -> Iterator[Edit]:
    r"""Join a first letter with the rest of its word, and drop one that stands there twice.

    Damage: the drop cap of an article is an element of its own, so its letter is torn off ("T he"), or
    kept for screen readers beside the whole word ("T The").  Made by page templates and extractors.
    Translated before it is joined, the rest becomes another word: "A Economics" was *Ö konomen*; that is
    only proposed away.

    >>> from cleaner.edit import apply
    >>> apply("T he bridge is closed.\n\nIt is old.", find("T he bridge is closed.\n\nIt is old."))
    'The bridge is closed.\n\nIt is old.'
    >>> apply("D\nDie Brücke ist gesperrt.", find("D\nDie Brücke ist gesperrt."))
    'Die Brücke ist gesperrt.'

    Joined if the word is one that opens sentences in one of ten languages, or if the text has it elsewhere
    and the letter is no word; in English and German also if what is left of the word is none.  Left alone: A
    and I before a word (A long way), names of things (T cells, E coli), letters inside a paragraph, words
    spelt out (I n d i a), a choice (F or M?), an apostrophe lost in French (L équipe).  False alarms: 0 in
    0.4 million words of clean news.
    """

    @cache
    def told() -> tuple[Counter[str], str]:  # the same for every line
        uses = Counter(_WORD.findall(text.lower()))
        return uses, _language(uses)

    for head in _HEAD.finditer(text):
        at = head.start()
        if not head[0].isupper() or _SPELT.match(text, at):
            continue
        torn, twice, article = (pattern.match(text, at) for pattern in (_TORN, _TWICE, _ARTICLE))
        if torn and _is_torn(torn, *told()):
            why = f"the drop cap of {torn['cap'] + torn['rest']!r}"
            yield Edit(torn.start("gap"), torn["gap"], "", "unglue.dropcap", why, SURE)
        elif twice and _is_whole(twice, *told()):
            gone = twice["cap"] + twice["gap"]
            yield Edit(at, gone, "", "unglue.dropcap", f"the drop cap of {twice['word']!r}, twice", SURE)
        elif article:
            yield Edit(at, article[0], "", "unglue.dropcap", "a drop cap become an article?", LIKELY)


def _language(uses: Counter[str]) -> str:
    """English, German, or neither for all that its commonest words say."""
    counts = {lang: sum(uses[word] for word in words) for lang, words in _COMMON.items()}
    lang = max(counts, key=counts.__getitem__)
    enough = max(_TOLD, _SHARE * uses.total())
    foreign = sum(n for word, n in uses.items() if not word.translate(_NO_UMLAUTS).isascii())
    return lang if counts[lang] >= enough and foreign < enough else ""


def _is_torn(torn: re.Match[str], uses: Counter[str], lang: str) -> bool:
    word, rest, cap = (torn["cap"] + torn["rest"]).lower(), torn["rest"], torn["cap"]
    alone = cap in {"en": "AIO", "de": ""}.get(lang, _ALONE)
    if alone and rest in _AFTER_AND:
        return False
    if word in _WORDS:
        return rest not in _FRAGMENTS_THAT_ARE_WORDS and not (alone and uses[rest] > 1)
    if len(rest) > 2 and not alone and uses[word] and uses[rest] == 1:
        return True
    if len(rest) > 3 and known(word) and not known(rest):
        return True
    fragment = rest not in _AFTER_LETTERS and uses[rest] == 1 and not known(rest)
    return bool(lang) and fragment and not (alone or cap in "XYQ")


def _is_whole(twice: re.Match[str], uses: Counter[str], lang: str) -> bool:
    word, cap = twice["word"].lower(), twice["cap"]
    if not twice["gap"] and (word in _ROMAN or known(cap + word)):
        return False
    if cap == "A" and lang == "en" and twice["gap"]:  # before a vowel the article is "an"
        return True
    alone = cap in {"en": "AIOW", "de": ""}.get(lang, _ALONE)
    return word in _WORDS or (len(word) > 3 and not alone and known(word))
