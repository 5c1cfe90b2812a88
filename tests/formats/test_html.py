"""Pages in, articles out."""

import io

import pytest

from cleaner.errors import DecodeError, FormatError
from cleaner.formats.html import Html

PAGE = """<!doctype html><html><head>{head}<title>Hafenstreik geht weiter - Der Bote</title>
<meta name="author" content="Anna Gruber"><meta property="article:published_time" content="2024-07-27">
</head><body><nav><ul><li><a href="/">Startseite</a></li><li><a href="/w">Wirtschaft</a></li></ul></nav>
<article><h1>Hafenstreik geht weiter</h1>
<p>Die Hafenarbeiter haben den neunten Tag in Folge die Arbeit niedergelegt, teilte ihre Gewerkschaft mit.</p>
<h2>Die Forderungen</h2>
<p>Die Arbeitgeber bieten zwei Prozent und eine Prämie, die im kommenden Jahr gezahlt werden soll.</p>
<ul><li>mehr Lohn</li><li>mehr Urlaub für die Beschäftigten</li></ul></article>
<footer><a href="/impressum">Impressum</a> Alle Rechte vorbehalten</footer></body></html>"""


def read(data):
    (doc,) = Html().read(io.BytesIO(data), "a.html")
    return doc


@pytest.mark.parametrize(
    ("head", "encoding", "declared"),
    [
        ('<meta charset="utf-8">', "utf-8", "utf-8"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
            "cp1252",
            "windows-1252",
        ),
        ('<meta charset="us-ascii">', "utf-8", "utf-8"),
        ('<meta charset="undefined">', "utf-8", "utf-8"),
        ("", "utf-8-sig", "utf-8"),
    ],
)
def test_the_article_is_found_whatever_the_encoding(head, encoding, declared):
    doc = read(PAGE.format(head=head).encode(encoding))
    paragraphs = doc.text.split("\n\n")
    assert paragraphs[0] == "Hafenstreik geht weiter"
    assert paragraphs[1].startswith("Die Hafenarbeiter haben")
    assert "Prämie, die im kommenden Jahr" in doc.text
    assert "Startseite" not in doc.text
    assert "Impressum" not in doc.text
    assert doc.meta["encoding"] == declared


def test_what_the_page_says_of_itself_is_kept():
    doc = read(PAGE.format(head="").encode())
    assert doc.meta["title"] == "Hafenstreik geht weiter"
    assert doc.meta["author"] == "Anna Gruber"
    assert doc.meta["date"] == "2024-07-27"
    kept, whole = (int(n) for n in doc.meta["kept"].split() if n.isdigit())
    assert kept == len(doc.text)
    assert kept < whole


@pytest.mark.parametrize(
    "data", [b"", b"<html><body> <script>var a=1</script></body></html>", b"<p><b></b></p>"]
)
def test_an_empty_page_is_refused(data):
    with pytest.raises(FormatError, match="holds no text"):
        read(data)


def test_a_page_without_an_article_is_refused():
    with pytest.raises(FormatError, match="no article was found among the 4 characters"):
        read(b"<html><body><nav><a href='/'>Home</a></nav></body></html>")


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(DecodeError):
        read(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)


def test_it_writes_plain_text():
    doc = read(PAGE.format(head="").encode())
    assert Html().write(doc) == doc.text.encode()
    assert Html.suffix == ".txt"
