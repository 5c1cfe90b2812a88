"""Lines, and what is none."""

from hypothesis import given
from hypothesis import strategies as st

from cleaner.text.lines import line_spans

ALMOST = "\x85\u2028\u2029\x0b\x0c\x1c\x1d\x1e\r"
"""What ``str.splitlines`` cuts at and we do not: U+0085 is itself mojibake for an ellipsis."""


@given(st.text(f"ab\n{ALMOST}"))
def test_lines_joined_by_newlines_are_the_text(text):
    assert "\n".join(text[a:b] for a, b in line_spans(text)) == text


def test_nothing_but_a_newline_ends_a_line():
    text = ALMOST.join("ab")
    assert text.splitlines() != [text]
    assert list(line_spans(text)) == [(0, len(text))]
