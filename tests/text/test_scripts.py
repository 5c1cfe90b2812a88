"""Scripts of code points and texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.text.scripts import script, shares


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("a", "Latin"),
        ("ß", "Latin"),
        ("ﬁ", "Latin"),
        ("ї", "Cyrillic"),
        ("λ", "Greek"),
        ("ש", "Hebrew"),
        ("ی", "Arabic"),
        ("の", "Hiragana"),
        ("語", "Han"),
        ("글", "Hangul"),
        ("ᚠ", "Other"),
        ("×", "Common"),
        ("3", "Common"),
        (" ", "Common"),
        ("\u0301", "Common"),
    ],
)
def test_script(char, name):
    assert script(char) == name


@given(st.text(max_size=60))
def test_shares_add_up_to_one_and_fall(text):
    found = list(shares(text).values())
    assert found == sorted(found, reverse=True)
    assert sum(found) == pytest.approx(1 if any(c.isalpha() for c in text) else 0)
