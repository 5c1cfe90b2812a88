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
        ("Most read", "The most read book of the summer is one that nobody admits to having opened at all."),
        (
            "Lo más visto",
            "Lo más visto del debate no fue el debate, sino el perro que cruzó el plató a las diez.",
        ),
        (
            "Über uns",
            "Über uns, die Anwohner, spricht im Rathaus niemand mehr, seit der Bau genehmigt worden ist.",
        ),
        (
            "Ver también",
            "Ver también los programas de los partidos es útil, dice el profesor, pero nadie lo hace.",
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


SPEECH = {
    "Comment": "The comment, finally, came from commentarius, a notebook. There is little left of that now.",
    "Kommentare": "Kommentare der Fahrgäste reichten von Ärger bis zu offener Freude über den langen Streik.",
    "Комментарии": "Комментарии чиновников были скупы. Министр сказал лишь, что вопрос ещё обсуждается.",
    "Yorumlar": "Yorumlar sert oldu. Yolcuların çoğu, bakanın açıklamasını yetersiz bulduğunu söyledi.",
}


@pytest.mark.parametrize("word", SPEECH)
@pytest.mark.parametrize(
    "tail", ["", "\n\nShare on Facebook\nTweet\n\nRelated articles\n\n© 2023 The Courier"]
)
def test_a_heading_on_comments_is_none_of_the_readers(word, tail):
    page = f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{word}\n\n{SPEECH[word]}\n\nThe strike goes on, the union said."
    assert stripped(page + tail) == page


@pytest.mark.parametrize("word", ["Comments", "Comment", "Kommentare"])
def test_a_heading_of_comments_still_is_one(word):
    page = f"{TITLE}\n\n{BODY}\n\n{MORE}"
    assert (
        stripped(f"{page}\n\n{word}\n\nLog in to comment.\n\nanna79\n\n3 days ago\n\nWell said!\n\nReply")
        == page
    )


def entries(*hours):
    return "\n\n".join(f"{hour}\n{text}" for hour, text in zip(hours, 3 * (BODY, MORE), strict=False))


@pytest.mark.parametrize(
    "hours",
    [
        ("18:00 Uhr", "18:04 Uhr", "18:17 Uhr", "19:02 Uhr"),
        ("9.30am", "9.42am", "10.05am"),
        ("15h02", "15h40", "16h00", "16h18"),
        ("07:15", "08:40", "10:24"),
    ],
)
@pytest.mark.parametrize("head", ["", "Home\nNews\nSport\n\n"])
def test_a_live_blog_keeps_its_hours(hours, head):
    page = f"{TITLE}: live\n\n{entries(*hours)}"
    tail = "\n\nShare on Facebook\n\nRelated articles\n\n© 2023 The Courier"
    assert stripped(f"{head}{page}{tail}") == page


def test_the_hour_of_the_page_still_goes():
    assert (
        stripped(f"Home\nNews\n16:42\n\n{TITLE}\n\n{BODY}\n\n{MORE}\n\nTweet")
        == f"{TITLE}\n\n{BODY}\n\n{MORE}"
    )


def test_a_live_blog_keeps_its_short_entries_too():
    long, short = entries("95'", "78'", "45'"), "3'\nFirst corner of the match.\n\n1'\nHere we go!"
    page = f"{TITLE}: live\n\n{long}\n\n{short}"
    assert stripped(f"Home\nNews\nSport\n\n{page}\n\nShare on Facebook\n\n© 2023 The Courier") == page
