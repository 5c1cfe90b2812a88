"""Spans against a search word by word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.terms import spans as module
from cleaner.terms.rarity import ordinary
from cleaner.terms.spans import LONGEST, TELLS, Uses, spans, words

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
WORDS = [
    "Berbock",
    "Berbock's",
    "jana",
    "said",
    "the",
    "ova",
    "novakova",
    "Novak’s",
    "d'Artagnan",
    "X",
    "ÖVP",
    "éa",
    "im",
]
TEXTS = st.lists(
    st.tuples(st.sampled_from([*WORDS, "zhx" * 14]), st.sampled_from([" ", "-", "\u00a0", ", ", "\n", "2"]))
).map(lambda pairs: "".join(word + gap for word, gap in pairs))


def rows(ragged):
    return [ragged.flat[a:b].tolist() for a, b in zip(ragged.starts, ragged.ends, strict=True)]


def brute(text):
    """Every row of up to four live words with one blank or hyphen between."""
    words = list(WORD.finditer(text))
    for i, first in enumerate(words):
        if first.start() and text[first.start() - 1].isalnum():
            continue
        for j in range(i, min(i + LONGEST, len(words))):
            word = words[j][0]
            if len(word) > 40 or (word[0].islower() and ordinary(word)):
                break
            if j > i and text[words[j - 1].end() : words[j].start()] not in (" ", "-", "\u00a0"):
                break
            yield first.start(), words[j].end() - 2 * word.endswith(("'s", "’s"))


@given(TEXTS)
def test_spans_are_rows_of_live_words(text):
    assert [s for s in spans(text, Uses()) if not (s[0] and text[s[0] - 1].isalnum())] == list(brute(text))


@given(TEXTS)
def test_a_span_has_its_words(text):
    found = spans(text, Uses())
    assert [[found.vocabulary[n] for n in row] for row in rows(found.words)] == [
        words(text[a:b]) for a, b in found
    ]


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_what_was_seen_before_does_not_matter(texts):
    seen = Uses()
    assert [list(spans(t, seen)) for t in texts] == [list(spans(t, Uses())) for t in texts]


def test_many_small_words_are_found_too():
    text = " ".join(f"q{chr(97 + n // 26)}{chr(97 + n % 26)}x." for n in range(100))
    assert len(list(spans(text, Uses()))) == 100


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Konh ä user", ["Konh ä user"]),
        ("said Bj ö rn H ö cke", ["Bj ö rn", "Bj ö rn H ö cke", "H ö cke"]),
        ("in Unterallg ä u", ["Unterallg ä u"]),
        ("said ü jana", ["ü", "ü jana", "jana"]),
        ("Berbock ü Berbock", ["Berbock", "Berbock ü", "Berbock ü Berbock", "ü", "ü Berbock", "Berbock"]),
    ],
)
def test_an_umlaut_torn_out_of_a_live_word_is_part_of_it(text, found):
    assert [text[a:b] for a, b in spans(text, Uses())] == found


def test_of_too_many_words_some_are_forgotten(monkeypatch):
    monkeypatch.setattr(module, "_MANY", 0)
    asked = []
    uses = Uses(lambda word: asked.append(word) or TELLS)
    for word in ("Berbock", "Jana", "Berbock"):
        assert list(spans(f"said {word}.", uses)) == [(5, 5 + len(word))]
    assert asked == ["Berbock", "Jana", "Berbock"]
