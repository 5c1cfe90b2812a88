"""Texts and edits for the laws."""

from hypothesis import strategies as st

from cleaner.edit import Edit


@st.composite
def edited(draw, size=30):
    """A text and disjoint edits of it: insertions, deletions, replacements, neighbours."""
    text = draw(st.text("abé \n", max_size=size))
    edits, pos = [], 0
    while pos <= len(text) and len(edits) < 8 and draw(st.booleans()):
        start = draw(st.integers(pos, len(text)))
        end = draw(st.integers(start, min(len(text), start + 4)))
        new = draw(st.text("xyz", max_size=4))
        if text[start:end] != new and not any(e.start == start for e in edits):
            edits.append(Edit(start, text[start:end], new, "law.edit"))
        pos = max(end, start)
        if start == end:
            pos += 1
    return text, edits


@st.composite
def clashing(draw):
    """A text and edits of it that may overlap."""
    text = draw(st.text("ab", min_size=1, max_size=12))
    edits = []
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        new = draw(st.text("xy", max_size=2))
        if new != text[start:end]:
            sure = draw(st.sampled_from([0.4, 0.6, 0.95, 1.0]))
            edits.append(Edit(start, text[start:end], new, "law.edit", "", sure))
    return text, edits
