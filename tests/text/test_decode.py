from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.errors import DecodeError
from cleaner.text.decode import decode

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"])).filter(lambda t: not t.startswith("\ufeff"))


@given(TEXT)
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()).text == text


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
        (b"\xef\xbb\xbfabc\xff", "byte 6"),
        (b"\xff\xfea", "byte 2"),
    ],
)
def test_what_is_not_text_is_refused_with_what_and_where(data: bytes, says: str) -> None:
    with pytest.raises(DecodeError, match=says):
        decode(data)


@given(st.binary())
def test_bytes_are_read_or_refused_but_never_replaced(data: bytes) -> None:
    try:
        found = decode(data)
    except DecodeError:
        return
    written = found.text.replace("\n", found.newline).encode(found.encoding)
    plain = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if found.encoding == "utf-8" and "\ufeff" not in found.text and not data.startswith(b"\xef\xbb\xbf"):
        assert written.replace(b"\r\n", b"\n").replace(b"\r", b"\n") == plain
