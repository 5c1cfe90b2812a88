"""Glossaries of other tools: what can be said comes back, and hostile files are refused."""

import pytest

from cleaner.errors import GlossaryError
from cleaner.terms.entry import Entry
from cleaner.terms.exchange.convert import FORMATS, read_as, write_as

ENTRIES = (
    Entry("idite-lesom", "Idite Lesom", native=("ru: Идите лесом",), note="seen <here> & there"),
    Entry(
        "pro-asyl",
        "Pro Asyl",
        admitted=("PRO ASYL",),
        deprecated=("Pro acyl", "ProAsyl"),
        native=("ru: Про Азюль",),
        type="organisation",
        context=("refugees", "Frankfurt am Main"),
        source="https://example.org/",
    ),
    Entry(
        "right", "Left|Right", native=("ru: Право",), deprecated=("Left|Wright",), lang="", note="two\nlines"
    ),
)
SUFFIX = {"tbx2": "tbx", "deepl": "csv", "google": "csv", "amazon": "csv", "omegat": "tsv"}


@pytest.mark.parametrize("kind", FORMATS)
def test_round_trip(kind, tmp_path):
    path = tmp_path / f"g.{SUFFIX.get(kind, kind)}"
    path.write_bytes(write_as(ENTRIES, kind, "ru"))
    back = read_as(path, kind, source="ru")
    assert [(e.preferred, e.native) for e in back] == [(e.preferred, e.native) for e in ENTRIES]
    if kind in ("toml", "tsv", "csv", "tbx", "tbx2"):
        assert [(e.id, set(e.deprecated), e.admitted) for e in back] == [
            (e.id, set(e.deprecated), e.admitted) for e in ENTRIES
        ]
        assert [(e.type, e.context, e.source, e.note, e.lang) for e in back] == [
            (e.type, e.context, e.source, e.note, e.lang) for e in ENTRIES
        ]


V2 = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="c1"><langSet xml:lang="ru">
<tig><term>Идите лесом</term></tig></langSet>
<langSet xml:lang="en-GB"><tig><term>Get Lost</term></tig>
<ntig><termGrp><term>Idite Lesom</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
<tig><term>Idit</term>
<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig></langSet></termEntry>
</body></text></martif>"""


def test_tbx_2_of_another_tool(tmp_path):
    path = tmp_path / "g.tbx"
    path.write_text(V2, encoding="utf-8")
    (entry,) = read_as(path, "tbx")
    assert (entry.id, entry.preferred, entry.admitted) == ("c1", "Idite Lesom", ("Get Lost",))
    assert (entry.deprecated, entry.native) == (("Idit",), ("ru: Идите лесом",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><tbx>&c;</tbx>', "entities"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><tbx>&a;</tbx>', "entities"),
        ("<tbx><text>", "no well-formed XML"),
        ('<?xml version="1.0" encoding="shift_jis"?><tbx/>', "no well-formed XML"),
        ('<?xml version="1.0" encoding="nonsense"?><tbx/>', "no well-formed XML"),
    ],
)
def test_hostile_or_broken_xml(text, said, tmp_path):
    path = tmp_path / "g.tbx"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GlossaryError, match=said):
        read_as(path, "tbx")


def test_header_of_language_codes(tmp_path):
    path = tmp_path / "g.csv"
    path.write_text("de,en-US,fr\nBund,federation,fédération\n", encoding="utf-8")
    (entry,) = read_as(path, "amazon")
    assert (entry.preferred, entry.native) == ("federation", ("de: Bund",))
    with pytest.raises(GlossaryError, match="no column for 'pl'"):
        read_as(path, "google", "pl")
    assert read_as(path, "amazon", "en-US") == [entry]
    path.write_text("FDP,FDP\n", encoding="utf-8")
    assert [e.preferred for e in read_as(path, "google")] == ["FDP"]


def test_deepls_columns_of_languages_tell_which_side_is_which(tmp_path):
    path = tmp_path / "g.csv"
    path.write_text("Freie Presse,Free Press,DE,EN-US\n", encoding="utf-8")
    (there,) = read_as(path, "deepl")
    path.write_text("Free Press,Freie Presse,EN,DE\n", encoding="utf-8")
    assert read_as(path, "deepl") == [there]
    assert (there.preferred, there.native) == ("Free Press", ("de: Freie Presse",))
    with pytest.raises(GlossaryError, match="row 1 goes from en to de: ask for --target-lang de"):
        read_as(path, "deepl", "fr")


def test_omegat_has_comments_and_no_quotation_marks(tmp_path):
    path = tmp_path / "g.txt"
    path.write_text(
        '# Glossary in tab-separated format\n\nSpiegel\t"Spiegel" Online\tweb\n', encoding="utf-8"
    )
    (entry,) = read_as(path, "omegat")
    assert (entry.preferred, entry.native, entry.note) == ('"Spiegel" Online', ("Spiegel",), "web")


def test_what_is_not_utf_8_is_named(tmp_path):
    path = tmp_path / "g.csv"
    path.write_bytes("München,Munich\n".encode("latin-1"))
    with pytest.raises(GlossaryError, match="not UTF-8"):
        read_as(path, "deepl")


def test_short_row_and_unknown_kind(tmp_path):
    path = tmp_path / "g.csv"
    path.write_text("Bund\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match="row 1 has 1 cells"):
        read_as(path, "deepl")
    with pytest.raises(GlossaryError, match="did you mean 'deepl'"):
        read_as(path, "deep")


def test_only_native_forms_of_the_source_language_are_written_and_without_their_tag():
    both = Entry("k", "Kharkiv", native=("uk: Харків", "ru: Харьков"))
    assert write_as([both], "google", "uk").decode() == "Харків,Kharkiv\n"
    assert write_as([both], "deepl").decode() == "Харків,Kharkiv,uk,en\nХарьков,Kharkiv,ru,en\n"


@pytest.mark.parametrize("kind", ["tbx", "tbx2"])
def test_a_form_that_is_wrong_only_in_a_context_comes_back_with_it(kind, tmp_path):
    path = tmp_path / "g.tbx"
    path.write_bytes(write_as([Entry("f", "Frei", deprecated=("Free",), context=("ARD",))], kind))
    assert read_as(path, kind)[0].context == ("ARD",)
