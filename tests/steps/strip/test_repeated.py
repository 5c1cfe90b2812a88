"""Lines that stand in several documents."""

import random

from cleaner.document import Document
from cleaner.steps import strip
from cleaner.steps.base import Setup
from cleaner.steps.strip.repeated import repeated_lines

BODIES = [
    "Dockers in the port have stopped work for the ninth day in a row, their union said on Friday.",
    "The council met on Monday and agreed on a new plan for the old bridge beside the market.",
    "A librarian in the north has found the letters that a whaler wrote to his sister in 1822.",
]
REFRAIN = "“We do not know,” she said."
NOTICE = "The Harbour Gazette is kept alive by its members: thank you to each of the 412"
PAGES = [f"{body}\n\n{REFRAIN}\n\n{body}\n\n{NOTICE[:-3]}{n}" for n, body in enumerate(BODIES, 410)]
TABLE = repeated_lines(PAGES)


def changes(doc):
    return {c.edit.old.strip(): c.state for c in doc.changes() if "several documents" in c.edit.why}


def built(**options):
    return strip.build(strip.Options(**options), Setup())


def test_lines_of_so_many_texts_are_found_in_any_order():
    assert len(TABLE) == 2
    assert repeated_lines(random.Random(1).sample(PAGES, 3)) == TABLE
    assert repeated_lines([*PAGES[:2], *PAGES[:2]]) == []  # a text that comes twice counts once
    assert len(repeated_lines(PAGES[:2], 2)) == 2


def test_what_recurs_is_proposed_and_made_only_where_the_model_agrees():
    assert changes(built(repeated=tuple(TABLE))(Document("a", PAGES[0]))).get(REFRAIN) == "proposed"
    quiet = built(model="off", repeated=tuple(TABLE))(Document("a", PAGES[0]))
    assert set(changes(quiet).values()) == {"proposed"}
    page = f"{BODIES[0]}\n\nShare this\nFacebook\nHarbour Gazette shop\nE-mail"
    known = built(repeated=("harbour gazette shop",))(Document("a", page))
    assert changes(known) in ({"Harbour Gazette shop": "made"}, {})
    assert "Gazette" not in known.text


def test_many_documents_come_out_as_one_by_one():
    step = built(repeated=tuple(TABLE))
    docs = [Document(str(n), text) for n, text in enumerate(PAGES)]
    assert step.batch(docs) == [step(doc) for doc in docs]
