import pytest

from cleaner.terms.advice import advice
from cleaner.terms.entry import Entry
from cleaner.terms.load import examine

ASYL = Entry("a", "Pro Asyl", deprecated=("Pro acyl",))


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ((Entry("f", "Frei", deprecated=("Free",)),), "'Free' is an English word"),
        ((Entry("x", "Xeni", deprecated=("Xie",)),), "'Xie' is short"),
        ((Entry("k", "Krychowiak"), Entry("l", "Krychoviak")), "spellings of each other"),
        ((Entry("k", "Ada Krychowiak"), Entry("l", "Krychowiak, Ada")), "spellings of each other"),
        (
            (Entry("k", "Kettenwerk AG"), Entry("l", "Kettenwerk Aktiengesellschaft")),
            "spellings of each other",
        ),
        ((Entry("a", "Asyl", deprecated=("acyl",)), Entry("b", "Pro acyl")), "'acyl' is part of 'Pro acyl'"),
    ],
)
def test_warns(entries, said):
    (fault,) = advice(entries)
    assert said in fault.message
    assert not fault.severe


@pytest.mark.parametrize(
    "entries",
    [
        (ASYL, Entry("s", "Scholz"), Entry("t", "Kramp")),
        (Entry("k", "Kettenwerk Bank"), Entry("l", "Kettenwerk Bahn")),
        (Entry("f", "Frei", deprecated=("Free",), context=("ARD",)),),
        (Entry("k", "Krychowiak"), Entry("l", "Krychoviak", lang="de")),
        (Entry("p", "{name}", deprecated=("Loud {name}",), type="phrase"),),
    ],
)
def test_says_nothing(entries):
    assert list(advice(entries)) == []


def test_examine_tells_and_load_does_not_mind(tmp_path):
    path = tmp_path / "g.tsv"
    path.write_text("preferred\tdeprecated\nFrei\tFree\n", encoding="utf-8")
    base, faults = examine([path])
    assert base.entries
    assert [str(f) for f in faults] == [
        "g: entry 'frei': warning: 'Free' is an English word: add context, or delete it"
    ]
