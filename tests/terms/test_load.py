"""Glossaries: read, merged in any order, refused with every fault and its place."""

import subprocess
import sys
from itertools import permutations

import pytest

from cleaner.errors import GlossaryError
from cleaner.terms.entry import Entry
from cleaner.terms.load import SHIPPED, examine, find, load, shipped

TOML = """
[glossary]
title = "Aid"
type = "organisation"
source = "https://example.org"

[[entry]]
preferred = "Aid Ost"
native = "Помощь"
deprecated = ["AidOst", "Aid Ast"]

[[entry]]
id = "laut"
type = "phrase"
preferred = "According to {name},"
deprecated = "Loud {name}"
"""


@pytest.fixture
def write(tmp_path):
    def _write(name, text):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return _write


def test_toml(write):
    aid, laut = load([write("aid.toml", TOML)]).entries
    assert aid == Entry(
        "aid-ost",
        "Aid Ost",
        deprecated=("AidOst", "Aid Ast"),
        native=("Помощь",),
        type="organisation",
        source="https://example.org",
        glossary="aid",
    )
    assert (laut.type, laut.deprecated) == ("phrase", ("Loud {name}",))


@pytest.mark.parametrize(("name", "tab"), [("aid.tsv", "\t"), ("aid.csv", ",")])
def test_tables(write, name, tab):
    lines = [
        ["Preferred", "deprecated", "type"],
        ["Aid Ost", "AidOst|Aid Ast", "organisation"],
        ["Kyiv", "", ""],
    ]
    text = "\r\n".join(tab.join(cells) for cells in lines) + "\r\n"
    aid, kyiv = load([write(name, "\ufeff" + text)]).entries
    assert (aid.deprecated, aid.type) == (("AidOst", "Aid Ast"), "organisation")
    assert kyiv == Entry("kyiv", "Kyiv", glossary="aid")


def test_merged_alike_in_any_order(write):
    paths = [
        write("a.toml", TOML),
        write("b.tsv", "preferred\tdeprecated\tsource\nAid Ost\tAidost\thttps://example.net\n"),
        write("c.csv", "preferred,admitted\nAid Ost,Help East\nKyiv,\n"),
    ]
    bases = [load(order) for order in permutations(paths)]
    assert len({base.digest for base in bases}) == 1
    aid = bases[0].entries[0]
    assert aid.admitted == ("Help East",)
    assert set(aid.deprecated) == {"AidOst", "Aid Ast", "Aidost"}
    assert aid.glossary == "a+b+c"


FAULTY = [
    (
        "g.toml",
        '[[entry]]\nprefered = "X"\n',
        ["g.toml: entry 1 (line 1): unknown key 'prefered'", "preferred'?"],
    ),
    (
        "g.toml",
        '[[entry]]\npreferred = "X"\n\n[[entry]]\ntype = "place"\n',
        ["entry 2 (line 4): no preferred"],
    ),
    ("g.toml", '[[entry]]\npreferred = "X"\ndeprecated = 3\n', ["'deprecated' must be a string or a list"]),
    ("g.toml", '[[entry]]\npreferred = ["X"]\n', ["'preferred' must be a string"]),
    ("g.toml", '[[entry]]\npreferred = "X"\ntype = "organization"\n', ["did you mean 'organisation'?"]),
    ("g.toml", '[[entry]]\npreferred = "X"\ndeprecated = "X"\n', ["both deprecated and right"]),
    ("g.toml", '[[entry]]\npreferred = "X"\ndeprecated = "-"\n', ["holds no letter"]),
    (
        "g.toml",
        '[[entry]]\npreferred = "X"\n[[entry]]\npreferred = "X"\n',
        ["the id 'x' is taken by entry 1 (line 1)"],
    ),
    ("g.toml", '[[entries]]\npreferred = "X"\n', ["unknown key 'entries'; did you mean 'entry'?"]),
    ("g.toml", '[entry]\npreferred = "X"\n', ["two brackets"]),
    (
        "g.toml",
        '[glossary]\nlicense = "CC0"\n',
        ["[glossary]: unknown key 'license'; did you mean 'licence'?"],
    ),
    ("g.toml", "[[entry]\n", ["not TOML", "line 1"]),
    ("g.toml", '[[entry]]\npreferred = "To {name}"\ndeprecated = "Tu {name}"\n', ["needs type = 'phrase'"]),
    (
        "g.toml",
        '[[entry]]\ntype = "phrase"\npreferred = "To {name}"\ndeprecated = ["Tu", "Tu {nam}"]\n',
        ["'Tu' and 'To {name}' must hold the same slots", "another brace"],
    ),
    ("g.tsv", "name\tgarbled\nX\tY\n", ["line 1", "no column 'preferred'"]),
    (
        "g.tsv",
        "preferred\tdepricated\nX\tY\n",
        ["line 1: unknown key 'depricated'; did you mean 'deprecated'?"],
    ),
    ("g.tsv", "preferred\nX\tY\n", ["line 2: 2 cells under 1 headings"]),
    (
        "g.tsv",
        'preferred\tnote\nX\t\n"Y\tZ\nA\tB\n',
        ["the row of line 3 cannot be read", "close the quotation"],
    ),
    ("g.csv", "preferred\n" + 200_000 * "x" + "\n", ["the row of line 2 cannot be read"]),
    ("g.toml", "glossary = 5\n", ["one [glossary] table"]),
    ("g.xls", "preferred\n", [".toml, .tsv or .csv"]),
    (
        "g.toml",
        '[[entry]]\npreferred = "Katz"\ndeprecated = "Kc"\n[[entry]]\npreferred = "Kac"\ndeprecated = "Kc"\n',
        ["'Kc' becomes 'Katz' here, but becomes 'Kac' in 'kac'"],
    ),
    (
        "g.toml",
        '[[entry]]\npreferred = "Katz"\ndeprecated = "Kats"\n[[entry]]\npreferred = "Kats"\n',
        ["but is right in 'kats'"],
    ),
]


@pytest.mark.parametrize(("name", "text", "said"), FAULTY)
def test_faults_name_place_and_remedy(write, name, text, said):
    with pytest.raises(GlossaryError) as error:
        load([write(name, text)])
    for words in said:
        assert words in str(error.value)


def test_all_faults_at_once(write):
    bad = write("bad.toml", '[[entry]]\nprefered = "X"\n\n[[entry]]\npreferred = "Y"\ntype = "perso"\n')
    other = write("other.tsv", "preferred\ttype\nZ\tplaze\n")
    _, faults = examine([bad, other, "nowhere"])
    assert [(f.file, f.place) for f in faults] == [
        ("nowhere", ""),
        ("bad.toml", "entry 1 (line 1)"),
        ("bad.toml", "entry 1 (line 1)"),
        ("bad.toml", "entry 2 (line 4)"),
        ("other.tsv", "line 2"),
    ]


def test_two_files_that_contradict_each_other(write):
    a = write("a.toml", '[[entry]]\nid = "k"\npreferred = "Kiev"\n')
    b = write("b.toml", '[[entry]]\nid = "k"\npreferred = "Kyiv"\n')
    with pytest.raises(GlossaryError, match="preferred is 'Kiev' and 'Kyiv'"):
        load([a, b])


def test_two_files_that_render_a_native_form_differently(write):
    paths = [
        write("a.tsv", "preferred\tnative\nAudit Court\tde: Rechnungshof\n"),
        write("b.tsv", "preferred\tnative\nCourt of Audit\tde: Rechnungshof\n"),
    ]
    _, faults = examine(paths)
    assert [f.severe for f in faults if "'Audit Court' in 'audit-court' (a): a translation" in str(f)] == [
        False
    ]


def test_not_utf8(tmp_path):
    path = tmp_path / "g.tsv"
    path.write_bytes("preferred\nKöln\n".encode("latin-1"))
    with pytest.raises(GlossaryError, match="not UTF-8"):
        load([path])


def test_unknown_glossary_names_the_nearest():
    with pytest.raises(GlossaryError, match="neither a file nor shipped"):
        find("no-such-glossary")


@pytest.mark.parametrize("name", shipped())
def test_shipped_glossaries_are_found_and_sound(name, tmp_path):
    assert find(name).parent in SHIPPED
    assert load([name]).entries
    code = f"from cleaner.terms.load import find; find({name!r})"
    assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False).returncode == 0


def test_shipped_glossaries_agree_with_each_other():
    load(shipped())
