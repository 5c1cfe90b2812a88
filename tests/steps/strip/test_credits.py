"""Captions and credits: what is one, and the sentences that only speak of one."""

import pytest

from cleaner.document import Document, Policy
from cleaner.steps import lift
from cleaner.steps.base import Setup
from cleaner.steps.strip.credits import credit_of
from cleaner.steps.strip.strip import Strip

BODY = "Dockers in the port have stopped work for the ninth day in a row, their union said on Friday."


def lifted(line):
    """What is left of an article with this line in its midst."""
    doc = Strip(Policy())(Document("a", f"Harbour strike\n\n{BODY}\n\n{line}\n\n{BODY}"))
    return lift.build(lift.Options(), Setup())(doc).text.split("\n\n")[2:-1]


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("© AP", None, "© AP"),
        ("Foto: privat", None, "Foto: privat"),
        ("© dpa | Kay Nietfeld", None, "© dpa | Kay Nietfeld"),
        ("© Ministère de la culture et de la mer", None, "© Ministère de la culture et de la mer"),
        ("© Regan - all may use it for free", None, "© Regan - all may use it for free"),
        ("The old bridge in May. © AP | Anna Berg", "The old bridge in May.", "© AP | Anna Berg"),
        ("Die Brücke © Burkard Meyer", "Die Brücke", "© Burkard Meyer"),
        ("The bridge is closed. © Reuters.", "The bridge is closed.", "© Reuters."),
    ],
)
def test_caption_and_credit(line, caption, credit):
    found = credit_of(line)
    spans = (found.caption, found.credit)
    assert [span and line[slice(*span)] for span in spans] == [caption, credit]
    assert lifted(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Works marked © Banksy are sold on every corner, but none of the money reaches the artist, she said.",
        "The artist signs each work with the sign © and the year, as her lawyers have advised her since then",
        "All works in the show are © Banksy.",
        "A small © beside the name tells buyers that the pattern must not be copied without a licence.",
        "The court looked at one line only. © Meyer stood below the map, the judge said when he read it out.",
        "Unter jedem Bild steht © Müller, obwohl der Fotograf seit Jahren keinen Vertrag mit dem Verlag hat.",
        "На каждой странице стоит знак © Иванов, хотя права давно принадлежат издательству из Москвы.",
        "© is the sign for copyright, and few people know how to type it on a keyboard.",
        "This picture is marked © Getty although nobody knows who took it during the war.",
        "Credit: what banks owe the poor",
        "Picture: this is how it looks",
        "Bild: so sieht es dort heute aus",
        "The exhibition shows her best work. Photo: Reuters photographer Ann Smith won the prize for it.",
    ],
)
def test_a_sentence_with_the_sign_or_the_word_stays(line):
    assert credit_of(line) is None
    assert lifted(line) == [line]


@pytest.mark.parametrize("third", ["(c) Paris", "(c) the tenant pays the rent", "(c) Other Duties"])
def test_the_third_of_a_list_has_no_copyright_sign(third):
    assert lifted(f"(a) London\n(b) Rome\n{third}") == [f"(a) London\n(b) Rome\n{third}"]
    assert lifted("(c) Anna Berg") == []
