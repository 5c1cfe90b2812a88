"""Terms that a translation must hold."""

import pytest

from cleaner.engines.glossary import Glossary, aligned, columns, inflected
from cleaner.terms.entry import Entry, TermBase

BASE = TermBase(
    (
        Entry("aa", "Federal Foreign Office", ("Foreign Office",), native=("de: Auswärtiges Amt",)),
        Entry("p", "Yevgeny Prigozhin", native=("ru: Евгений Пригожин", "de: Jewgeni Prigoschin")),
        Entry("n", "NATO", native=("НАТО",)),
        Entry("db", "Deutsche Bahn", native=("Deutsche Bahn",)),
        Entry("dbr", "DB Regio", native=("Deutsche Bahn Regio",)),
        Entry("fr", "Paris", native=("Paris",), lang="fr"),
        Entry("bild", "Bild", native=("de: Bild",)),
        Entry("welt", "Die Welt", native=("de: Die Welt",)),
        Entry("taz", "taz", native=("de: die tageszeitung",)),
        Entry("tag", "Der Tagesspiegel", native=("de: Tagesspiegel",)),
        Entry("golos", "Golos", native=("ru: Голос",)),
        Entry("ph", "According to {name}", native=("laut",), type="phrase"),
    )
)


def wanted(text, source="de"):
    return [(text[w.start : w.end], w.entry.preferred) for w in Glossary(BASE, source, "en").wanted(text)]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("de", "Laut dem Auswärtigen Amt", ["Auswärtigen Amt"]),
        ("de", "des Auswärtigen Amtes in Paris", ["Auswärtigen Amtes"]),
        ("de", "die Deutsche Bahn Regio und der Deutschen Bahn.", ["Deutsche Bahn Regio", "Deutschen Bahn"]),
        ("ru", "о Евгении Пригожине и НАТО", ["Евгении Пригожине", "НАТО"]),
        ("ru", "Евгением Пригожиным", ["Евгением Пригожиным"]),
        ("de", "ein auswärtiges amt", []),
        ("de", "Jewgeni Prigoschins Leute", ["Jewgeni Prigoschins"]),
        ("ru", "Jewgeni Prigoschin", []),
        ("de", "die es gibt, die s", []),
        ("de", "„Die Welt ist groß“, sagte er, „ein schönes Bild“.", []),
        ("de", "Die Welt ist groß, das Bild auch, und ein Bild.", []),
        (
            "de",
            "Das sagte er der „Bild“ und der Zeitung Die Welt, der Bild-Zeitung",
            ["Bild", "Die Welt", "Bild"],
        ),
        ("de", "der Bild am Sonntag, dem Tagesspiegel", ["Bild", "Tagesspiegel"]),
        ("ru", "Голос у него тихий. Голос он потерял.", []),
        ("ru", "Об этом сообщил Голос", ["Голос"]),
    ],
)
def test_native_forms_are_found_inflected(lang, text, found):
    assert [form for form, _ in wanted(text, lang)] == found


@pytest.mark.parametrize(
    "cases",
    [
        "Песков Пескова Пескову Песковым Пескове",
        "Илья Ильи Илье Илью Ильёй",
        "Павел Павла Павлу Павлом Павле",
        "Пётр Петра Петру Петром Петре",
        "Зеленский Зеленского Зеленскому Зеленским Зеленском",
        "Петровская Петровской Петровскую",
        "Крым Крыма Крыму Крымом Крыме",
        "чиновник чиновника чиновники чиновников чиновникам",
    ],
)
def test_a_russian_name_is_known_in_every_case(cases):
    own, *others = cases.split()
    assert all(inflected(word, own, several=True) for word in others)


@pytest.mark.parametrize("pair", ["Иванов Иван", "Петров Пётр", "Крик Крым", "Песок Песков", "Рим Рига"])
def test_other_russian_names_are_not_taken_for_cases(pair):
    word, own = pair.split()
    assert not inflected(word, own, several=True)
    assert not inflected(own, word, several=True)


def test_a_form_that_entries_render_differently_asks_for_nothing():
    rivals = [Entry("a", "Audit Court", native=("de: Bundesrechnungshof",))]
    rivals += [Entry("b", "Court of Audit", native=("de: Bundesrechnungshof",))]
    for order in (rivals, rivals[::-1]):
        assert Glossary(TermBase(tuple(order)), "de", "en").wanted("Der Bundesrechnungshof rügt.") == []


def test_entries_of_another_language_and_phrases_ask_for_nothing():
    assert wanted("laut Paris") == []


def test_an_admitted_form_holds_and_a_part_of_a_word_does_not():
    (term,) = Glossary(BASE, "de", "en").wanted("das Auswärtige Amt")
    assert term.held("the Foreign Office's view")
    assert term.held("THE FOREIGN OFFICE SAYS")
    assert not term.held("the Foreign Officer")


def test_alignment_takes_whole_words():
    pieces = ["▁the", "▁Ber", "bock", "▁said"]
    looks = [[1, 0, 0], [0, 0.9, 0.1], [0, 0.2, 0.8], [0, 0, 1]]
    assert aligned(looks, pieces, range(1, 2)) == (1, 3)
    assert aligned((), pieces, range(1, 2)) is None


def test_columns_are_counted_by_letters():
    (term,) = Glossary(BASE, "ru", "en").wanted("о НАТО там")
    assert columns(["▁о", "▁НА", "ТО", "▁там"], "о НАТО там", term) == range(1, 3)
