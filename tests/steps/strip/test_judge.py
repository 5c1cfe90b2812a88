"""From chances to classes and confidences."""

import pytest

from cleaner.steps.strip.judge import MEASURED, judged
from cleaner.steps.strip.page import page_of

BODY = "Dockers in the port have stopped work for the ninth day in a row, their union said on Friday."


def drops(text, chances, spared=()):
    return list(judged(page_of(text), chances, set(spared)))


def test_the_confidence_is_the_measured_one_and_falls():
    text = "\n".join(["Something of the page"] * 7 + [BODY] * 20)
    got = drops(text, [0.001, 0.02, 0.09, 0.15, 0.29, 0.39, 0.59] + [0.99] * 20)
    assert [d.confidence for d in got] == [share for _, share in MEASURED[:-1]]
    assert [d.index for d in got] == [0, 1, 2, 3, 4, 5]
    assert list(MEASURED) == sorted(MEASURED)
    assert all("not of the article" in d.why for d in got)


def test_what_is_spared_stays():
    assert [d.index for d in drops(f"A b c\nD e f\n{BODY}", [0.0, 0.0, 1.0], {0})] == [1]


def test_doubtful_lines_stay_where_they_may_be_the_article():
    text = "\n".join([BODY, *["two cups of flour and one of milk"] * 20])
    assert {d.confidence for d in drops(text, [0.9] + [0.1] * 20)} == {0.5}


def test_between_two_paragraphs_the_model_alone_is_not_enough():
    text = f"{BODY}\n{BODY}\nA subheading\nAdvertisement\n{BODY}\nThe end of it"
    assert [d.confidence for d in drops(text, [0.9, 0.9, 0.0, 0.0, 0.9, 0.0])] == [0.89, 0.93, 0.93]


def test_on_a_whole_page_more_goes():
    raw = "\n".join([BODY, *["two cups of flour and one of milk"] * 20, *["Home and away"] * 40])
    assert {d.confidence for d in drops(raw, [0.9] + [0.5] * 20 + [0.0] * 40)} == {0.93, 0.6}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Related stories", "label"),
        ("Drucken", "button"),
        ("Politics", "navigation"),
        ("27 July 2024", "date"),
        ("Lesen Sie auch: Als der Hafen versandete", "teaser"),
        ("Privacy and cookies and terms", "notice"),
        ("Share on Facebook", "button"),
        ("All rights reserved", "notice"),
        ("12 comments", "comment"),
        ("Ten harbours that silted up", "teaser"),
    ],
)
def test_the_class_is_told_by_the_words(line, kind):
    (drop,) = drops(f"{BODY}\n{line}", [1.0, 0.0])
    assert drop.rule == f"strip.{kind}"


def test_after_a_heading_of_comments_all_are_comments():
    got = drops(f"{BODY}\nLeave a reply\nWhat a silly strike this is", [1.0, 0.0, 0.0])
    assert [d.rule for d in got] == ["strip.label", "strip.comment"]
