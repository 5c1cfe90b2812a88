"""The model that ships: it is there, it is what was pinned, it works, and it says what it is."""

import pytest

from cleaner.document import Document
from cleaner.engines.argos import BASIC, find
from cleaner.engines.models import install, remove, verify
from cleaner.engines.packages import BUNDLED, installed
from cleaner.errors import EngineError
from cleaner.steps.base import Setup
from cleaner.steps.translate import REVIEW, Options, build
from cleaner.terms.entry import Entry, TermBase
from tests import copy_model


def test_it_is_small_and_sound_and_has_its_card():
    folder = BUNDLED / "translate-de_en"
    assert [v.state for v in verify() if v.path == folder] == ["sound"]
    assert sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) <= 40_000_000
    assert "Basic quality" in (folder / "README.md").read_text("utf-8")


def test_it_translates_and_its_edits_say_that_it_is_basic():
    done = find().translate(["Die Regierung hat am Montag ein neues Gesetz vorgestellt."], "de", "en")[0]
    assert {"government", "Monday", "new", "law"} <= set(done.text.strip(".").split())
    assert "bundled, basic quality" in done.why
    assert done.confidence == BASIC


@pytest.mark.parametrize(
    "exact",
    [
        "https://www.tagesschau.de/a_b?c=1",
        "@tages_schau",
        "3:1",
        "Łukasz",
        "redaktion@zeit.de",
        "Derrick",
    ],
)
def test_what_it_does_not_know_comes_through(exact):
    assert exact in find().translate([f"Mehr dazu sagt {exact} am Montag."], "de", "en")[0].text


def test_numbers_are_written_as_in_english():
    done = find().translate(["Rund 250.000 Männer kamen, 3,5 Prozent mehr."], "de", "en")[0].text
    assert "250,000" in done
    assert "3.5" in done


def test_a_term_put_in_leaves_no_gap():
    terms = TermBase((Entry("e", "call-up notice", native=("de: Einberufungsbescheid",)),))
    assert (
        find(terms=terms)
        .translate(["Dann kam der Einberufungsbescheid."], "de", "en")[0]
        .text.endswith("call-up notice.")
    )


def test_the_end_of_a_headline_is_translated_too():
    assert find().translate(["Der Minister besucht die Schule"], "de", "en")[0].text.endswith("school")


def test_a_document_is_marked_for_review_with_the_way_to_a_full_model():
    step = build(Options(), Setup(target="en"))
    doc = step(Document("a", "Die Regierung hat am Montag ein neues Gesetz vorgestellt.", "de"))
    assert [f.rule for f in doc.findings] == [REVIEW]
    assert "basic quality" in doc.findings[0].message
    assert "cleaner models install de-en" in doc.findings[0].message
    assert doc.lang == "en"


def test_terms_hold():
    terms = TermBase((Entry("aa", "Federal Foreign Office", native=("de: Auswärtiges Amt",)),))
    done = find(terms=terms).translate(["Ein Sprecher des Auswärtigen Amtes kam am Montag."], "de", "en")[0]
    assert "Federal Foreign Office" in done.text
    assert not done.faults


def test_a_gloss_that_was_installed_is_of_basic_quality_too(tmp_path):
    package = install(BUNDLED / "translate-de_en", tmp_path)
    assert package.name == "de-en 0.1 (basic quality)"
    assert find([tmp_path]).translate(["Das Haus steht."], "de", "en")[0].confidence == BASIC


def test_a_full_model_takes_its_place_and_it_cannot_be_removed(tmp_path):
    with pytest.raises(EngineError, match="ships with cleaner"):
        remove("de-en")
    install(copy_model.build(tmp_path))
    assert not next(p for p in installed() if (p.source, p.target) == ("de", "en")).basic
