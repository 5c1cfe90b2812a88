"""Clean text stays as it is, and what was cleaned is clean."""

import lzma
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleaner
from cleaner.document import Document
from cleaner.edit import apply, invert
from cleaner.history import replay
from cleaner.steps import repair, unglue
from cleaner.steps.base import Setup

SAMPLES = Path(__file__).parent / "samples"
DATA = Path(__file__).parents[2] / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.exists(), reason=f"no data at {DATA}")
LANGUAGES = ("eng", "deu", "rus", "fra", "spa", "pol", "tur")
ALLOWED = 3 / 100_000  # made edits a word


@pytest.fixture(scope="module")
def clean():
    return cleaner.load()


def documents(language):
    """The news documents of a language, about 2,000 sentences."""
    ids = (DATA / "sentences" / "DOCUMENT_IDS.tsv").read_text("utf-8").strip().split("\n")
    lines = (
        lzma.decompress((DATA / "sentences" / f"{language}.txt.xz").read_bytes()).decode().strip().split("\n")
    )
    pairs = zip(ids, lines, strict=True)
    return ["\n\n".join(line for _, line in group) for _, group in groupby(pairs, key=lambda p: p[0])]


def made(doc):
    return [c.edit for c in doc.changes() if c.state == "made"]


@needs_data
@pytest.mark.parametrize("language", LANGUAGES)
def test_clean_news_is_left_alone_and_once_is_enough(clean, language):
    texts = documents(language)
    done = list(clean.stream(texts))
    edits = [edit for doc in done for edit in made(doc)]
    assert len(edits) <= ALLOWED * sum(len(t.split()) for t in texts), edits
    for doc in done:  # the others came out as they went in, so a second time they would again
        if made(doc):
            assert clean(doc.text).text == doc.text


@needs_data
def test_clean_english_is_left_alone(clean):
    lines = (DATA / "names" / "clean-english.dev.txt").read_text("utf-8").strip().split("\n")
    edits = [edit for doc in clean.stream(lines) for edit in made(doc)]
    assert len(edits) <= ALLOWED * sum(len(t.split()) for t in lines), edits


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.txt")), ids=lambda p: p.name)
def test_a_sample_is_clean_after_one_time(clean, sample):
    once = clean(sample.read_text("utf-8"))
    assert made(clean(once.text)) == []


PIECES = (
    "MediazonaDespite", "Geo He said ", "T he ", "D Die ", "( )", "“", "„",
    "”", "Read more", " . ", ", ,", "\x83", "\x92s ", "\ufffd",
    "Ã¼", "Ïðèâåò ", "п÷п╬", "&amp;", "\u0301", "\n", ".",
    "New York Occasions", "Laut dpa ", "ADVERTISEMENT ", "apparently reportedly ",
    " the bridge is closed.", "In an interview with ",
)  # fmt: skip
HOSTILE = st.one_of(
    st.text(), st.text(st.characters(max_codepoint=0x2FF)), st.lists(st.sampled_from(PIECES)).map("".join)
)


@settings(deadline=None, max_examples=150)
@given(HOSTILE, st.sampled_from(["en", "de", "fr", None]))
def test_repair_and_unglue_bear_any_text_and_all_they_do_can_be_taken_back(text, lang):
    steps = [repair.build(repair.Options(), Setup()), unglue.build(unglue.Options(), Setup())]
    doc = Document("any", text, lang)
    for step in steps:
        doc = step(doc)
    assert doc.source == text
    assert replay(text, doc.changes()) == doc.text
    again = Document("again", doc.text, lang)
    for step in steps:
        again = step(again)
    assert again.text == doc.text
    restored = doc.text
    for revision in reversed(doc.history):
        restored = apply(restored, invert(revision.made))
        assert restored == revision.before
    assert restored == text
    for change in reversed([c for c in doc.changes() if c.state == "made"]):
        doc = doc.undo(change)
    assert doc.text == text
