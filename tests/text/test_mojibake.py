from __future__ import annotations

import lzma
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cleaner.text.mojibake.hypotheses import PAGES, likely, likely_utf8
from cleaner.text.mojibake.hypothesis import Hypothesis, shown, undo_utf8
from cleaner.text.mojibake.model import codes, model
from cleaner.text.mojibake.pages import NONE, PRIORS, page
from cleaner.text.mojibake.reading import readings
from cleaner.text.mojibake.restore import restored
from cleaner.text.mojibake.screen import odd_words
from cleaner.text.mojibake.words import cheapest_path, main_language, word_costs

DATA = Path(__file__).parents[2].parent / "shared/data/sentences"
NEWS = {  # ours
    "ru": "Премьер-министр заявил в четверг, что переговоры о перемирии продолжатся на следующей неделе.\n"
    "Представитель оппозиции назвал это решение поспешным и потребовал объяснений.",
    "uk": "Прем’єр-міністр заявив у четвер, що переговори про перемир’я триватимуть наступного тижня.\n"
    "Представник опозиції назвав це рішення поспішним і зажадав пояснень.",
    "bg": "Министър-председателят заяви в четвъртък, че преговорите ще продължат следващата седмица.\n"
    "Представител на опозицията нарече решението прибързано и поиска обяснения.",
    "pl": "Premier oświadczył w czwartek, że rozmowy o pokoju będą kontynuowane w przyszłym tygodniu.\n"
    "Przedstawiciel opozycji nazwał tę decyzję pochopną i zażądał wyjaśnień.",
    "cs": "Předseda vlády ve čtvrtek prohlásil, že jednání o příměří budou pokračovat příští týden.\n"
    "Představitel opozice označil toto rozhodnutí za ukvapené a žádal vysvětlení.",
    "tr": "Başbakan perşembe günü, görüşmelerin önümüzdeki hafta süreceğini söyledi.\n"
    "Muhalefet sözcüsü kararın aceleye getirildiğini belirterek açıklama istedi.",
    "fr": "Le Premier ministre a déclaré jeudi que les négociations se poursuivraient à Genève.\n"
    "Un député de l'opposition a jugé cette décision prématurée et a exigé une réponse immédiate.",
    "de": "Der Ministerpräsident erklärte am Donnerstag, die Gespräche würden nächste Woche fortgeführt.\n"
    "Ein Sprecher der Opposition nannte die Entscheidung übereilt und verlangte schlüssige Erklärungen.",
}
WRITTEN = {
    **dict.fromkeys(("ru", "bg"), ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5")),
    "uk": ("cp1251", "mac-cyrillic"),
    **dict.fromkeys(("pl", "cs"), ("cp1250", "iso8859-2")),
    "tr": ("cp1254",),
    **dict.fromkeys(("fr", "de"), ("mac-roman", "cp437")),
}
READ = ("cp1252", "cp1251", "koi8-r", "mac-roman", "cp437", "iso8859-1")


def misread(text: str, written: str, read: str) -> str:
    characters = {byte: char for char, byte in shown(read).items()}
    data = text.encode(written)
    return "".join(characters.get(byte, chr(byte)) for byte in data)


def put_right(text: str) -> str:
    for word in sorted(restored(text), key=lambda w: -w.start):
        assert text.startswith(word.old, word.start)
        text = text[: word.start] + word.new + text[word.start + len(word.old) :]
    return text


def confusions():
    return [
        pytest.param(lang, written, read, id=f"{lang}-{written}-{read}")
        for lang, pages in WRITTEN.items()
        for written in pages
        for read in READ
        if written != read
    ]


@pytest.mark.parametrize(("lang", "written", "read"), confusions())
def test_two_sentences_come_back_as_they_were_written(lang: str, written: str, read: str) -> None:
    right = NEWS[lang].replace("’", "'")
    assert put_right(misread(right, written, read)) == right


@pytest.mark.parametrize("lang", NEWS)
@pytest.mark.parametrize("read", PAGES)
def test_utf8_read_in_any_page_comes_back(lang: str, read: str) -> None:
    right = NEWS[lang]
    if {*right.encode()} - {*range(0x80)} <= {*shown(read).values()}:  # else text is lost
        assert put_right(misread(right, "utf-8", read)) == right


def test_one_sentence_of_a_clean_text_is_put_right_and_the_rest_left() -> None:
    first, second = NEWS["ru"].split("\n")
    assert (
        put_right(f"{first}\n{misread(second, 'cp1251', 'cp1252')}\n{first}") == f"{first}\n{second}\n{first}"
    )


@pytest.mark.parametrize(("lang", "written", "read"), confusions())
def test_one_line_read_wrongly_is_put_right_and_its_neighbours_left(
    lang: str, written: str, read: str
) -> None:
    right = NEWS[lang].replace("’", "'")
    first, second = right.split("\n")
    if lang not in ("de", "fr"):  # a few letters are not enough to be sure, but nothing else may come of them
        assert put_right(f"{first}\n{misread(second, written, read)}\n{first}") == f"{right}\n{first}"
    for line in put_right(f"{misread(second, written, read)}\n{first}\n{first}").split("\n")[1:]:
        assert line == first


@pytest.mark.parametrize("lang", NEWS)
@pytest.mark.parametrize("other", NEWS)
def test_a_sentence_in_another_language_is_no_mojibake(lang: str, other: str) -> None:
    for foreign in NEWS[other].split("\n"):
        assert list(restored(f"{NEWS[lang]}\n{foreign}\n{NEWS[lang]}")) == []


def test_letters_of_another_script_do_not_grow_into_words_of_ascii() -> None:
    line = "Son joueur de la Premier LeagueÂ\xa0Âť a Ă\xa0 nouveau marqué, a-t-il ajoutĂŠ."
    assert not any("\u0600" <= c <= "\u06ff" for c in put_right(f"{NEWS['fr']}\n{line}"))


@pytest.mark.parametrize("text", NEWS.values(), ids=NEWS)
def test_clean_text_has_no_odd_words(text: str) -> None:
    assert odd_words(text) == []
    assert list(restored(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Þjóðin kýs nýjan forseta í dag, sagði ráðherrann við blaðamenn á þriðjudag.",
        "Il-Prim Ministru qal nhar il-Ħamis li t-taħditiet se jkomplu l-ġimgħa d-dieħla.",
        "Baş nazir cümə axşamı bildirib ki, danışıqlar gələn həftə davam etdiriləcək.",
        "Lehen ministroak esan zuen elkarrizketek jarraituko dutela datorren astean, Iruñean.",
        "Прэм’ер-міністр заявіў у чацвер, што перамовы працягнуцца на наступным тыдні.",
        "Премьер-министр бейсенбі күні келіссөздер келесі аптада жалғасатынын мәлімдеді.",
        "პრემიერ-მინისტრმა განაცხადა, რომ მოლაპარაკებები გაგრძელდება.",
        "प्रधानमंत्री ने गुरुवार को कहा कि बातचीत अगले सप्ताह जारी रहेगी।",
        "Dúirt an Taoiseach Déardaoin go leanfaidh na cainteanna an tseachtain seo chugainn.",
        "Ra'ayin Ɗan majalisa: ƙasar za ta ci gaba da tattaunawa, in ji ɓangaren gwamnati.",
    ],
)
def test_languages_of_no_table_are_left_alone(text: str) -> None:
    assert list(restored(text)) == []


@pytest.mark.parametrize("name", ["Kopczyński", "Dvořák", "Erdoğan", "Ceaușescu", "Þórsdóttir", "Nguyễn Phú"])
@pytest.mark.parametrize("lang", ["fr", "de", "tr"])
def test_a_foreign_name_is_no_evidence(name: str, lang: str) -> None:
    assert list(restored(f"{NEWS[lang]} {name}")) == []


@settings(deadline=None)
@given(st.text(st.sampled_from("abž éüÃ©Ð¿п┌╨Ђř\x85\x9d\n"), max_size=60))
def test_restoring_is_pure_and_has_an_end(text: str) -> None:
    seen = [text]
    for _ in range(20):
        text = put_right(text)
        if text == seen[-1]:
            return
        assert text not in seen
        seen.append(text)
    pytest.fail(f"still changing after 20 rounds: {seen[0]!r}")


@pytest.mark.parametrize("name", PRIORS)
def test_a_page_is_ascii_and_has_each_character_once(name: str) -> None:
    known = page(name)[page(name) != NONE]
    assert len(set(known.tolist())) == len(known)
    assert (page(name)[:128] == range(128)).all()


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x2FFF), max_size=20), st.sampled_from(PAGES))
def test_undoing_utf8_is_the_reverse_of_misreading_it(text: str, read: str) -> None:
    assume({*text.encode()} - {*range(0x80)} <= {*shown(read).values()})
    back, fits, strays = undo_utf8(misread(text, "utf-8", read), read)
    assert back == text
    assert (fits, strays) == (sum(not c.isascii() for c in text), 0)


def test_what_fits_no_page_stays_and_costs() -> None:
    assert Hypothesis("cp1251", "cp1252").undo("Ìир") == ("Мир", 12.0)


def test_hypotheses_that_change_nothing_are_none() -> None:
    assert likely(["日本"], "日本") == []
    assert likely_utf8(["é"]) == []


def test_the_best_hypothesis_comes_first() -> None:
    text = misread(NEWS["ru"], "koi8-r", "cp1251")
    assert likely(text.split(), text)[0] == Hypothesis("koi8-r", "cp1251")


def test_a_word_costs_least_in_its_language() -> None:
    costs = word_costs(["Präsident", "überall", "größte"])
    assert model().languages[main_language(costs)] == "de"
    assert costs.shape == (3, len(model().languages))


def test_the_path_changes_only_for_gain() -> None:
    import numpy as np

    cost = np.array([[0, 5, 0, 9, 9, 9], [9, 0, 9, 0, 0, 0]], np.float32)
    assert (
        cheapest_path(cost, 7, 2).tolist() == [0, 0, 0, 1, 1, 1]
        or cheapest_path(cost, 7, 2).tolist() == [0] + [1] * 5
    )
    assert cheapest_path(cost, 100, 100).tolist() == [0] * 6


def test_codes_are_code_points() -> None:
    assert codes("aЖ😀").tolist() == [0x61, 0x416, 0x1F600]


def test_readings_are_sorted_and_the_right_one_is_first() -> None:
    found = readings(NEWS["ru"].encode("cp866"))
    assert (found[0].encoding, found[0].language) == ("cp866", "ru")
    assert [r.cost for r in found] == sorted(r.cost for r in found)
    assert readings(NEWS["ru"].encode("cp866"), {"cp866"}) == found[:1]


@pytest.mark.skipif(not DATA.exists(), reason="no ../shared/data/sentences beside the checkout")
@pytest.mark.parametrize("lang", ["deu", "rus", "pol", "tur", "fra"])
def test_clean_news_is_left_alone(lang: str) -> None:
    text = lzma.decompress((DATA / f"{lang}.txt.xz").read_bytes()).decode()
    for line in text.split("\n")[:400]:
        assert list(restored(line)) == []
