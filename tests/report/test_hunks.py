"""Composition of revisions."""

from hypothesis import given

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.report.hunks import hunks
from tests.test_document import history


@given(history())
def test_the_source_with_its_hunks_put_in_is_the_text(doc):
    out, pos = "", 0
    for h in hunks(doc):
        assert h.old[0] >= pos
        out += doc.source[pos : h.old[0]]
        assert h.new[0] == len(out)
        out += doc.text[slice(*h.new)]
        pos = h.old[1]
    assert out + doc.source[pos:] == doc.text


@given(history())
def test_every_made_change_is_in_one_hunk(doc):
    made = [c for c in doc.changes() if c.state == "made"]
    in_hunks = [c for h in hunks(doc) for c in h.changes]
    assert sorted(in_hunks, key=repr) == sorted(made, key=repr)


def test_a_change_of_a_change_is_one_hunk():
    doc = Document("d", "one cafÃ© two").revise(
        "a", [Edit(4, "cafÃ©", "café", "r"), Edit(0, "one", "1", "r")]
    )
    doc = doc.revise("b", [Edit(2, "café", "bar", "r")])
    assert [(doc.source[slice(*h.old)], doc.text[slice(*h.new)]) for h in hunks(doc)] == [
        ("one", "1"),
        ("cafÃ©", "bar"),
    ]
