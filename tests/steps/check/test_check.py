from cleaner.document import Document, Policy
from cleaner.edit import Edit
from cleaner.steps.base import Setup
from cleaner.steps.check import RULES, Options, build, numbers, translated
from cleaner.terms.entry import Entry, TermBase


def run(doc, **setup):
    return build(Options(), Setup(**setup))(doc)


def test_the_text_is_never_changed():
    doc = run(Document("a", "“We will stay, he said.\n\nHe is now in Russia. He works from abroad.", "en"))
    assert doc.text == doc.source
    assert [f.rule for f in doc.findings] == ["check.quotation", "check.negation"]


def test_a_document_without_faults_stays_the_same_object():
    doc = Document("a", "The dam held. Nobody was hurt.", "en")
    assert run(doc) is doc


def test_findings_point_at_the_text_after_later_edits():
    source = "Er kam nicht. Es waren 284."
    doc = Document("a", source, "en").revise(
        "translate",
        [Edit(0, "Er kam nicht.", "He came.", "t.t"), Edit(14, "Es waren 284.", "There were 824.", "t.t")],
    )
    doc = doc.revise("normalize", [Edit(0, "He", "The chancellor", "n.n")])
    found = {f.rule: doc.text[f.start : f.end] for f in run(doc).findings}
    assert found == {"check.polarity": "The chancellor came.", "check.number": "824"}


def test_the_segments_of_a_translation_tile_what_was_translated():
    doc = Document("a", "eins zwei drei", "en")
    doc = doc.revise("translate", [Edit(0, "eins", "one", "t.t"), Edit(10, "drei", "three", "t.t")])
    doc = doc.revise("normalize", [Edit(4, "zwei", "2", "n.n")])
    assert [(doc.text[a:b], s) for a, b, s in translated(doc)] == [("one", "eins"), ("three", "drei")]


def test_a_rule_that_is_off_says_nothing():
    doc = Document("a", "Er kam nicht.", "en").revise(
        "translate", [Edit(0, "Er kam nicht.", "He came.", "t.t")]
    )
    off = Policy(off=frozenset({"check.polarity"}))
    assert run(doc).findings
    assert run(doc, policy=off) is doc


def test_rules_for_english_leave_a_german_text_alone():
    doc = Document("a", "He is now in Russia. He works from abroad.", "de")
    assert run(doc) is doc


def test_names_come_from_the_glossaries():
    terms = TermBase((Entry("geo", "Geo", type="outlet", note="A monthly magazine."),))
    doc = Document("a", "He told the newspaper Geo so.", "en")
    assert [f.rule for f in run(doc, terms=terms).findings] == ["check.kind"]
    assert not run(doc).findings


def test_every_rule_has_an_id_of_this_step():
    assert all(r.id.startswith("check.") for r in RULES)
    assert len({r.id for r in RULES}) == len(RULES)


def test_the_date_of_the_article_tells_what_is_past():
    text = "By winter 2022, they will have saved 900 euros each."
    assert run(Document("a", text, "en")).findings == ()
    dated = run(Document("a", text, "en", meta={"date": "12 May 2023"}))
    assert [f.rule for f in dated.findings] == ["check.hearsay"]
    assert run(Document("a", text, "en", meta={"date": "12 May 2022"})).findings == ()


def test_a_number_of_thousands_of_digits_is_a_number():
    assert [f.rule for f in numbers.find("Pi.", "Pi: " + "7" * 5000)] == ["check.number"]
    assert not list(numbers.find("Pi: " + "7" * 5000, "Pi: " + "7" * 5000))
