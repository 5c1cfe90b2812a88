"""Garbles are judged alike whatever came before, in whatever order, in whatever process."""

import os
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.terms.entry import Entry, TermBase
from cleaner.terms.load import load
from cleaner.terms.repair import Matcher

ENTRIES = (
    Entry("a", "Sergei Furgal", native=("Сергей Фургал",)),
    Entry("b", "Sergei Furgal", native=("Сергей Фургал",), glossary="another"),
    Entry("c", "Sergej Furgala"),
    Entry("d", "Idite Lesom", native=("Идите лесом",)),
    Entry("e", "Nowaja Gaseta", deprecated=("Novaya Gazeta",)),
    Entry("f", "Nowaja Gaseta Europa", deprecated=("Novaya Gazeta", "Novaya Gazeta Europe")),
    Entry("g", "Höcke"),
)
TEXTS = [
    "Sergey Fargal rang Idit Jeslom, and Idid Jeslom rang HOECKE and Hocke.",
    "Idit Jeslom. Novaya Gazeta Europe and Sergej Furgal said.",
    "Novaya Gazeta and Nowaya Gaseta: Sergey Furgala, IDITE LESOM, idit Jeslom.",
]


def edits(entries, texts):
    matcher = Matcher(TermBase(tuple(entries)))
    return {text: sorted(map(repr, matcher.edits(text))) for text in texts}


@settings(max_examples=30)
@given(st.permutations(ENTRIES), st.permutations(TEXTS))
def test_edits_do_not_hang_on_the_order_of_entries_or_texts(entries, texts):
    assert edits(entries, texts) == edits(ENTRIES, TEXTS)


def test_edits_do_not_hang_on_the_process():
    code = "from tests.terms.test_unseen import *; print(edits(ENTRIES, TEXTS))"
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in "012"
    }
    assert printed == {f"{edits(ENTRIES, TEXTS)}\n"}
    assert max(map(len, edits(ENTRIES, TEXTS).values())) > 2


def test_edits_do_not_hang_on_the_order_of_files(tmp_path):
    files = []
    for number, entry in enumerate(e for e in ENTRIES if e.id not in "be"):  # b is a's twin, e contradicts f
        native = f"native = {list(entry.native)}\n" if entry.native else ""
        deprecated = f"deprecated = {list(entry.deprecated)}\n" if entry.deprecated else ""
        file = tmp_path / f"{number}.toml"
        file.write_text(f'[[entry]]\npreferred = "{entry.preferred}"\n{native}{deprecated}', "utf-8")
        files.append(file)
    forth, back = load(files), load(files[::-1])
    assert len(forth.entries) == len(files)
    assert edits(forth.entries, TEXTS) == edits(back.entries, TEXTS)
