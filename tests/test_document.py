"""The laws of documents: history, origin, undo, replay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import VERBATIM, Document, Mark, Policy
from cleaner.edit import Edit, apply
from cleaner.errors import EditError
from cleaner.history import Finding, replay
from tests.strategies import clashing, edited

EAGER = Policy(0, 0)


@st.composite
def history(draw):
    """A document after a few random revisions."""
    text, edits = draw(edited())
    doc = Document("d", text).revise("one", edits, EAGER)
    for step in ("two", "three", "four"):
        start = draw(st.integers(0, len(doc.text)))
        end = draw(st.integers(start, len(doc.text)))
        new = draw(st.text("uvw", max_size=3))
        if new != doc.text[start:end]:
            sure = draw(st.sampled_from([0.6, 1.0]))
            edit = Edit(start, doc.text[start:end], new, "law.edit", confidence=sure)
            doc = doc.revise(step, [edit], draw(st.sampled_from([EAGER, Policy()])))
    return doc


def decided(doc, change):
    """The document with a change decided the other way, None if that is refused."""
    try:
        return doc.undo(change) if change.state == "made" else doc.accept(change)
    except EditError:
        return None


@given(history())
def test_replay_makes_the_text_again(doc):
    assert replay(doc.source, doc.changes()) == doc.text


@given(clashing())
def test_the_policy_sorts_edits_and_loses_none(case):
    text, edits = case
    doc = Document("d", text).revise("step", edits, Policy(apply_at=0.9, suggest_at=0.5))
    made = [c.edit for c in doc.changes() if c.state == "made"]
    proposed = [c.edit for c in doc.changes() if c.state == "proposed"]
    assert doc.text == apply(text, made)
    assert all(e.confidence >= 0.9 for e in made)
    heard = {(e.start, e.old, e.new) for e in edits if e.confidence >= 0.5}
    assert {(e.start, e.old, e.new) for e in made + proposed} == heard


def test_what_is_sure_enough_is_made_even_if_a_proposal_has_to_be_surer():
    edit = Edit(0, "t", "T", "r", confidence=0.4)
    assert Document("d", "text").revise("step", [edit], Policy(apply_at=0.3, suggest_at=0.5)).text == "Text"


def test_a_step_with_nothing_to_say_leaves_no_trace():
    doc = Document("d", "text")
    assert doc.revise("step", [Edit(0, "t", "T", "r", confidence=0.4)]) is doc


def test_a_rule_that_is_off_is_not_heard():
    found = [Edit(0, "t", "T", "a.b"), Finding(0, 1, "a.c", "wrong")]
    assert Document("d", "text").revise("step", found, Policy(off={"a.b", "a.c"})).history == ()


@given(history(), st.data())
def test_undo_takes_back_one_change_and_keeps_the_others(doc, data):
    changes = list(doc.changes())
    if not changes:
        return
    change = data.draw(st.sampled_from(changes))
    start, end = doc.span(change)
    try:
        undone = doc.undo(change)
    except EditError:
        assert change.state == "proposed" or any(c.revision > change.revision for c in changes)
    else:
        assert undone.text == doc.text[:start] + change.edit.old + doc.text[end:]
        assert undone.source == doc.source


@given(history())
def test_all_changes_taken_back_the_last_first_give_the_source(doc):
    undone = doc
    for change in reversed([c for c in doc.changes() if c.state == "made"]):
        undone = undone.undo(change)
    assert undone.text == doc.source


@given(history(), st.data())
def test_decisions_are_on_the_record_and_can_be_taken_back(doc, data):
    states = [doc.text]
    for _ in range(data.draw(st.integers(0, 6))):
        changes = list(doc.changes())
        if changes and (after := decided(doc, data.draw(st.sampled_from(changes)))):
            doc = after
            states.append(doc.text)
    assert replay(doc.source, doc.changes()) == doc.text
    for number in reversed([n for n, r in enumerate(doc.history) if r.decides]):
        assert doc.text == states.pop()
        doc = doc.undo(next(c for c in doc.changes() if c.revision == number))
    assert [doc.text] == states


@given(history())
def test_no_change_is_decided_twice_the_same_way(doc):
    for change in doc.changes():
        if after := decided(doc, change):
            assert decided(after, change) is None


def test_lines_taken_out_at_different_times_come_back_in_their_order():
    doc = (
        Document("d", "A\nB\nC\n")
        .revise("s", [Edit(0, "A\n", "", "r")])
        .revise("s", [Edit(0, "B\n", "", "r")])
    )
    first, second = doc.changes()
    assert doc.undo(second).undo(first).text == doc.undo(first).undo(second).text == doc.source


def test_a_change_in_a_line_that_went_and_came_back_can_be_undone():
    doc = Document("d", "Top\nthe cafÃ© line\nEnd\n").revise("repair", [Edit(8, "cafÃ©", "café", "r")])
    doc = doc.revise("strip", [Edit(4, "the café line\n", "", "s")])
    first, second = doc.changes()
    with pytest.raises(EditError, match="undo the later change first"):
        doc.undo(first)
    assert doc.undo(second).undo(first).text == doc.source


def test_a_proposal_for_verbatim_words_can_be_accepted():
    doc = Document("d", "a `a`", marks=(Mark(VERBATIM, 2, 5),)).revise("one", [Edit(3, "a", "b", "r")])
    assert doc.accept(*doc.changes()).text == "a `b`"


@given(edited(), st.data())
def test_all_changes_of_a_step_taken_back_in_any_order_give_the_source(case, data):
    text, edits = case
    doc = undone = Document("d", text).revise("step", edits, EAGER)
    for change in data.draw(st.permutations(list(doc.changes()))):
        undone = undone.undo(change)
    assert undone.text == text


def test_neighbours_that_were_deleted_come_back_in_their_order():
    doc = Document("d", "Date: Tags: Text").revise(
        "strip", [Edit(0, "Date: ", "", "s"), Edit(6, "Tags: ", "", "s")]
    )
    first, second = doc.changes()
    assert doc.undo(second).undo(first).text == doc.undo(first).undo(second).text == doc.source


def test_undo_and_accept_find_the_place_after_later_steps():
    doc = Document("d", "Kiev said Pro acyl")
    doc = doc.revise(
        "one", [Edit(0, "Kiev", "Kyiv", "r", confidence=0.6), Edit(10, "Pro acyl", "Pro Asyl", "r")]
    )
    doc = doc.revise("two", [Edit(0, "", "Loud ", "r")])
    made, proposal, _ = doc.changes()
    assert doc.accept(proposal).text == "Loud Kyiv said Pro Asyl"
    assert doc.undo(made).text == "Loud Kiev said Pro acyl"
    with pytest.raises(EditError, match="never made"):
        doc.undo(proposal)
    with pytest.raises(EditError, match="made already"):
        doc.accept(made)


def test_undo_refuses_words_that_a_later_step_rewrote():
    doc = Document("d", "a b").revise("one", [Edit(0, "a", "x", "r")]).revise("two", [Edit(0, "x", "y", "r")])
    with pytest.raises(EditError, match="undo the later change first"):
        doc.undo(next(iter(doc.changes())))


def test_origin_goes_back_through_every_revision():
    doc = Document("d", "cafÃ© noir").revise("one", [Edit(0, "cafÃ©", "café", "r")])
    doc = doc.revise("two", [Edit(5, "noir", "black", "r")])
    assert doc.source[slice(*doc.origin(0, 4))] == "cafÃ©"
    assert doc.source[slice(*doc.origin(5, 10))] == "noir"


def test_findings_and_marks_move_with_the_text():
    doc = Document("d", "xx (c) Ann. Bob", marks=(Mark("credit", 3, 11),))
    doc = doc.revise("one", [Finding(12, 15, "r.f", "who?"), Edit(0, "xx ", "", "r")])
    assert [doc.text[f.start : f.end] for f in doc.findings] == ["Bob"]
    assert [doc.text[m.start : m.end] for m in doc.marks] == ["(c) Ann."]
    gone = doc.revise("two", [Edit(9, "Bob", "", "r")])
    assert [(f.start, f.end) for f in gone.findings] == [(9, 9)]


def test_pairs_are_the_segments_a_translation_rewrote():
    doc = Document("d", "Ja. No.").revise("translate", [Edit(0, "Ja.", "Yes.", "translate.segment")])
    assert list(doc.pairs()) == [("Ja.", "Yes.")]


def test_verbatim_text_is_only_proposed_for_change():
    doc = Document("d", "a `a`", marks=(Mark(VERBATIM, 2, 5),))
    doc = doc.revise("one", [Edit(0, "a", "b", "r"), Edit(3, "a", "b", "r")])
    assert doc.text == "b `a`"
    assert [c.state for c in doc.changes()] == ["made", "proposed"]


_SPANS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda s: (min(s), max(s))), max_size=4)


@given(_SPANS, st.integers(0, 9), st.integers(0, 9))
def test_an_edit_is_barred_where_it_shares_a_character_with_what_is_verbatim_or_stands_within(spans, a, b):
    start, end = min(a, b), max(a, b)
    doc = Document("d", "0123456789", marks=tuple(Mark(VERBATIM, *span) for span in spans))
    done = doc.revise("s", [Edit(start, doc.text[start:end], "new", "r.r")])
    barred = any(start < last and first < end for first, last in spans)
    assert [change.state for change in done.changes()] == ["proposed" if barred else "made"]
