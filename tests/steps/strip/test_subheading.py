"""Words of the page that are the article's own: subheadings, the end of a letter, the header of an e-mail."""

import pytest

from cleaner.document import Document
from cleaner.steps import strip
from cleaner.steps.base import Setup

TITLE = "Harbour strike enters its second week"
BODY = "Dockers in the port have stopped work for the ninth day in a row, their union said on Friday."
MORE = "The employers have offered two per cent, and a bonus that is to be paid in the coming year."


def stripped(text):
    return strip.build(strip.Options(), Setup())(Document("a", text)).text


@pytest.mark.parametrize(
    ("word", "text"),
    [
        (
            "Share",
            "Each of the three towns would have to pay its share of the bill, which has not been settled.",
        ),
        (
            "Related",
            "The two cases are related, the prosecutor said, but he would not say in what way exactly.",
        ),
        ("Comments", "The mayor made no comment on the case when he left the hall late on Tuesday night."),
        ("Press", "The local press was not admitted to the meeting, which took place behind closed doors."),
        (
            "PRINT",
            "Printing a daily paper no longer pays, the publisher said when she closed it in the spring.",
        ),
        (
            "Contact",
            "Contacts between the two sides have never ceased, the envoy said before he left the town.",
        ),
        (
            "Drucken",
            "Das Drucken von Banknoten ist in dem Werk seit Montag unterbrochen, teilte die Bank mit.",
        ),
        ("Teilen", "Das Teilen von Autos wird in der Stadt beliebter, wie eine Umfrage des Verbands zeigt."),
        ("Merken", "Die Leser merken es nicht, heißt es in der Redaktion, und die Zahlen geben ihr recht."),
        (
            "Kontakt",
            "Zu der Familie gab es seit Jahren keine Kontakte mehr, sagte der Nachbar vor Gericht aus.",
        ),
        (
            "Печать",
            "Печатать газету стало слишком дорого, сообщил издатель на встрече с сотрудниками в среду.",
        ),
    ],
)
def test_a_word_that_the_next_paragraph_uses_is_its_heading(word, text):
    page = f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{word}\n\n{text}\n\n{BODY}"
    assert stripped(page) == page


def test_after_a_short_sentence_too():
    text = "The share of rainy days has grown, the observers say, and will grow on."
    page = f"{TITLE}\n\nIt rained all day.\n\nShare\n\n{text}"
    assert stripped(page) == page


@pytest.mark.parametrize("word", ["Share", "Related", "Press", "Print", "Drucken", "Teilen", "Advertisement"])
def test_any_other_such_line_goes(word):
    menu = "Home\nPolitics\nSport\nWeather"
    left = stripped(f"{menu}\n{TITLE}\n\n{BODY}\n\n{MORE}\n\n{word}\n\n{BODY}\n\n{MORE}\n\n{menu}\n\nCookies")
    assert word not in left.split("\n")
    assert BODY in left


LETTER = "I look forward to your reply, and I hope that it will reach me before the bridge has fallen down."


@pytest.mark.parametrize(
    "end",
    [
        "Yours sincerely,\n\nJ. R. Hartley\n\nNorwich",
        "Yours faithfully\nDr Ann Smith\nChairman, Bridge Society\nLeeds",
        "Best regards,\n\nTom",
        "Kind regards,\n\nThe Bridge Society\n\nYork",
        "Mit freundlichen Grüßen\n\nAnna Gruber\n\nKassel",
        "Mit freundlichen Grüßen,\nPeter Maier, Bremen",
        "Cordialement,\n\nJean Petit\n\nLyon",
        "С уважением,\n\nИван Петров\n\nТверь",
    ],
)
def test_a_letter_keeps_its_end(end):
    page = f"Letters to the editor\n\n{BODY}\n\n{LETTER}\n\n{end}"
    assert stripped(page) == page


def test_below_a_letter_the_page_goes():
    page = f"{TITLE}\n\n{BODY}\n\n{LETTER}\n\nYours sincerely,\n\nJ. R. Hartley"
    assert stripped(f"{page}\n\nShare on Facebook\n\nRelated stories\n\nHome") == page


@pytest.mark.parametrize(
    "header",
    [
        "From: Jane <jane@example.com>\nTo: Ben\nDate: Mon, 6 May 2024 10:02:00 +0100\nSubject: Re: bridge",
        "> From: Jane Doe\n> Date: 6 May 2024\n> Subject: the old bridge",
        "*From:* Jane Doe\n*Sent:* Monday, May 6, 2024 10:02 AM\n*To:* Ben Smith",
        "Von: Anna Gruber\nGesendet: Montag, 6. Mai 2024 10:02\nAn: Peter Maier\nBetreff: Die alte Brücke",
        "De : Jean Petit\nDate : 6 mai 2024\nÀ : Anne Martin\nObjet : le pont",
        "От: Иван Петров\nДата: 6 мая 2024 г.\nКому: Анна Смирнова\nТема: мост",
    ],
)
@pytest.mark.parametrize("place", ["{1}\n\n{0}\n\n{2}", "{0}\n\n{1}\n\n{2}"])
def test_an_e_mail_keeps_its_header(header, place):
    page = place.format(header, BODY, MORE)
    assert header in stripped(f"{TITLE}\n\n{page}")


def test_a_date_that_heads_the_page_still_goes():
    assert stripped(f"Date: 6 May 2024\n{TITLE}\n\n{BODY}\n\n{MORE}") == f"{TITLE}\n\n{BODY}\n\n{MORE}"
