"""The matcher as a whole: what it must never do, on generated text and on real text."""

import json
import lzma
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner.document import Document, Policy
from cleaner.terms.entry import Entry, TermBase
from cleaner.terms.load import load, shipped
from cleaner.terms.repair import matcher

BASE = TermBase(
    (
        Entry("a", "Aid Ost", deprecated=("AidOst", "Aid Ast", "Ast")),
        Entry("c", "call-up notice", deprecated=("call notice", "notice call")),
        Entry("s", "Pavel Sorokin", deprecated=("Pavel Sorokyn",), type="person"),
        Entry("l", "According to {name},", deprecated=("Loud {name}",), type="phrase"),
        Entry("w", "Ost Woche", admitted=("Aid Ast Woche",), type="outlet"),
        Entry("f", "Ost-17", type="organisation"),
        Entry("k", "Kupferberg", native=("de: Kupferberg",), context=("Oleg",)),
        Entry("j", "Christina Solowjowa", native=("ru: Христина Соловьёва",), type="person"),
    )
)
WORDS = [w for e in BASE.entries for f in (e.preferred, *e.admitted, *e.deprecated) for w in f.split()]
WORDS += [
    "About",
    "the",
    "Oleg",
    ".",
    "\n\n",
    "LOUD",
    "AIDOST",
    "“",
    "’s",
    "-led",
    "17",
    "Copper",
    "Mountain",
]
WORDS += ["Khristina", "Solovyova", "Solowjowas"]
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", ", ", ""])), max_size=12).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


def repaired(text, base=BASE):
    return Document("d", text).revise("normalize", matcher(base).edits(text), Policy())


@settings(deadline=None)  # the first text loads the tables
@given(TEXTS)
def test_edits_fit_the_text(text):
    for edit in matcher(BASE).edits(text):
        assert text[edit.start : edit.end] == edit.old
        assert edit.why


@settings(deadline=None)  # the first text loads the tables
@given(TEXTS)
@example("’s’s Ast ")  # what stands beside a name is no part of it
@example("’s’s AIDOST ")
@example("Sorokyn, PavelSorokyn .")  # a surname alone, and the full name in a form that is not listed
def test_idempotent(text):
    once = repaired(text).text
    assert repaired(once).text == once


@settings(deadline=None)  # the first text loads the tables
@given(TEXTS, st.randoms())
def test_the_order_of_entries_does_not_matter(text, random):
    shuffled = list(BASE.entries)
    random.shuffle(shuffled)
    assert repaired(text, TermBase(tuple(shuffled))).text == repaired(text).text


@pytest.mark.parametrize("name", shipped())
def test_right_forms_of_shipped_glossaries_stay(name):
    base = load([name])
    for entry in base.entries:
        if entry.type != "phrase":
            for form in (entry.preferred, *entry.admitted):
                text = f"They said that {form} was there, and {form}'s friends."
                assert repaired(text, base).text == text


NAMES = Path(__file__).parents[3] / "shared" / "data" / "names"


@pytest.mark.skipif(not NAMES.exists(), reason="the names lie beside the checkout, not in it")
def test_idempotent_on_system_outputs():
    lines = (NAMES / "mt-names.dev.glossary.tsv").read_text(encoding="utf-8").split("\n")[1:]
    base = TermBase(
        tuple(Entry(f, f) for f in dict.fromkeys(line.split("\t")[0].strip() for line in lines) if f)
    )
    with lzma.open(NAMES / "mt-names.dev.jsonl.xz", "rt", encoding="utf-8") as file:
        outputs = [json.loads(line)["hyps"][-1] for line in file][::3]
    changed = [(text, out) for text in outputs if (out := repaired(text, base).text) != text]
    assert len(changed) > 30
    assert [text for text, out in changed if repaired(out, base).text != out] == []
