"""Segments taken apart and put together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.engines.glossary import Glossary
from cleaner.engines.units import EXACT, around, capitals, fitted, halves, lowered, parts, unwrapped
from cleaner.terms.entry import Entry, TermBase

TEXTS = st.text(st.sampled_from("ab ÄΩж,.;:–\t\u00a0?!@#_/1") | st.characters(), max_size=200)


@given(TEXTS, st.integers(3, 30))
def test_the_parts_joined_are_the_segment(text, limit):
    assert "".join(part.text for part in parts(text, len, limit)) == text


@given(TEXTS, st.integers(3, 30))
def test_no_part_for_the_decoder_is_too_long_or_without_letters(text, limit):
    for part in parts(text, len, limit):
        if part.decode:
            assert len(part.text) <= limit
            assert any(c.isalpha() for c in part.text)


@given(TEXTS)
def test_around_what_is_exact_nothing_is_lost(text):
    assert "".join(part.text for part in around(text)) == text
    assert not any(EXACT.search(part.text) for part in around(text) if part.decode and " " not in part.text)


@pytest.mark.parametrize(
    "exact",
    [
        "https://www.spiegel.de/a_b?c=d#e",
        "www.taz.de/!5/",
        "redaktion+tipp@zeit-online.de",
        "@tages_schau",
        "#Klimastreik2024",
        "`rm -rf`",
        "user_name",
        "&amp;",
        "&#8211;",
        "</b>",
        '<a href="x y">',
        '](/seite "Titel")',
    ],
)
def test_addresses_handles_and_code_are_known_without_the_stop_behind_them(exact):
    found = EXACT.findall(f"Siehe ({exact}), dann {exact}.")
    assert [f.rstrip("/") for f in found] == [exact.rstrip("/")] * 2


@pytest.mark.parametrize(
    "text", ["Siehe C# und 5 @ 3", "Platz #1 heute", "a@b", "Der Satz.", "F&E; a < b > c", "[1] und (2)"]
)
def test_what_only_looks_like_one_is_not_taken(text):
    assert not EXACT.search(text)


def test_of_a_link_only_its_words_are_decoded():
    parts = around("Siehe ![ein Bild](b.jpg) hier.")
    assert [part.text for part in parts if part.decode] == ["Siehe", "ein Bild", "hier."]


def test_a_long_text_is_split_at_its_best_boundary():
    assert halves("Er kam, sah, ging; sie blieb, und wie.")[1:] == (" ", "sie blieb, und wie.")
    assert halves("eins zwei drei", clauses_only=True) == ("eins zwei drei", "", "")


def test_wrapped_lines_are_joined_and_hyphens_of_the_line_end_dropped():
    assert unwrapped("Die Re-\ngierung  \n  will Ost-\nund Westen") == "Die Regierung will Ost- und Westen"
    assert unwrapped("Baden-\nWürttemberg") == "Baden-Württemberg"


def test_capitals_and_back():
    assert capitals("MINISTER BESUCHT KYJIW")
    assert not capitals("NATO")
    assert not capitals("Die NATO und die USA")
    assert (
        lowered("CHEF DER NATO IN BERLIN: KEIN KRIEG", ["NATO", "Berlin"])
        == "Chef der NATO in Berlin: Kein krieg"
    )


def test_a_name_in_capitals_is_written_as_its_entry_has_it():
    entry = Entry("n", "North Rhine-Westphalia", native=("de: Nordrhein-Westfalen",))
    names = Glossary(TermBase((entry,)), "de", "en").names
    assert lowered("WAHL IN NORDRHEIN-WESTFALEN", names) == "Wahl in Nordrhein-Westfalen"
    assert lowered("DIE BAND AC\\DC SPIELT", ["AC\\DC"]) == "Die band AC\\DC spielt"


def test_a_clause_is_fitted_to_its_sentence():
    assert fitted("weil er krank ist", "Because he is ill.", first=False, last=True) == "because he is ill."
    assert fitted("Weil er krank ist,", "Because he is ill,", first=True, last=False) == "Because he is ill,"
    assert fitted("usw.", "Etc.", first=False, last=False) == "etc."
