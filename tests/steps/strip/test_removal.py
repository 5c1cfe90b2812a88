"""Lines go; the gaps around them close."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cleaner.edit import apply
from cleaner.steps.strip.page import page_of
from cleaner.steps.strip.removal import Drop, deletions, surest

LINES = st.lists(st.tuples(st.sampled_from(("a", "  b", "c ")), st.integers(1, 4), st.booleans()), max_size=8)


def drop(index, confidence=1.0):
    return Drop(index, "strip.label", "", confidence)


@given(LINES, st.integers(0, 2))
def test_what_stays_is_every_other_line_with_a_gap_it_had(lines, lead):
    text = "\n" * lead + "".join(line + "\n" * gap for line, gap, _ in lines)
    page = page_of(text)
    going = [i for i, (_, _, goes) in enumerate(lines) if goes]
    left = apply(text, deletions(page, map(drop, going)))
    stays = [i for i in range(len(lines)) if i not in going]
    assert [x.strip() for x in left.split("\n") if x.strip()] == [lines[i][0].strip() for i in stays]
    after = page_of(left)
    for (i, j), (a, b) in zip(pairwise(stays), pairwise(after.lines), strict=True):
        gaps = [lines[k][1] for k in range(i, j)]
        gap = left.count("\n", a.end, b.start)
        assert gap == (gaps[0] if len(gaps) == 1 else max(gaps[0], gaps[-1]))


def test_the_surest_drop_of_a_line_wins():
    assert surest([drop(1, 0.5), drop(0), drop(1, 0.9)]) == [drop(0), drop(1, 0.9)]


def test_a_text_of_which_all_goes_is_empty():
    page = page_of("a\n\nb")
    assert apply(page.text, deletions(page, [drop(0), drop(1)])) == ""
