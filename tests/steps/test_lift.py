"""Fields leave the text for the meta data."""

import pytest

from cleaner.document import Document, Mark, Policy
from cleaner.steps import lift
from cleaner.steps.base import Setup

BODY = "Dockers have stopped work."


def marked(text, **spans):
    marks = tuple(Mark(name.rstrip("2"), text.index(s), text.index(s) + len(s)) for name, s in spans.items())
    return Document("a", text, marks=tuple(sorted(marks, key=lambda m: m.start)))


def lifted(doc, **options):
    return lift.build(lift.Options(**options), Setup())(doc)


@pytest.mark.parametrize(
    ("text", "spans", "left"),
    [
        (f"Title\n\nA photo. © AP\n\n{BODY}", {"caption": "A photo.", "credit": "© AP"}, f"Title\n\n{BODY}"),
        (f"{BODY}\n\nA photo. © AP", {"caption": "A photo.", "credit": "© AP"}, BODY),
        (f"{BODY}\nA photo. © AP\n", {"credit": "© AP"}, f"{BODY}\nA photo.\n"),
        (f"{BODY}\n\nA photo. © AP\n\nMore.", {"credit": "© AP"}, f"{BODY}\n\nA photo.\n\nMore."),
        (f"By A B\nMay 5\n\n{BODY}", {"byline": "By A B", "date": "May 5"}, BODY),
    ],
)
def test_the_gap_closes(text, spans, left):
    doc = lifted(marked(text, **spans))
    assert doc.text == left
    assert {name: doc.meta[name] for name in spans} == spans
    assert doc.source == text
    assert [c.edit.rule for c in doc.changes()] == [f"lift.{name}" for name in spans]


def test_the_title_is_copied_and_stays():
    doc = lifted(marked(f"Title\n\n{BODY}", title="Title"))
    assert doc.text == f"Title\n\n{BODY}"
    assert doc.meta["title"] == "Title"
    assert not doc.history
    assert lifted(marked(f"Title\n\n{BODY}", title="Title"), fields=("title",)) == doc


def test_several_of_one_name_are_lines_of_one_field():
    doc = lifted(marked(f"© AP\n\n{BODY}\n\n© dpa\n", credit="© AP", credit2="© dpa"))
    assert doc.meta["credit"] == "© AP\n© dpa"
    assert doc.text == f"{BODY}\n"


def test_of_two_fields_that_a_translation_joined_the_first_is_lifted():
    doc = Document("a", f"Foto © AP\n\n{BODY}", marks=(Mark("caption", 0, 9), Mark("credit", 0, 9)))
    done = lifted(doc)
    assert done.text == BODY
    assert done.meta == {"caption": "Foto © AP"}


def test_options_and_policy_keep_fields_in_the_text():
    doc = marked(f"By A B\nMay 5\n\n{BODY}", byline="By A B", date="May 5")
    assert lifted(doc, fields=("date",)).text == f"By A B\n{BODY}"
    step = lift.build(lift.Options(), Setup(Policy(off=frozenset({"lift.date"}))))
    assert step(doc).text == f"May 5\n\n{BODY}"
    assert "date" not in step(doc).meta
