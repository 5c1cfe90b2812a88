"""The step: switches, policy, languages, and the sample article with right forms alone."""

from pathlib import Path

import pytest

from cleaner.document import Document, Policy
from cleaner.steps.base import Setup
from cleaner.steps.normalize import RULES, SWITCHES, Options, build
from cleaner.terms.entry import Entry, TermBase
from cleaner.terms.load import load, shipped

SEED = Path(__file__).parents[3] / "shared" / "data" / "seed" / "article.txt"
TERMS = TermBase(
    (
        Entry("a", "Aid Ost"),
        Entry("l", "According to {name},", deprecated=("Loud {name}",), type="phrase"),
        Entry("s", "Pavel Sorokin", deprecated=("Pavel Sorokyn",), type="person"),
        Entry("j", "Jan Zahradníček", type="person"),
        Entry("k", "Kupferberg", native=("de: Kupferberg",), context=("met",)),
        Entry("g", "Gift", deprecated=("Poison",), lang="de"),
    )
)
TEXT = (
    "Loud AidOst, Pavel Sorokyn met jan Zahradníček, Jan Zahradnicek and Jan Zahradnitschek."
    " Sorokyn left. Copper Mountain met, too. Poison."
)
DEFAULTS = Options()


def run(text, options=DEFAULTS, terms=TERMS, policy=Policy(), lang="en"):
    return build(options, Setup(policy, terms))(Document("d", text, lang))


def rules(doc):
    return {c.edit.rule for c in doc.changes() if c.state == "made"}


def test_every_rule_has_its_say():
    assert rules(run(TEXT)) == {r.id for r in RULES}


@pytest.mark.parametrize(("rule", "switch"), SWITCHES.items())
def test_each_mechanism_has_its_switch(rule, switch):
    assert rules(run(TEXT, Options(**{switch: False}))) == {r.id for r in RULES} - {rule}


def test_policy_decides():
    doc = run(TEXT, policy=Policy(apply_at=2))
    assert doc.text == TEXT
    assert {c.state for c in doc.changes()} == {"proposed"}


def test_entries_speak_in_texts_of_their_language():
    assert "Gift" in run("Poison", lang="de").text
    assert run("Poison", lang="en").text == "Poison"


def test_every_edit_names_entry_and_mechanism():
    for change in run(TEXT).changes():
        assert change.edit.why.startswith("glossary/")


def test_idempotent():
    once = run(TEXT).text
    assert run(once).text == once


RIGHT_FORMS = TermBase(
    (
        Entry("i", "Idite Lesom", native=("Идите лесом",), type="organisation"),
        Entry("p", "Pro Asyl", native=("Pro Asyl",), type="organisation"),
        Entry("m", "Mediazona", native=("Медиазона",), type="outlet"),
        Entry("n", "Novaya Gazeta", native=("Новая газета",), type="outlet"),
    )
)


@pytest.mark.skipif(not SEED.exists(), reason="the sample article lies beside the checkout, not in it")
class TestSampleArticle:
    def test_right_forms_alone_find_every_garble(self):
        doc = run(SEED.read_text(encoding="utf-8"), terms=RIGHT_FORMS)
        made = [(c.edit.old, c.edit.new) for c in doc.changes() if c.state == "made"]
        assert sorted(made) == [
            ("Idid Jeslom", "Idite Lesom"),
            ("Idit Jeslom", "Idite Lesom"),
            ("Pro acyl", "Pro Asyl"),
            ("ProAsyl", "Pro Asyl"),
            ("ProAsyl", "Pro Asyl"),
        ]

    def test_shipped_glossaries_make_every_row_that_a_glossary_can(self):
        doc = run(SEED.read_text(encoding="utf-8"), terms=load(shipped()))
        wanted = [
            "picture alliance/dpa",
            "Gavriil Grigorov",
            "“Idite Lesom”, which",
            "Employee Ivan Chuvilyaev",
        ]
        wanted += [
            "the call-up notice",
            "according to Pro Asyl\n",
            "war, according to Novaya Gazeta. According",
        ]
        wanted += [
            "says Chuvilyaev from “Idite Lesom”",
            "According to Pro Asyl, about 250,000 men",
            "Tagesschau",
        ]
        wanted += ["NGO Pro Asyl complained"]
        assert [w for w in wanted if w not in doc.text] == []
        again = run(doc.text, terms=load(shipped()))
        assert again.text == doc.text


def test_many_at_once_equal_one_by_one():
    texts = [TEXT, "", "Jan Zahradnicek met Pavel Sorokyn. Poison.", TEXT, "Zahradnicek, jan Zahradníček"]
    docs = [Document(str(n), text, lang) for n, text in enumerate(texts) for lang in ("en", "de", None)]
    another = TermBase((*TERMS.entries, Entry("x", "Xaver Unterholz")))  # nothing is remembered of it yet
    step = build(DEFAULTS, Setup(Policy(), another))
    assert build(DEFAULTS, Setup(Policy(), TERMS)).batch(docs) == [step(doc) for doc in docs]
