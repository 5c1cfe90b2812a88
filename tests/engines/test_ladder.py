"""The ladder, with a model that misbehaves to order."""

import random

import pytest

from benchmarks import ladder
from benchmarks.misbehaving import Misbehaving, Well
from cleaner.engines.argos import Argos
from cleaner.engines.ct2 import Hypothesis, Search
from cleaner.engines.glossary import Glossary
from cleaner.engines.ladder import Ladder
from cleaner.engines.packages import installed
from cleaner.terms.entry import Entry, TermBase

SOURCE = "Der Minister sprach am 3. Mai lange über Geld, und niemand im Saal hörte ihm dabei zu."
RIGHT = "The minister spoke long about money on May 3, and nobody in the hall listened to him."


class Scripted:
    """Gives what it is told to: ``say(text, search, begin)`` returns the texts of its hypotheses."""

    monotone = False

    def __init__(self, say):
        self.say = say
        self.asked = []

    def encode(self, text):
        return ["▁" + word for word in text.split()]

    def spell(self, text):
        return self.encode(text)

    def decode(self, pieces):
        return "".join(pieces).replace("▁", " ").strip()

    def hypotheses(self, texts, search, begin=()):
        self.asked += [(text, search) for text in texts]
        said = [self.say(t, search, tuple(begin[n]) if begin else ()) for n, t in enumerate(texts)]
        return [[Hypothesis(s, tuple(self.encode(s)), -n) for n, s in enumerate(own)] for own in said]


def climb(say, *texts, terms=()):
    own = Ladder(Scripted(say), "en", Search(4), Glossary(TermBase(terms), "de", "en"))
    return own.climb(texts or [SOURCE]), own


def test_what_is_well_is_decoded_once_and_left_alone():
    (done,), own = climb(lambda *_: [RIGHT, "no"])
    assert (done.text, done.rungs, done.faults, done.kept) == (RIGHT, (), (), False)
    assert len(own.model.asked) == 1


def test_another_hypothesis_is_taken_where_the_first_is_bad():
    (done,), _ = climb(lambda *_: ["", SOURCE, RIGHT])
    assert (done.text, done.rungs) == (RIGHT, ("another hypothesis",))


def test_only_what_loops_is_decoded_again_without_repetition():
    loop = RIGHT + " to him to him to him to him"
    done, own = climb(
        lambda text, search, _: [RIGHT if search.no_repeat or text != SOURCE else loop], SOURCE, "Ja"
    )
    assert done[0].text == RIGHT
    assert "repetition forbidden" in done[0].rungs[-1]
    assert [t for t, search in own.model.asked if search.no_repeat] == [SOURCE]


def test_a_sentence_is_decoded_in_parts_where_the_whole_fails():
    halves = {
        "Der Minister sprach am 3. Mai lange über Geld,": "The minister spoke long about money on May 3,",
        "und niemand im Saal hörte ihm dabei zu.": "And nobody in the hall listened to him.",
    }
    (done,), _ = climb(lambda text, *_: [halves.get(text, "")])
    assert done.text == RIGHT
    assert done.rungs == ("decoded in parts",)


def test_an_address_passes_the_model_by():
    say = {"Mehr dazu steht auf": "There is more at", "heute": "today"}
    (done,), _ = climb(
        lambda text, *_: [
            say.get(text.rstrip("."), "There is more at a de today") + "." * text.endswith(".")
        ],
        "Mehr dazu steht auf https://a.de heute",
    )
    assert done.text == "There is more at https://a.de today"


def test_a_line_of_nothing_but_handles_and_hashtags_passes_the_model_by_whole():
    handles = "@spiegel_online #berlin_mitte"
    (done,), _ = climb(lambda *_: ["the mirror of Berlin"], handles)
    assert (done.text, done.kept) == (handles, False)


def test_a_changed_number_is_put_right():
    (done,), _ = climb(lambda *_: [RIGHT.replace("3", "13")])
    assert (done.text, done.rungs) == (RIGHT, ("the number put right",))


@pytest.mark.parametrize("bad", ["", SOURCE, "The the the the", RIGHT.replace("on May 3, ", "")])
def test_what_fails_everywhere_stays_in_its_language_and_says_so(bad):
    (done,), _ = climb(lambda *_: [bad])
    assert done.text == SOURCE
    assert done.kept
    assert done.faults


def test_a_term_that_will_not_hold_is_flagged_and_the_translation_stays():
    (done,), _ = climb(lambda *_: [RIGHT], terms=[Entry("g", "cash", native=("Geld",))])
    assert (done.text, done.kept) == (RIGHT, False)
    assert [f.message for f in done.faults] == ["cash is not in it"]


def test_a_garbled_name_is_replaced_where_it_stands():
    terms = [Entry("b", "Baerbock", native=("Baerbock",))]
    (done,), _ = climb(lambda *_: ["Ms Berbock was there."], "Frau Baerbock war da.", terms=terms)
    assert done.text == "Ms Baerbock was there."
    assert done.rungs == ("the term put in",)


def test_the_hypothesis_that_holds_the_term_is_preferred():
    terms = [Entry("g", "cash", native=("Geld",))]
    (done,), _ = climb(lambda *_: [RIGHT, RIGHT.replace("money", "cash")], terms=terms)
    assert done.text == RIGHT.replace("money", "cash")
    assert not done.faults


def test_with_a_real_decoder_the_term_is_forced_where_the_model_looked(cipher):
    engine = Argos(installed([cipher]), terms=TermBase((Entry("b", "Berlin", native=("Berlin",)),)))
    done = engine.translate(["Das Haus in Berlin ist da.", "Das Haus in Bonn ist da."], "de", "en")
    assert " Berlin " in done[0].text
    assert "the term forced" in done[0].why or "the wrong words forbidden" in done[0].why
    assert "term" not in done[1].why


HEADLINE = "Minister spricht lange über Geld im Saal"


def test_a_short_translation_of_what_has_no_stop_is_made_again_with_one():
    whole = "Minister speaks long about money in the hall"
    (done,), _ = climb(
        lambda text, *_: [f"{whole}." if text.endswith(".") else "Minister speaks at length"], HEADLINE
    )
    assert (done.text, done.rungs, done.faults) == (whole, ("decoded with a stop",), ())


def test_a_clause_that_ends_in_the_middle_at_a_comma_is_made_again_too():
    whole = "Because the minister, who was ill, did not come"
    clause = "Weil der Minister, der krank war, nicht kam,"
    (done,), _ = climb(
        lambda t, *_: [f"{whole}." if t.endswith(".") else "Because the minister, who,"], clause
    )
    assert (done.text, done.rungs) == (f"{whole},", ("decoded with a stop",))


def test_a_short_translation_that_stays_short_with_a_stop_is_right():
    (done,), _ = climb(lambda text, *_: ["Minister speaks at length" + "." * text.endswith(".")], HEADLINE)
    assert (done.text, done.rungs, done.kept) == ("Minister speaks at length", (), False)


def test_a_short_translation_that_never_comes_to_its_stop_is_kept():
    (done,), _ = climb(lambda *_: ["Minister speaks at length"], HEADLINE)
    assert (done.text, done.kept) == (HEADLINE, True)


def test_no_segment_of_a_misbehaving_model_is_lost_or_passes_unflagged():
    """Each try goes wrong in a way of its own; the full run is `benchmarks/ladder.py`."""
    rng = random.Random(5)
    model = Misbehaving(rng)
    assert ladder.missed(list(ladder.generated(200, rng)), model) == {}
    assert min(model.kinds.values()) > 10


def test_a_model_that_behaves_is_left_alone():
    model = Well()
    texts = [text for lang, text in ladder.generated(200, random.Random(6)) if lang == "de"]
    done = ladder.climb(texts, "de", model)
    assert [o.text for o in done if o.kept or o.faults] == []
