from hypothesis import given
from hypothesis import strategies as st

from cleaner.text.quotation import marks, unpaired


def test_each_custom_pairs_up():
    for text in (
        "“a” b “c”",
        "„a“ b „c“",
        "„a” b",
        "«a» «b»",
        "« a » b",
        "»a« b »c«",
        "“a’’ b ‘‘c’’",
        "“a ”. b",
        '"a" b "c"',
        '("a")',
    ):
        assert unpaired(text) == ([], []), text


def test_a_sign_that_stands_the_wrong_way_is_told_by_its_neighbours():
    assert [opens for _, opens in marks("He said, ”Stay. “\n")] == [True, False]


def test_a_long_quotation_may_repeat_its_mark_at_each_paragraph():
    assert unpaired("“One.\n“Two.\n“Three.”") == ([], [])
    assert unpaired("“One.\nTwo “three” four.") == ([0], [])


def test_a_closing_mark_that_nothing_opens_is_told():
    assert unpaired("We stay,” he said.") == ([], [8])


@given(st.text('ab “”„«»"\n.,', max_size=60))
def test_each_mark_is_paired_or_told(text):
    unclosed, unopened = unpaired(text)
    assert all(text[at] in '“”„«»"' for at in (*unclosed, *unopened))
    assert len(unclosed) + len(unopened) <= len(list(marks(text)))
