from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner.errors import DecodeError
from cleaner.text.decode import decode
from cleaner.text.mojibake.pages import PRIORS

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"])).filter(lambda t: not t.startswith("\ufeff"))


@settings(deadline=None)
@given(TEXT)
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()).text == text


@settings(deadline=None)
@given(TEXT, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.confidence == 1.0


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_is_known_by_its_zero_bytes(encoding: str) -> None:
    assert decode("Новости дня: 12 мая.\n".encode(encoding)).encoding == encoding


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_become_one_and_are_recorded(newline: str) -> None:
    found = decode(f"one{newline}two{newline}".encode())
    assert (found.text, found.newline) == ("one\ntwo\n", newline)


def test_mixed_line_ends_are_recorded_as_the_most_frequent() -> None:
    assert decode(b"a\r\nb\r\nc\nd").newline == "\r\n"
    assert decode(b"a\r\nb\nc\nd").newline == "\n"


def test_only_line_ends_are_touched() -> None:
    text = "a\x85b\u2028c\x0bd\x0ce"  # str.splitlines would cut at each
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x00\x01\x02\x03\x04\x05 text", "0x00"),
        (b"\xff\xfea", "byte 2"),
    ],
)
def test_what_is_not_text_is_refused_with_what_and_where(data: bytes, says: str) -> None:
    with pytest.raises(DecodeError, match=says):
        decode(data)


@settings(deadline=None)
@given(st.binary())
@example(b"\n\r\x80")
def test_bytes_are_read_or_refused_but_never_replaced(data: bytes) -> None:
    try:
        found = decode(data)
    except DecodeError:
        return
    assert found.text.encode(found.encoding).decode(found.encoding) == found.text
    if found.encoding in PRIORS:  # in a code page each byte is one character
        alike = data if found.newline == "\n" else data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        assert found.text.encode(found.encoding) == alike


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Президент подписал указ о помиловании.", "cp1251"),
        ("Президент подписал указ о помиловании.", "koi8-r"),
        ("Президент подписал указ о помиловании.", "cp866"),
        ("Der Minister sagte: „Größere Änderungen überlassen wir später der Länderkammer.“", "cp1252"),
        ("Rząd ogłosił, że później podejmie następną decyzję.", "iso8859-2"),
        ("Başbakan, görüşmelerin sürdüğünü açıkladı.", "cp1254"),
        ("Ο πρωθυπουργός μίλησε στη Βουλή.", "cp1253"),
        ("ראש הממשלה נאם בכנסת", "cp1255"),
        ("أعلن رئيس الوزراء أن المفاوضات مستمرة", "cp1256"),
        ("我们今天去北京看看。他说这个问题很重要，需要大家一起努力解决。", "gb18030"),
        ("我們今天去台北看看。他說這個問題很重要，需要大家一起努力解決。", "big5"),
        ("今日は東京に行きます。天気がいいですね。", "cp932"),
        ("今日は東京に行きます。天気がいいですね。", "euc_jp"),
        ("今日は東京に行きます。天気がいいですね。", "iso2022_jp"),
        ("오늘은 서울에 갑니다. 날씨가 좋습니다.", "cp949"),
    ],
)
def test_a_sentence_is_enough_to_know_an_old_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_a_cut_character_is_lost_and_said_so_with_its_place() -> None:
    data = "Новости дня\nи ещё новости".encode()
    found = decode(data[:23] + data[24:])
    assert found.text == "Новости дня\n\ufffd ещё новости"
    (damage,) = found.damage
    assert found.text[damage.start : damage.end] == "\ufffd"
    assert damage.message == "line 2 is not UTF-8 here: 0xd0 lost"


@pytest.mark.parametrize(
    ("line", "encoding"),
    [
        ("Die Gemeinde hätte das größere Gebäude längst räumen müssen.", "cp1252"),
        ("Rząd ogłosił, że później podejmie następną decyzję.", "iso8859-2"),
        ("Президент подписал указ о помиловании.", "cp1251"),
        ("Президент подписал указ о помиловании.", "cp866"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_line_of_another_encoding_is_read_and_said_so(line: str, encoding: str, newline: str) -> None:
    around = "Это строка в UTF-8, łąka, größer, été."
    data = newline.join((around, "?", around)).encode().replace(b"?", line.encode(encoding))
    found = decode(data)
    assert found.text == f"{around}\n{line}\n{around}"
    assert found.newline == newline
    assert found.damage
    for damage in found.damage:
        assert found.text[damage.start : damage.end] in line
        assert damage.message.startswith("line 2 is not UTF-8 here: 0x")
        assert damage.message.endswith(f"read as {encoding}")


def test_one_word_is_no_witness_of_an_old_encoding() -> None:
    data = "Süß, schön, größer und ".encode() + "grün".encode("latin-1")
    assert decode(data).text == "Süß, schön, größer und gr\ufffdn"


def test_a_byte_order_mark_does_not_hide_damage() -> None:
    found = decode(b"\xef\xbb\xbfabc\xff sch\xc3\xb6n")
    assert (found.text, len(found.damage)) == ("abc\ufffd schön", 1)


@settings(deadline=None)
@given(TEXT.filter(lambda t: len(t) > 3), st.data())
def test_what_is_not_damaged_is_read_as_ever(text: str, data: st.DataObject) -> None:
    whole = ("Süß, schön, größer, Öl, Übung, Äther " * 3 + text + " ").encode()
    at = data.draw(st.integers(0, len(whole)))
    found = decode(whole[:at] + b"\xff" + whole[at:])
    assert found.text.count("\ufffd") >= 1 + text.count("\ufffd")
    assert found.damage
    assert all(0 <= d.start < d.end <= len(found.text) for d in found.damage)
