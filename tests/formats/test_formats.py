"""Formats: bytes to documents and back."""

import io
import json

import pytest

from cleaner.document import VERBATIM
from cleaner.errors import DecodeError, FormatError
from cleaner.formats.base import Unreadable
from cleaner.formats.jsonl import Jsonl
from cleaner.formats.markdown import Markdown
from cleaner.formats.plain import Plain
from cleaner.formats.table import format_of


def read(form, data, name="a"):
    return list(form.read(io.BytesIO(data), name))


@pytest.mark.parametrize(
    "data", ["Grüße\nan alle\n".encode(), b"a\r\nb\r\n", "Привет\n".encode(), b"no newline at the end"]
)
def test_plain_text_unchanged_comes_out_as_it_went_in(data):
    (doc,) = read(Plain(), data)
    assert "\r" not in doc.text
    assert Plain().write(doc) == data


def test_plain_text_says_how_it_was_read():
    (doc,) = read(Plain(), "Die größeren Städte hätten es gewusst.".encode("cp1252"))
    assert doc.meta["encoding"] == "cp1252"
    assert "größeren" in doc.text


def test_damaged_bytes_are_findings_of_the_document():
    data = "Süß, schön und größer\n".encode() + "grün, kühl\n".encode("cp1252")
    (doc,) = read(Plain(), data)
    assert doc.text == "Süß, schön und größer\ngrün, kühl\n"
    assert [(f.rule, doc.text[f.start : f.end]) for f in doc.findings] == [("repair.bytes", "grün, kühl")]


@pytest.mark.parametrize(("data", "error"), [(b" \n", FormatError), (b"\x89PNG\r\n\x1a\n\0\0", DecodeError)])
def test_plain_text_refuses_what_is_none(data, error):
    with pytest.raises(error):
        read(Plain(), data)


def test_markdown_marks_what_is_nobodys_prose():
    text = "---\ntitle: x\n---\nText `a`\n\n```py\ncode\n```\n<!-- hidden -->\n[1]: there\nEnd\n"
    (doc,) = read(Markdown(), text.encode())
    marked = [doc.text[m.start : m.end] for m in doc.marks if m.name == VERBATIM]
    assert marked == ["---\ntitle: x\n---", "```py\ncode\n```", "<!-- hidden -->", "[1]: there"]
    assert Markdown().write(doc) == text.encode()


def test_half_a_character_is_lost_and_flagged_and_breaks_nothing():
    (doc,) = read(Jsonl(), rb'{"id": "\udc00", "text": "a\ud800b", "k": "\udfff"}')
    assert (doc.id, doc.text) == ("\ufffd", "a\ufffdb")
    assert [(f.rule, f.start) for f in doc.findings] == [("repair.bytes", 1)]
    assert json.loads(Jsonl().write(doc)) == {"id": "\udc00", "text": "a\ufffdb", "k": "\udfff"}


def test_jsonl_reads_lines_one_at_a_time_and_carries_the_rest():
    lines = [
        b'{"id": "x", "text": "a", "k": [1, 2]}',
        b"",
        b"{broken",
        b'{"text": "b", "lang": "de"}',
        b'["list"]',
        b"\xff",
    ]
    one, broken, two, wrong, bytes_ = read(Jsonl(), b"\n".join(lines), "f.jsonl")
    assert (one.id, one.text) == ("x", "a")
    assert (two.id, two.lang) == ("f.jsonl#4", "de")
    assert [type(x) for x in (broken, wrong, bytes_)] == [Unreadable] * 3
    assert broken.id == "f.jsonl#3"
    assert bytes_.why.startswith("not UTF-8")
    assert json.loads(Jsonl().write(one)) == {"id": "x", "text": "a", "k": [1, 2]}
    assert Jsonl().write(broken) == b"{broken\n"


def test_an_unknown_kind_of_file_is_refused_with_the_known_ones():
    with pytest.raises(FormatError, match=r"\.jsonl"):
        format_of("a.docx")
    assert isinstance(format_of("A.TXT"), Plain)
