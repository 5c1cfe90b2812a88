"""The sample article, defect by defect.  ``pytest -s tests/test_seed.py`` prints the table."""

import re
from pathlib import Path

import pytest

import cleaner

ARTICLE = Path(__file__).parents[2] / "shared" / "data" / "seed" / "article.txt"
pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason=f"the sample article is not at {ARTICLE}")


@pytest.fixture(scope="module")
def doc():
    return cleaner.load()(ARTICLE.read_text("utf-8"))


# Line of the article, what stood there, what must stand in the text (or field) instead; None: nothing of it.
MADE = [
    (1, "Saturday, July 27, 2024", None),
    (2, "HomeTop News", None),
    (6, "Date:", None),
    (8, "Related stories", None),
    (10, "1. Home page", None),
    (11, "2. Politics", None),
    (13, "\nPress\n", None),
    (21, "Novaya Gazeta And more", "Novaya Gazeta and more"),
    (25, "Idit Jeslom", "“Idite Lesom”, which translates"),
    (25, "Ivan Sulyayev", "Employee Ivan Chuvilyaev says"),
    (25, "call notice", "got the call-up notice."),
    (25, "Geo He said", "Geo, he said"),
    (29, "according to ProAsyl", "according to Pro Asyl"),
    (31, "he says. Novaya", "in the Ukraine war, according to Novaya Gazeta."),
    (31, "MediazonaDespite", "Mediazona, despite Vladimir"),
    (37, "says Sulyayev", "says Chuvilyaev from"),
    (37, "Idid Jeslom", "from “Idite Lesom”."),
    (37, "Loud ProAsyl About", "According to Pro Asyl, about 250,000 men"),
    (39, "Daily news Reportedly", "Tagesschau Reportedly, apparently"),
    (39, "Pro acyl", "NGO Pro Asyl complained"),
    (39, "Changes in the", "despite changes in the decision-making"),
    (39, "From 2023", "process from 2023 there"),
    (39, "(cat)", None),
    (41, "See also", None),
    (43, "Latest stories", None),
]
FIELDS = [
    (4, "title", "Consequence of Russia's Losses in Ukraine War: Putin Faces a Problem"),
    (15, "caption", "This photo, released by state news agency Sputnik via AP, shows Russian President "
     "Vladimir Putin at a meeting in the Kremlin."),
    (15, "credit", "© picture alliance/dpa/Pool Sputnik Kremlin/AP | Gavriil Grigorov"),
]  # fmt: skip
FLAGGED = [
    (25, "Idite Lesom", "one body under two names"),
    (25, "contacted her", "pronoun without antecedent"),
    (25, "the newspaper Geo", "a magazine, not a newspaper"),
    (27, "“When we started", "quotation never closed"),
    (27, "He is now in Russia. He works from abroad", "lost negation"),
    (37, "will have applied", "hearsay become future perfect"),
]


def test_what_a_machine_or_a_glossary_can_repair_is_repaired(doc):
    print()
    for line, old, new in MADE:
        good = old not in doc.text and (new is None or new in doc.text)
        print(f"L{line:<3}{old.strip():32}-> {new or '(stripped)':52}{'made' if good else 'MISSING'}")
        assert good, (line, old, new)
    for line, field, value in FIELDS:
        print(
            f"L{line:<3}{field:32}-> {value[:50]:52}{'made' if doc.meta.get(field) == value else 'MISSING'}"
        )
        assert doc.meta.get(field) == value


def test_what_only_a_person_can_repair_is_flagged(doc):
    print()
    spans = [(f.start, f.end, f.rule) for f in doc.findings]
    spans += [(*doc.span(c), c.edit.rule) for c in doc.changes() if c.state == "proposed"]
    for line, words, defect in FLAGGED:
        at = doc.text.index(words)
        rules = [rule for start, end, rule in spans if start < at + len(words) and at < end]
        print(f"L{line:<3}{words:45}{defect:32}{', '.join(rules) or 'MISSING'}")
        assert rules, (line, words)


def test_nothing_else_is_touched(doc):
    known = [old for _, old, _ in MADE] + [value for _, _, value in FIELDS]
    known += ["Image Coalition", "Gabriel Grigorov"]
    for change in doc.changes():
        if change.state == "made" and change.step != "strip":
            edit = change.edit
            assert any(edit.old.strip(" ,\n") in old for old in known), edit


def test_no_number_or_date_is_changed(doc):
    stripped = [c.edit.old for c in doc.changes() if c.state == "made" and c.step in {"strip", "lift"}]
    numbers = re.findall(r"\d[\d,.]*", doc.source)
    for gone in re.findall(r"\d[\d,.]*", " ".join(stripped)):
        numbers.remove(gone)
    assert re.findall(r"\d[\d,.]*", doc.text) == numbers


def test_cleaning_the_clean_text_changes_nothing(doc):
    again = cleaner.load()(doc.text)
    assert [c.edit for c in again.changes() if c.state == "made"] == []


def test_the_history_can_be_undone_and_replayed(doc):
    assert doc.source == ARTICLE.read_text("utf-8")
    assert cleaner.replay(doc.source, doc.changes()) == doc.text
    change = next(c for c in doc.changes() if c.edit.old == "Idid Jeslom")
    assert "“Idid Jeslom”." in doc.undo(change).text
