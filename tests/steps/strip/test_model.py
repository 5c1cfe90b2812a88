"""The shipped model, and what it may do."""

import subprocess
import sys

import pytest

from cleaner.document import Document, Policy
from cleaner.errors import ProfileError
from cleaner.steps import lift, strip
from cleaner.steps.base import Setup
from cleaner.steps.strip.model import shipped
from cleaner.steps.strip.page import page_of

ARTICLE = """Harbour strike enters its second week

Dockers in the port have stopped work for the ninth day in a row, their union said on Friday. No ship has been
unloaded since the first of the month, and forty are waiting in the roads.

The employers have offered two per cent, and a bonus that is to be paid in the coming year. "That is less than
nothing," said a crane driver who has worked here for thirty years.

What the dockers want

They demand five per cent and a week of leave more. The mayor, who was a docker himself, has called on both
sides to meet on Monday. He said he was sure that they would agree before the fair."""
TAIL = """

Share this
Facebook
Twitter
E-mail

You may also like
Ten harbours that silted up
Why the herring left
The last lighthouse keeper retires

3 comments

Tom H. August 17, 2019 - 2:19 pm
Reply

Leave a Comment
Save my name, email, and website in this browser for the next time I comment.
Privacy Policy | Terms of Service"""


def cleaned(text, model):
    step = strip.build(strip.Options(model), Setup())
    return lift.build(lift.Options(), Setup())(step(Document("a", text)))


@pytest.mark.parametrize("model", ["off", "careful", "balanced"])
def test_an_article_comes_out_whole(model):
    doc = cleaned(ARTICLE, model)
    assert doc.text == ARTICLE
    assert doc.meta["title"] == "Harbour strike enters its second week"


def test_balanced_takes_more_than_careful_and_careful_more_than_the_rules():
    left = [len(cleaned(ARTICLE + TAIL, model).text) for model in ("off", "careful", "balanced")]
    assert left == sorted(left, reverse=True)
    assert left[0] > left[2]


@pytest.mark.parametrize("model", ["careful", "balanced"])
def test_every_line_of_the_article_stays_and_nothing_is_taken_twice(model):
    doc = cleaned(ARTICLE + TAIL, model)
    assert doc.text.startswith(ARTICLE)
    assert cleaned(doc.text, model).text == doc.text
    assert doc.source == ARTICLE + TAIL


def test_what_careful_doubts_is_proposed():
    states = {c.state for c in cleaned(ARTICLE + TAIL, "careful").changes()}
    assert states <= {"made", "proposed"}
    made = [c.edit for c in cleaned(ARTICLE + TAIL, "careful").changes() if c.state == "made"]
    assert all(e.confidence >= 0.9 for e in made)


def test_a_strict_policy_makes_the_default_careful():
    step = strip.build(strip.Options(), Setup(Policy(apply_at=0.98)))
    made = [c.edit for c in step(Document("a", ARTICLE + TAIL)).changes() if c.state == "made"]
    assert made
    assert all(e.confidence >= 0.98 for e in made)


def test_many_pages_come_out_as_one_by_one():
    step = strip.build(strip.Options(), Setup())
    texts = (ARTICLE, ARTICLE + TAIL, TAIL, "", f"Menu\nHome\n{ARTICLE}", ARTICLE + TAIL)
    docs = [Document(str(n), text) for n, text in enumerate(texts)]
    assert step.batch(docs) == [step(doc) for doc in docs]


def test_the_model_tells_the_article_from_the_page():
    page = page_of(ARTICLE + TAIL)
    (said,) = shipped().article([page])
    chances = dict(zip((line.text for line in page.lines), said, strict=True))
    assert min(c for line, c in chances.items() if len(line) > 80 and line in ARTICLE) > 0.5
    assert chances["Facebook"] < 0.1
    assert not shipped().article([])


def test_an_unknown_model_is_a_fault_of_the_profile():
    with pytest.raises(ProfileError, match="balanced, careful, off"):
        strip.build(strip.Options("brave"), Setup())


def test_the_step_loads_no_numpy_until_it_is_built():
    code = "import sys, cleaner.steps.strip; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
