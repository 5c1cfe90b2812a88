"""The samples read as the files beside them say they should, and nothing else in them is touched."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import cleaner
from cleaner.cli.main import main

SAMPLES = Path(__file__).parent / "samples"

LEFT = {
    "church-asylum.txt": [],
    "night-train.txt": [
        "Facebook Twitter Telegram E-mail",
        "A conductor checks the tickets in the night train from Kyiv.",
    ],
    "heating-law.txt": [],
    "fahrradwerkstatt.de.txt": [],
}
"""Chrome that strip does not see yet.  Strict: a line that goes must go from here."""

FOUND = {
    "church-asylum.txt": {"check.quotation": "“We report every case", "check.hearsay": "By summer 2023"},
    "night-train.txt": {"check.quotation": "“somebody has to switch"},
    "heating-law.txt": {"check.quotation": "“I fill in forms"},
    "fahrradwerkstatt.de.txt": {},
}
"""What only a person can repair, and a rule should at least see."""

FIELDS = {
    "church-asylum.txt": {"credit": "© picture alliance/dpa | Ina Feldkamp"},
    "night-train.txt": {"byline": "By Ostap Verhun"},
    "heating-law.txt": {
        "credit": "© picture alliance/Westend61 | Harro Lüders",
        "date": "September 14, 2023, 5:31 p.m.",
    },
    "fahrradwerkstatt.de.txt": {"date": "Stand: 04.06.2024, 18:15 Uhr", "byline": "Von: Wiebke Sander"},
}


@cache
def cleaned_text(text: str) -> cleaner.Document:
    """The document that the default profile makes of a text; made once for all tests."""
    return cleaner.load()(text)


def read(name: str) -> str:
    return (SAMPLES / name).read_text("utf-8")


def should_be(name: str) -> str:
    return read(re.sub(r"\.(\w+)$", ".clean.txt", name)).strip()


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("name", sorted(LEFT))
def test_an_article_reads_as_it_should(name: str) -> None:
    text = cleaned_text(read(name)).text
    left = [p for p in paragraphs(text) if p in LEFT[name]]
    assert left == LEFT[name], "chrome that was left is gone now: delete it from LEFT"
    assert [p for p in paragraphs(text) if p not in left] == paragraphs(should_be(name))


@pytest.mark.parametrize("name", sorted(LEFT))
def test_an_article_has_its_fields(name: str) -> None:
    doc = cleaned_text(read(name))
    assert doc.meta["title"] == paragraphs(should_be(name))[0]
    assert {key: doc.meta.get(key) for key in FIELDS[name]} == FIELDS[name]


@pytest.mark.parametrize("name", sorted(FOUND))
def test_what_a_person_must_repair_is_found(name: str) -> None:
    doc = cleaned_text(read(name))
    found = {f.rule: doc.text[f.start : f.end] for f in doc.findings}
    for rule, words in FOUND[name].items():
        assert found.get(rule, "").startswith(words), rule


@pytest.mark.parametrize("name", sorted(LEFT))
def test_not_a_number_is_changed(name: str) -> None:
    """Of the body: the figures of what strip takes away go with it."""
    doc = cleaned_text(read(name))
    for change in doc.changes():
        if change.state == "made" and change.step not in ("strip", "lift"):
            old, new = (Counter(re.findall(r"\d+", t)) for t in (change.edit.old, change.edit.new))
            assert old == new or change.step == "repair", change


@pytest.mark.parametrize("name", [*sorted(LEFT), "lighthouse.html"])
def test_what_is_clean_stays(name: str) -> None:
    text = should_be(name)
    doc = cleaned_text(text)
    assert doc.text == text
    assert [c for c in doc.changes() if c.state == "made"] == []


def cleaned(name: str, folder: Path) -> Path:
    """The file that the command makes of a sample."""
    assert main(["clean", "-q", str(SAMPLES / name), "-o", str(folder)]) == 0
    (made,) = folder.iterdir()
    return made


def test_a_page_becomes_its_article(tmp_path: Path) -> None:
    made = cleaned("lighthouse.html", tmp_path)
    assert paragraphs(made.read_text("utf-8")) == paragraphs(should_be("lighthouse.html"))


def test_markdown_keeps_its_marks(tmp_path: Path) -> None:
    assert cleaned("bakery.md", tmp_path).read_text("utf-8") == read("bakery.clean.md")


def test_lines_of_json_keep_their_other_keys(tmp_path: Path) -> None:
    made = cleaned("wire.jsonl", tmp_path)
    before, after = (
        [json.loads(line) for line in path.read_text("utf-8").strip().split("\n")]
        for path in (SAMPLES / "wire.jsonl", made)
    )
    assert [{**b, "text": ""} for b in before] == [{**a, "text": ""} for a in after]
    assert "According to Deutsche Welle, a storm" in after[0]["text"]
    assert "“Idite Lesom”" in after[1]["text"]
    assert before[2] == after[2]
