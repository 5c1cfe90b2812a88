"""Rows and diffs."""

from hypothesis import given

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.report.diff import unified
from cleaner.report.rows import rows
from tests.test_document import history


@given(history())
def test_rows_tile_both_texts(doc):
    table = list(rows(doc))
    assert "\n".join(doc.source[slice(*r.old)] for r in table) == doc.source
    assert "\n".join(doc.text[slice(*r.new)] for r in table if r.new) == doc.text


@given(history())
def test_rows_without_hunks_are_equal(doc):
    for row in rows(doc):
        if not row.hunks:
            assert doc.source[slice(*row.old)] == doc.text[slice(*row.new)]


def test_a_diff_shows_changed_lines_and_their_neighbours():
    doc = Document("d", "a\nb\nc\nd\ne").revise("x", [Edit(4, "c", "C", "r"), Edit(0, "a\n", "", "r")])
    assert list(unified(doc)) == [
        "--- d",
        "+++ d (cleaned)",
        "@@ -1,4 +1,3 @@",
        "-a",
        " b",
        "-c",
        "+C",
        " d",
    ]


def test_no_change_no_diff():
    assert list(unified(Document("d", "a\nb"))) == []
