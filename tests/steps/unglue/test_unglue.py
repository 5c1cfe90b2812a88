import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Document
from cleaner.steps.base import Setup
from cleaner.steps.unglue import RULES, Options, build, dropcap, quote

STEP = build(Options(), Setup())
SHARED = Path(__file__).parents[4] / "shared" / "data"
WORDS = "Mediazona Despite He said the And from 2023 According to Geo “ ” . , T he READ MORE About 400 \n Le"


@given(
    st.lists(st.sampled_from(WORDS.split(" ")), max_size=30),
    st.lists(st.sampled_from(["", " "]), min_size=30),
)
def test_the_step_finds_nothing_more_in_what_it_made(words, gaps):
    text = "".join(w + g for w, g in zip(words, gaps, strict=False))
    once = STEP(Document("a", text, "en")).text
    assert STEP(Document("a", once, "en")).text == once


@given(st.text(max_size=80), st.sampled_from(["en", "de", None]))
def test_any_text_is_survived_and_can_be_undone(text, lang):
    doc = STEP(Document("a", text, lang))
    assert doc.source == text


@pytest.mark.parametrize("lang", ["deu", "rus", "fra", "spa", "pol", "tur"])
def test_clean_sentences_stay(lang):
    path = SHARED / "sentences" / f"{lang}.txt.xz"
    if not path.exists():
        pytest.skip(f"no data at {path}")
    text = lzma.decompress(path.read_bytes()).decode()
    assert STEP(Document("a", text, {"deu": "de", "tur": "tr"}.get(lang, lang[:2]))).text == text


def test_the_seams_of_the_sample_are_closed():
    path = SHARED / "seed" / "article.txt"
    if not path.exists():
        pytest.skip(f"no data at {path}")
    text = STEP(Document("a", path.read_text(encoding="utf-8"), "en")).text
    for repaired in (
        "Novaya Gazeta and more and more players",
        "the newspaper Geo, he said",
        "portal, Mediazona, despite Vladimir",
        "despite changes in the decision-making process from 2023",
        "ProAsyl, about 250,000",
    ):
        assert repaired in text


def test_every_rule_has_an_id_of_this_step():
    assert all(r.id.startswith("unglue.") for r in RULES)


def test_no_quotation_is_opened_in_another_paragraph_than_it_is_closed_in():
    paragraph = "word " * 800
    assert not list(quote.find(f"Title\n\n{paragraph}end”"))
    assert [e.start for e in quote.find(f"Title\n\n{paragraph[:2000]}end”")] == [7]


def test_the_language_that_tells_of_a_torn_letter_is_looked_for_once_a_text(monkeypatch):
    asked = []
    monkeypatch.setattr(dropcap, "_language", lambda uses: asked.append(uses) or "en")
    assert not list(dropcap.find("A long way.\nA short way.\nI saw it, too.\n"))
    assert len(asked) == 1
