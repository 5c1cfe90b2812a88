"""The step as a whole: what goes, what is marked, what never happens."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.document import VERBATIM, Document, Mark, Policy
from cleaner.steps import lift, strip
from cleaner.steps.base import Setup

SEED = Path(__file__).parents[4] / "shared" / "data" / "seed" / "article.txt"
BODY = "Dockers in the port have stopped work for the ninth day in a row, their union said on Friday."
PIECES = (
    BODY,
    "The employers have offered two per cent, and a bonus that is to be paid in the coming year. (cat)",
    "Harbour strike enters its second week",
    "HomeNewsHarbour strike enters its second week",
    "Home",
    "1. Home page",
    "2. Politics",
    "Date:",
    "Press",
    "Saturday, July 27, 2024",
    "By Anna Gruber",
    "This photo shows the old harbour. © AP | Jane Doe",
    "Photo: Jane Doe",
    "See also Ten harbours that silted up",
    "Related stories",
    "   ",
    "",
)


def stripped(text, model="balanced", **meta):
    return strip.build(strip.Options(model), Setup())(Document("a", text, meta=meta))


def fields(doc):
    return {m.name: doc.text[m.start : m.end] for m in doc.marks}


def test_each_chrome_line_of_the_sample_goes_and_nothing_else():
    if not SEED.exists():
        pytest.skip("the sample article is not beside this checkout")
    doc = stripped(SEED.read_text(encoding="utf-8"))
    made = [(c.edit.rule, " ".join(c.edit.old.split())) for c in doc.changes() if c.state == "made"]
    headline = "Consequence of Russia's Losses in Ukraine War: Putin Faces a Problem"
    assert made == [
        ("strip.date", "Saturday, July 27, 2024"),
        ("strip.navigation", f"HomeTop News{headline}"),
        ("strip.label", "Date:"),
        ("strip.label", "Related stories"),
        ("strip.navigation", "1. Home page"),
        ("strip.navigation", "2. Politics"),
        ("strip.button", "Press"),
        ("strip.initials", "(cat)"),
        ("strip.teaser", "See also A year after the tragedy of Melilla: A futile search for humanity"),
        ("strip.label", "Latest stories"),
    ]
    assert not [c for c in doc.changes() if c.state == "proposed"]
    assert fields(doc)["title"] == headline
    assert fields(doc)["caption"].endswith("meeting in the Kremlin.")
    assert fields(doc)["credit"] == "© Image Coalition/dpa/Pool Sputnik Kremlin/AP | Gabriel Grigorov"


def test_fields_of_an_article_are_marked():
    text = (
        f"Harbour strike enters its second week\nBy Anna Gruber\nJuly 27, 2024\nFoto: Jane Doe\n\n{BODY}\n\n"
        f"This photo shows the old harbour. © AP | Jane Doe\n\n{BODY}"
    )
    doc = stripped(text)
    assert doc.text == text
    assert [m.name for m in doc.marks] == ["title", "byline", "date", "credit", "caption", "credit"]
    assert fields(doc)["byline"] == "By Anna Gruber"


def test_the_title_that_the_format_knows_wins():
    text = f"Our harbour in pictures\nHarbour strike enters its second week\n\n{BODY}"
    assert fields(stripped(text, "off"))["title"] == "Our harbour in pictures"
    title = "Harbour strike enters its  second week"
    assert fields(stripped(text, title=title))["title"] == "Harbour strike enters its second week"


def test_what_a_format_calls_verbatim_stays():
    text = f"Date:\n\n{BODY}"
    doc = strip.build(strip.Options(), Setup())(Document("a", text, marks=(Mark(VERBATIM, 0, 5),)))
    assert doc.text == text
    assert [m.name for m in doc.marks] == [VERBATIM]


def test_a_rule_switched_off_is_silent():
    doc = Document("a", f"Date:\n\n{BODY} (cat)")
    quiet = strip.build(strip.Options(), Setup(Policy(off=frozenset({"strip.label", "strip.initials"}))))
    assert quiet(doc).text == doc.text


def test_a_text_without_prose_is_left_alone():
    doc = stripped("Home\nDate:\nPress\nSee also Ten harbours that silted up")
    assert not [c for c in doc.changes() if c.state == "made"]
    assert not doc.marks


LINES = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(("\n", "\n\n", "\n \n\n"))), max_size=12
).map(lambda pairs: "".join(map("".join, pairs)))


@settings(deadline=None, max_examples=60)
@given(LINES)
def test_what_is_stripped_and_lifted_can_be_restored(text):
    assert lift.build(lift.Options(), Setup())(stripped(text)).source == text


@settings(deadline=None, max_examples=60)
@given(LINES)
def test_what_the_rules_strip_and_lift_is_stable(text):
    """The model may find more at a second look: 18 of 656 pages in ``benchmarks/boilerplate.py``."""
    doc = lift.build(lift.Options(), Setup())(stripped(text, "off"))
    again = lift.build(lift.Options(), Setup())(stripped(doc.text, "off"))
    assert again.text == doc.text


@settings(deadline=None, max_examples=60)
@given(LINES)
def test_a_sentence_at_the_beginning_stays(text):
    assert stripped(f"{BODY}\n\n{text}").text.startswith(BODY)


def test_a_sentence_is_no_title_where_another_line_may_be():
    text = f"Online diary of the harbour strike\n\n07:15\nThe dockers stop work.\n\n{BODY}"
    assert fields(stripped(text))["title"] == "Online diary of the harbour strike"


@pytest.mark.parametrize(
    "headline",
    [
        "Privacy policy changes anger users",
        "Related Charges Dropped Against Mayor",
        "Subscribe now, regret later",
    ],
)
def test_the_headline_that_the_format_knows_stays(headline):
    text = f"Home\nNews\n{headline}\n\nA case that took ten years\n\n{BODY}"
    assert stripped(text, title=headline).text == f"{headline}\n\nA case that took ten years\n\n{BODY}"
    assert headline not in stripped(text).text


def test_the_first_date_of_a_timeline_is_not_the_article_s():
    days = ("1 February 2021", "3 March 2021", "24 April 2021", "27 October 2023")
    text = "Timeline of the strike\n\n" + "\n\n".join(f"{day}\n{BODY}" for day in days)
    doc = stripped(f"{text}\n\nShare on Facebook\nTweet\n\nRelated articles")
    assert doc.text == text
    assert "date" not in fields(doc)
    assert fields(stripped(f"The strike goes on\n\n{days[0]}\n{BODY}\n\n{BODY}"))["date"] == days[0]
