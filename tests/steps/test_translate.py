"""The step, with an engine that shouts, so that every sentence it touched can be told."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Document, Mark, Policy
from cleaner.engines.base import Translation
from cleaner.errors import EngineError, ProfileError
from cleaner.pipeline import Pipeline
from cleaner.steps.base import Setup
from cleaner.steps.translate import MISSING, SEGMENT, Nothing, Options, Translate, build

GERMAN = "Die Regierung hat am Montag ein neues Gesetz vorgestellt. Es soll im Herbst in Kraft treten."
ENGLISH = "The government presented a new law on Monday, and nobody was surprised by it."
FRENCH = "Le gouvernement a présenté lundi une nouvelle loi, et personne n'en a été surpris."
GAPS = ["\n\n", "\n \n\t\n", "\r\n\r\n", " ", "  ", "\u00a0", "\u2003 ", "\n\n***\n\n", "\n\n\u2028"]


@dataclass
class Upper:
    """German and Russian in capitals; knows no other language."""

    name: str = "upper"
    calls: list[list[str]] = field(default_factory=list)

    def missing(self, source, target):
        return None if source in ("de", "ru") else f"no model for {source} to {target}: install it"

    def caution(self, source, target):
        return None

    def translate(self, texts, source, target):
        self.calls.append(list(texts))
        return [Translation(text.upper(), f"upper: {source}-{target}", 0.4) for text in texts]


def step(engine=None, **setup):
    return Translate(engine or Upper(), "en", Setup(target="en", **setup))


def test_each_sentence_is_one_edit_with_the_engine_as_its_reason():
    doc = step()(Document("a", GERMAN, "de"))
    assert doc.text == GERMAN.upper()
    assert [(e.rule, e.why, e.confidence) for e in doc.history[0].made] == [
        (SEGMENT, "upper: de-en", 0.4)
    ] * 2
    assert doc.lang == "en"
    assert list(doc.pairs()) == [(s, s.upper()) for s in GERMAN.replace(". ", ".|").split("|")]


def test_white_space_between_sentences_stays():
    text = f"\n  {GERMAN}\t{GERMAN}\n\n\n{GERMAN} \n"
    assert step()(Document("a", text, "de")).text == text.upper()


@given(
    st.lists(st.tuples(st.sampled_from(GAPS), st.sampled_from(GERMAN.split(". "))), min_size=1, max_size=6)
)
def test_whatever_stands_between_sentences_stays(pieces):
    text = "".join(f"{gap}{sentence.rstrip('.')}." for gap, sentence in pieces)
    assert step(source="de", languages=("de", "en"))(Document("a", text, "de")).text == text.upper()


def test_sentences_already_in_the_target_language_stay():
    text = f"{GERMAN}\n\n{ENGLISH}"
    assert step()(Document("a", text, "de")).text == f"{GERMAN.upper()}\n\n{ENGLISH}"


def test_an_english_document_is_returned_as_it_is():
    doc = Document("a", ENGLISH, "en")
    assert step()(doc) is doc


def test_numbers_and_rules_alone_are_no_sentences():
    engine = Upper()
    step(engine)(Document("a", f"{GERMAN}\n\n***\n\n1.500", "de"))
    assert all("***" not in text and "1.500" not in text for call in engine.calls for text in call)


def test_a_missing_model_is_a_finding_once_a_document_and_the_text_stays():
    doc = step()(Document("a", f"{FRENCH} {FRENCH}", "fr"))
    assert doc.text == f"{FRENCH} {FRENCH}"
    assert [(f.rule, f.message) for f in doc.findings] == [(MISSING, "no model for fr to en: install it")]
    assert doc.lang == "fr"


def test_an_engine_that_fails_in_one_language_leaves_it_and_goes_on():
    class Broken(Upper):
        def translate(self, texts, source, target):
            if source == "ru":
                raise EngineError("ru-en: the model cannot be read")
            return super().translate(texts, source, target)

    russian = "Правительство представило в понедельник новый закон, и никто не удивился."
    done = step(Broken()).batch([Document("a", russian, "ru"), Document("b", GERMAN, "de")])
    assert [(f.rule, f.message) for f in done[0].findings] == [(MISSING, "ru-en: the model cannot be read")]
    assert [doc.text for doc in done] == [russian, GERMAN.upper()]


def test_many_documents_are_one_call_a_language_and_equal_to_one_by_one():
    docs = [Document(str(n), text, "de") for n, text in enumerate([GERMAN, f"{GERMAN} {FRENCH}", ENGLISH])]
    engine = Upper()
    done = Pipeline((step(engine),)).batch(docs)
    assert len(engine.calls) == 1
    assert done == [step()(doc) for doc in docs]


def test_a_second_time_changes_nothing():
    once = step()(Document("a", f"{GERMAN} {FRENCH}", "de"))
    again = step()(Document("a", once.text, once.lang))
    assert again.text == once.text


def test_marks_stay_on_their_sentence():
    doc = Document(
        "a", f"Das ist der Titel des Artikels heute\n\n{GERMAN}", "de", marks=(Mark("title", 0, 36),)
    )
    new = step()(doc)
    mark = new.marks[0]
    assert new.text[mark.start : mark.end] == "DAS IST DER TITEL DES ARTIKELS HEUTE"


def test_a_policy_that_makes_nothing_proposes_the_translation():
    doc = step(policy=Policy(apply_at=2, suggest_at=0))(Document("a", GERMAN, "de"))
    assert doc.text == GERMAN
    assert len(doc.history[0].proposed) == 2


def test_without_a_target_nothing_is_done():
    doc = Document("a", GERMAN, "de")
    built = build(Options(), Setup())
    assert isinstance(built, Nothing)
    assert built(doc) is doc


def test_what_the_engine_doubts_or_keeps_is_a_finding_on_its_sentence():
    @dataclass
    class Doubting(Upper):
        def translate(self, texts, source, target):
            kept = Translation(texts[0], "why", 0.4, ("the model repeats itself",), kept=True)
            return [kept, *(Translation(t.upper(), "why", 0.2, ("Berlin is not in it",)) for t in texts[1:])]

    doc = step(Doubting())(Document("a", GERMAN, "de"))
    first, second = doc.findings
    assert (first.rule, first.message) == ("translate.kept", "the model repeats itself")
    assert (second.rule, second.message) == ("translate.doubt", "Berlin is not in it")
    assert doc.text == GERMAN.replace(
        "Es soll im Herbst in Kraft treten.", "ES SOLL IM HERBST IN KRAFT TRETEN."
    )


def test_what_people_translated_is_not_called_of_basic_quality():
    @dataclass
    class Compact(Upper):
        def caution(self, source, target):
            return "of basic quality"

        def translate(self, texts, source, target):
            whys = ["memory: desk.tmx" if "Gesetz" in text else "upper" for text in texts]
            return [Translation(t.upper(), why, 0.4) for t, why in zip(texts, whys, strict=True)]

    law, autumn = (sentence.rstrip(".") + "." for sentence in GERMAN.split(". "))
    done = step(Compact()).batch([Document("a", law, "de"), Document("b", f"{law} {autumn}", "de")])
    assert [len(doc.findings) for doc in done] == [0, 1]


def test_the_options_reach_the_engine(tmp_path):
    options = Options(mode="fast", memory=str(tmp_path / "m.sqlite"), workers=1, tokens=64)
    engine = build(options, Setup(target="en")).engine
    assert (engine.engine.search.beam, engine.engine.machine.workers, engine.engine.machine.tokens) == (
        1,
        1,
        64,
    )
    assert (tmp_path / "m.sqlite").is_file()
    engine.memory.close()


def test_an_unknown_mode_is_a_fault_of_the_profile():
    with pytest.raises(ProfileError, match="'quick' is none of fast, balanced, best"):
        build(Options(mode="quick"), Setup(target="en"))


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (Options(device="gpu"), "'gpu' is none of auto, cpu, cuda"),
        (Options(device="cuda"), "no GPU"),
        (Options(workers=-1), "workers: -1"),
        (Options(tokens=-5), "tokens: -5"),
    ],
)
def test_a_machine_that_cannot_be_is_a_fault_of_the_profile(options, complaint, monkeypatch):
    monkeypatch.setattr("ctranslate2.get_cuda_device_count", lambda: 0)
    with pytest.raises(ProfileError, match=complaint):
        build(options, Setup(target="en"))


def test_dates_bylines_and_credits_are_not_for_an_engine():
    label = "Stand: 4. Juni 2024, 18:15 Uhr"
    text = f"{label}\n\n{GERMAN}"
    doc = Document("a", text, "de", marks=(Mark("date", 0, len(label)),))
    assert step()(doc).text == f"{label}\n\n{GERMAN.upper()}"
