"""From chances to classes and confidences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.steps.strip.judge import DOUBT, MEASURED, cut, judged
from cleaner.steps.strip.page import page_of

BODY = "Dockers in the port have stopped work for the ninth day in a row, their union said on Friday."


def drops(text, chances, spared=()):
    return judged(page_of(text), chances, set(spared))[0]


def test_the_confidence_is_the_measured_one_and_falls():
    text = "\n".join(["Of the page"] * 7 + [BODY] * 20)
    got = drops(text, [0.001, 0.02, 0.09, 0.15, 0.29, 0.39, 0.59] + [0.99] * 20)
    assert [d.confidence for d in got] == [share for _, share in MEASURED[:-1]]
    assert [d.line for d in got] == [0, 1, 2, 3, 4, 5]
    assert list(MEASURED) == sorted(MEASURED)
    assert all(f"{d.confidence:.0%} of lines like it are not of the article" in d.why for d in got)


def test_what_is_spared_stays():
    assert [d.line for d in drops(f"A b c\nD e f\n{BODY}", [0.0, 0.0, 1.0], {0})] == [1]


def test_lines_of_one_sentence_stay():
    wrapped = ["The govern-", "ment said on 12 March 2024 at 14:30 that", "taxes fall.", "Menu", "share this"]
    assert [d.line for d in drops("\n".join([*wrapped, BODY]), [0.0] * 5 + [1.0])] == [3, 4]


def test_doubtful_lines_stay_where_they_may_be_the_article():
    text = "\n".join([BODY, *["two cups of flour and one of milk"] * 20])
    assert {d.confidence for d in drops(text, [0.9] + [0.4] * 20)} == {DOUBT}


def test_beside_a_long_and_sure_article_they_go():
    text = "\n".join([*[BODY] * 20, "two cups of flour and one of milk"])
    assert [d.confidence for d in drops(f"{text}\nShare", [0.99] * 20 + [0.39, 0.04])] == [0.7, 0.9]


def test_on_a_page_without_chrome_what_is_odd_stays():
    text = "\n".join([*[BODY] * 20, "two cups of flour and one of milk"])
    assert [d.confidence for d in drops(text, [0.99] * 20 + [0.39])] == [DOUBT]


def test_what_is_better_kept_than_not_is_no_matter():
    assert not drops(f"{BODY}\nA subheading\n{BODY}", [0.9, 0.55, 0.9])


def test_between_lines_that_stay_the_model_must_be_sure_or_the_words_tell():
    text = f"{BODY}\n{BODY}\nA subheading\nAnother one\nAdvertisement\n{BODY}\nThe end of it"
    got = [d.confidence for d in drops(text, [0.9, 0.9, 0.0, 0.2, 0.0, 0.9, 0.0])]
    assert got == [0.78, DOUBT, 0.98, 0.98]


def test_on_a_whole_page_what_is_between_goes_too():
    page = f"{BODY}\nA subheading\n{BODY}\n" + "\n".join(["Home and away"] * 40)
    assert [d.confidence for d in drops(page, [0.9, 0.2, 0.9] + [0.0] * 40)][:2] == [0.8, 0.98]


def test_a_paragraph_goes_only_if_the_model_is_sure_or_readers_wrote_it():
    text = "\n".join([*[BODY] * 20, "Share", BODY, "Leave a reply", BODY])
    for chance, confidence in ((0.04, DOUBT), (0.02, 0.92)):
        got = drops(text, [0.99] * 20 + [0.0, chance, 0.0, 0.04])
        assert [d.confidence for d in got] == [0.98, confidence, 0.98, 0.9]


def test_the_items_of_a_list_within_the_article_stay():
    text = f"{BODY}\n{BODY}\n• GPS\nGPS\n2. Heart sensor\n{BODY}\n• GPS\nShare"
    got = drops(text, [0.9, 0.9, 0.0, 0.0, 0.0, 0.9, 0.0, 0.0])
    assert [d.confidence for d in got] == [DOUBT, 0.78, DOUBT, 0.98, 0.98]


def test_a_line_above_the_article_may_be_its_headline():
    text = f"Menu of the day\n“The harbour has changed us all”\nA harbour town\nReuters\n{BODY}"
    got = drops(text, [0.0, 0.2, 0.2, 0.2, 0.99])
    assert [d.confidence for d in got] == [0.98, DOUBT, 0.8, 0.8]


def test_what_stands_before_the_comments_is_not_all_chrome():
    comments = "\n".join(["I have read this three times now and still do not know what they want."] * 20)
    text = f"Menu\n{BODY}\n12 comments\n{comments}"
    found, held = judged(page_of(text), [0.0, 0.2, 0.0] + [0.9] * 20, set())
    assert [d.line for d in found if d.confidence > DOUBT] == [0]
    assert held == {2}


@given(st.lists(st.tuples(st.sampled_from(("a", "a b c d", BODY)), st.floats(0.001, 0.999)), min_size=1))
def test_the_cut_is_the_best_of_all(lines):
    page, chances = page_of("\n".join(line for line, _ in lines)), [chance for _, chance in lines]
    words = [len(line.split()) for line, _ in lines]
    whole = sum(c * n for c, n in zip(chances, words, strict=True))

    def value(bar):
        kept = [(c, n) for c, n in zip(chances, words, strict=True) if c >= bar]
        good = sum(c * n for c, n in kept)
        return good / sum(n for _, n in kept) + good / whole

    assert value(cut(page, chances)) == pytest.approx(max(map(value, chances)))


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
