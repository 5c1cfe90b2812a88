"""One text, one language."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.text.language import guesses, identify
from cleaner.text.language.guess import calibrated

SENTENCES = {
    "de": "Die Feuerwehr konnte den Brand in der Scheune nach zwei Stunden löschen.",
    "en": "The fire brigade put out the blaze in the barn after two hours.",
    "fr": "Les pompiers ont éteint l'incendie de la grange au bout de deux heures.",
    "es": "Los bomberos apagaron el incendio del granero al cabo de dos horas.",
    "it": "I vigili del fuoco hanno spento l'incendio del fienile dopo due ore.",
    "pl": "Strażacy ugasili pożar stodoły po dwóch godzinach pracy.",
    "ru": "Пожарные потушили огонь в сарае через два часа после вызова.",
    "uk": "Пожежники загасили вогонь у сараї через дві години після виклику.",
    "tr": "İtfaiye, ahırdaki yangını iki saat sonra söndürmeyi başardı.",
    "hr": "Vatrogasci su ugasili požar u štali nakon dva sata rada.",
    "no": "Brannvesenet fikk slukket brannen i låven etter to timer.",
    "ja": "消防隊は二時間後に納屋の火事を消し止めた。",
    "zh": "消防队两小时后扑灭了谷仓的大火。",
    "ar": "تمكن رجال الإطفاء من إخماد الحريق في الحظيرة بعد ساعتين.",
}


@pytest.mark.parametrize(("lang", "sentence"), SENTENCES.items())
def test_a_sentence_tells(lang, sentence):
    guess = identify(sentence)
    assert guess is not None
    assert guess.lang == lang
    assert guess.probability >= 0.95


@pytest.mark.parametrize("text", ["", "   ", "12.5 %", "© AP", "Foto: dpa", "Reuters", "...", "\ud83d"])
def test_too_little_is_not_guessed(text):
    assert identify(text) is None


def test_a_script_of_one_language_tells_in_a_word():
    assert identify("Ελλάδα").lang == "el"
    assert identify("საქართველო").lang == "ka"


def test_the_wanted_languages_are_told_by_the_tags_they_were_named_by():
    assert identify(SENTENCES["no"], ["nb", "en"]).lang == "nb"
    assert identify(SENTENCES["hr"], ["bs", "de"]).lang == "bs"
    assert identify(SENTENCES["en"], ["en-GB", "de"]).lang == "en-GB"


def test_a_foreign_script_is_called_by_its_name():
    assert identify(SENTENCES["ru"], ["de", "en"]).lang == "ru"


def test_capitals_do_not_blind():
    assert identify(SENTENCES["de"].upper()).lang == "de"


def test_a_garbled_surrogate_is_no_error():
    assert identify(SENTENCES["de"] + " \udce4").lang == "de"


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from([*SENTENCES.values(), "", "© AP", "Ελλάδα"]), max_size=6))
def test_many_at_once_as_one_by_one(texts):
    together = guesses(texts)
    for text, guess in zip(texts, together, strict=True):
        (alone,) = guesses([text])
        assert (guess and guess.lang) == (alone and alone.lang)
        assert guess is None or guess.probability == pytest.approx(alone.probability, abs=1e-5)


def test_probabilities_rise_with_the_share():
    shares = [i / 100 for i in range(101)]
    values = [calibrated(share) for share in shares]
    assert values == sorted(values)
    assert values[-1] == 1


def test_latin_twins_in_cyrillic_words_do_not_blind():
    sentence = "Владa je jучe одлучилa дa прoмeни зaкoн o штрajку."
    assert identify(sentence).lang == "sr"


def test_names_in_latin_letters_leave_a_text_cyrillic():
    sentence = "Компания Boston Dynamics и журнал New York Review показали, что это было не так."
    assert identify(sentence).lang == "ru"
