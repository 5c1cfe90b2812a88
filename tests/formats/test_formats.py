"""Formats: bytes to documents and back."""

import io
import json
from dataclasses import replace

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


def test_markdown_knows_code_in_lists_and_quotations():
    text = "- First:\n\n  ```py\n  code\n  ```\n\n> ~~~\n> code\n> ~~~\n\nprose\n\n```\nopen"
    (doc,) = read(Markdown(), text.encode())
    assert [doc.text[m.start : m.end] for m in doc.marks] == [
        "  ```py\n  code\n  ```",
        "> ~~~\n> code\n> ~~~",
        "```\nopen",
    ]


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
    assert Jsonl().write(one) == lines[0] + b"\n"
    assert Jsonl().write(broken) == b"{broken\n"


@pytest.mark.parametrize(
    "line",
    [
        '{"text": "a", "p": 1.10, "n": 12345678901234567.9, "inf": 1e400, "k": 1, "k": 2, "u": "caf\\u00e9"}',
        ' { "o" : {"text": "no", "l": [{"text": 1}]} ,"text":"first", "text" :\t"a" , "é": {} } ',
        '{"t\\u0065xt": "a"}',
    ],
)
def test_jsonl_changes_nothing_but_the_text(line):
    (doc,) = read(Jsonl(), line.encode())
    assert Jsonl().write(doc).decode() == line + "\n"
    assert Jsonl().write(replace(doc, text='b "é"')).decode() == line.replace('"a"', r'"b \"é\""') + "\n"


def test_jsonl_keeps_its_line_ends():
    data = b'{"text": "a"}\r\nbroken\r\n'
    assert b"".join(map(Jsonl().write, read(Jsonl(), data))) == data


def test_a_jsonl_record_without_a_name_is_called_by_its_place_and_every_one_tells_it():
    lines = [b'{"id": null, "text": "a"}', b'{"id": 0, "text": "b"}', b'{"id": 0, "text": "c"}']
    docs = read(Jsonl(), b"\n".join(lines), "a.jsonl")
    assert [doc.id for doc in docs] == ["a.jsonl#1", "0", "0"]
    assert [doc.meta["place"] for doc in docs] == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3"]


def test_a_jsonl_file_without_a_record_is_refused():
    with pytest.raises(FormatError, match="no record"):
        read(Jsonl(), b"\n\n")


def test_jsonl_escapes_what_was_escaped():
    (doc,) = read(Jsonl(), rb'{"text": "caf\u00e9"}')
    assert Jsonl().write(replace(doc, text="\u00e9t\u00e9")) == b'{"text": "\\u00e9t\\u00e9"}\n'


def test_a_jsonl_line_that_no_parser_bears_is_passed_on():
    (line,) = read(Jsonl(), b'{"text": "a", "x": ' + b"[" * 200_000 + b"]" * 200_000 + b"}")
    assert isinstance(line, Unreadable)


@pytest.mark.parametrize(
    ("told", "lang"), [("EN", "en"), ("en_us", "en-US"), ("english", None), ("x\\ud800", None)]
)
def test_jsonl_languages_are_tags(told, lang):
    (doc,) = read(Jsonl(), f'{{"text": "a", "lang": "{told}"}}'.encode())
    assert doc.lang == lang


def test_an_unknown_kind_of_file_is_refused_with_the_known_ones():
    with pytest.raises(FormatError, match=r"\.jsonl"):
        format_of("a.docx")
    assert isinstance(format_of("A.TXT"), Plain)
