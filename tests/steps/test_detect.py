"""The step that tells languages."""

import pytest

from cleaner.document import Document, Policy
from cleaner.steps import detect
from cleaner.steps.base import Setup

ENGLISH = "The fire brigade put out the blaze in the barn after two hours."
GERMAN = "Die Feuerwehr konnte den Brand in der Scheune nach zwei Stunden löschen."
AGAIN = "Verletzt wurde nach Angaben der Polizei niemand."


def step(**setup):
    return detect.build(detect.Options(), Setup(**setup))


def test_the_language_of_most_characters():
    assert step()(Document("a", f"{ENGLISH} {GERMAN} {ENGLISH}")).lang == "en"


@pytest.mark.parametrize("text", ["", "© AP", "12.5"])
def test_silence_leaves_the_document_alone(text):
    doc = Document("a", text)
    assert step()(doc) == doc


def test_what_the_user_says_is_believed():
    assert step(source="nl")(Document("a", "© AP")).lang == "nl"
    assert step(source="nl")(Document("a", GERMAN)).lang == "nl"


def test_what_is_known_is_kept():
    assert step()(Document("a", GERMAN, lang="de-AT")).lang == "de-AT"


def test_neighbouring_foreign_sentences_are_one_finding():
    doc = step()(Document("a", f"{ENGLISH} {GERMAN} {AGAIN} {ENGLISH} {ENGLISH}"))
    (finding,) = doc.findings
    assert finding.rule == detect.FOREIGN
    assert doc.text[finding.start : finding.end] == f"{GERMAN} {AGAIN}"


def test_foreign_sentences_apart_are_two_findings():
    doc = step()(Document("a", f"{ENGLISH} {GERMAN} {ENGLISH} {ENGLISH} {GERMAN}"))
    assert len(doc.findings) == 2


def test_what_will_be_translated_is_not_reported():
    assert step(target="en")(Document("a", f"{ENGLISH} {GERMAN} {ENGLISH}")).findings == ()


def test_a_rule_can_be_switched_off():
    doc = step(policy=Policy(off={detect.FOREIGN}))(Document("a", f"{ENGLISH} {GERMAN} {ENGLISH}"))
    assert doc.findings == ()
    assert doc.lang == "en"


def test_names_the_user_did_not_expect_are_not_guessed():
    doc = step(languages=("en", "de"))(Document("a", f"{ENGLISH} {GERMAN} {ENGLISH}"))
    assert {doc.lang} == {"en"}


def test_a_batch_is_as_one_by_one():
    docs = [Document(str(i), t) for i, t in enumerate([ENGLISH, GERMAN, "", f"{ENGLISH} {ENGLISH} {GERMAN}"])]
    assert step().batch(docs) == [step()(doc) for doc in docs]


def test_again_changes_nothing_but_says_the_same():
    once = step()(Document("a", f"{ENGLISH} {GERMAN} {ENGLISH}"))
    twice = step()(Document("a", once.text, lang=once.lang))
    assert (twice.text, twice.lang, twice.findings) == (once.text, once.lang, once.findings)
