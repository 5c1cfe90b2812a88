"""The glossaries that ship: every entry is sound, has its source, and does no harm in clean English."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from cleaner.edit import Edit, apply, resolve
from cleaner.terms.entry import Entry, TermBase
from cleaner.terms.load import examine, shipped
from cleaner.terms.repair import Matcher, matcher

DATA = Path(__file__).parents[2] / "shared" / "data"
ADDRESS = re.compile(r"https?://[\w.-]+\.[a-z]{2,}(:\d+)?/\S+|https?://[\w.-]+\.[a-z]{2,}/?")
LET_PASS = {"Kiyv", "editorial network Germany"}
"""A misspelling and a calque of the trade that stand in the references of a translation test."""
CYRILLIC = re.compile(r"[Ѐ-ӿ]")


@pytest.fixture(scope="module")
def base() -> TermBase:
    """All shipped glossaries, merged."""
    return examine(shipped())[0]


def entries() -> list[Entry]:
    return list(examine(shipped())[0].entries)


def test_no_fault_is_found_in_the_glossaries_that_ship() -> None:
    assert [str(fault) for fault in examine(shipped())[1]] == []


def test_there_are_enough_concepts(base: TermBase) -> None:
    """Counted by preferred form: entries that only part a form by its context do not count twice."""
    assert len({e.preferred for e in base.entries if e.type != "phrase"}) >= 150


@pytest.mark.parametrize("entry", entries(), ids=lambda e: e.id)
def test_every_entry_says_where_it_was_looked_up(entry: Entry) -> None:
    assert ADDRESS.fullmatch(entry.source), entry.source
    assert entry.type, "no type"


@pytest.mark.parametrize("entry", [e for e in entries() if e.native], ids=lambda e: e.id)
def test_native_forms_say_their_language_and_are_in_its_script(entry: Entry) -> None:
    for native in entry.native:
        lang, colon, form = native.partition(": ")
        assert colon, native
        assert re.fullmatch("[a-z]{2}", lang), native
        assert bool(CYRILLIC.search(form)) == (lang in ("ru", "uk", "be")), native


def listed(found: Matcher, text: str) -> list[Edit]:
    """What the entries themselves ask for; what is merely like them is the matcher's business."""
    return [*found.terms(text), *found.shorts(text), *found.phrases(text)]


def test_a_preferred_form_holds_nobodys_garble(base: TermBase) -> None:
    """So that cleaning twice is cleaning once, whatever stands round a name."""
    for entry in base.entries:
        found = matcher(base, entry.lang)
        if entry.type != "phrase":
            assert listed(found, f"It was {entry.preferred} that said so.") == [], entry.id


def test_every_garble_without_a_context_is_repaired_for_good(base: TermBase) -> None:
    for entry in (e for e in base.entries if e.type != "phrase" and not e.context):
        found = matcher(base, entry.lang)
        for form in entry.deprecated:
            once = repaired(f"They named {form} twice.", listed(found, f"They named {form} twice."))
            assert once == f"They named {entry.preferred} twice.", f"{entry.id}: {form}"
            assert listed(found, once) == []


def repaired(text: str, edits: list[Edit]) -> str:
    return apply(text, resolve(edits)[0])


def clean_english() -> Iterator[str]:
    yield from (DATA / "names/clean-english.dev.txt").read_text("utf-8").split("\n")
    yield from sentences("eng")
    for pair in ("de", "ru"):
        yield from (DATA / f"mt/newstest2019.{pair}-en.en").read_text("utf-8").split("\n")


def sentences(code: str) -> Iterator[str]:
    with lzma.open(DATA / f"sentences/{code}.txt.xz", "rt", encoding="utf-8") as lines:
        yield from lines


def changes(base: TermBase, lang: str, lines: Iterator[str]) -> list[tuple[str, str, str, str]]:
    """What the glossaries would change, with where it stands."""
    found, changed = matcher(base, lang), []
    while chunk := list(islice(lines, 200)):
        text = "\n\n".join(line.strip() for line in chunk)
        edits = (e for e in listed(found, text) if e.old not in LET_PASS)
        changed += [(e.old, e.new, e.why, text[max(e.start - 60, 0) : e.end + 60]) for e in edits]
    return changed


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data is not beside this checkout")
def test_nothing_is_changed_in_clean_english(base: TermBase) -> None:
    """About 220,000 words of news that people wrote: no edit but of what they let pass."""
    assert changes(base, "en", clean_english()) == []


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data is not beside this checkout")
@pytest.mark.parametrize(
    ("lang", "code"),
    [("de", "deu"), ("ru", "rus"), ("fr", "fra"), ("es", "spa"), ("pl", "pol"), ("tr", "tur")],
)
def test_nothing_is_changed_in_clean_sentences(base: TermBase, lang: str, code: str) -> None:
    assert changes(base, lang, sentences(code)) == []
