"""The laws of pipelines."""

from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.history import Finding
from cleaner.pipeline import Pipeline, Rule, RuleStep


def shout(text):
    return [Edit(i, c, c.upper(), "demo.shout") for i, c in enumerate(text) if c in "aeiou"]


def grumble(text):
    return [Finding(0, len(text), "demo.grumble", "too long")] if len(text) > 5 else []


class Reverse:
    """A step that can do many at once."""

    def __call__(self, doc):
        return self.batch([doc])[0]

    def batch(self, docs):
        return [
            d.revise(
                "reverse", [Edit(0, d.text, d.text[::-1], "demo.reverse")] if d.text != d.text[::-1] else []
            )
            for d in docs
        ]


PIPE = Pipeline((RuleStep("demo", (Rule("demo.shout", shout), Rule("demo.grumble", grumble))), Reverse()))


@given(st.lists(st.text("abe ", max_size=8), max_size=12), st.integers(1, 5))
def test_a_stream_equals_one_by_one(texts, size):
    docs = [Document(str(i), t) for i, t in enumerate(texts)]
    assert list(PIPE.stream(docs, size)) == [PIPE(d) for d in docs]


def test_a_stream_is_lazy():
    endless = (Document("d", "a") for _ in iter(int, 1))
    assert next(PIPE.stream(endless, 3)).text == "A"


def test_a_pipeline_is_a_step():
    doc = Document("d", "abcdef")
    assert Pipeline((PIPE, PIPE))(doc) == PIPE(PIPE(doc))


def test_a_rule_looks_only_at_languages_it_knows():
    step = RuleStep("demo", (Rule("demo.shout", shout, {"en"}),))
    assert step(Document("d", "a", lang="en-GB")).text == "A"
    assert step(Document("d", "a", lang="de")).text == "a"
    assert step(Document("d", "a")).text == "a"
