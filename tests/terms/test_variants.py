import pytest

from cleaner.terms.entry import Entry, TermBase
from cleaner.terms.romanisation import SYSTEMS, romanise
from cleaner.terms.variants import expand, variants


@pytest.mark.parametrize(
    ("native", "forms"),
    [
        ("Жуков", {"Schukow", "Joukov", "Żukow", "Jukov", "Žukov"}),
        ("Хрущёв", {"Chruschtschjow", "Khrouchtchiov", "Chruszczjow"}),
        ("Шойгу", {"Schojgu", "Chojgu"}),
    ],
)
def test_known_romanisations_are_among_them(native, forms):
    made = {romanise(native, system) for system in SYSTEMS}
    assert len(forms & made) >= 1, made


def test_each_variant_has_a_mechanism_and_none_is_right():
    entry = Entry("j", "Jumbo-Visma Köln", admitted=("Jumbo Visma Köln",))
    made = variants(entry)
    assert {"Jumbo-Visma Koln", "Jumbo-Visma Koeln", "JumboVismaKöln"} <= {v.form for v in made}
    assert all(v.mechanism for v in made)
    assert not {v.form for v in made} & {entry.preferred, *entry.admitted}


def test_what_two_names_share_is_nobodys_garble():
    base = TermBase((Entry("a", "Höcke"), Entry("b", "Hocke")))
    a, b = expand(base).entries
    assert "Hocke" not in a.deprecated
    assert "Hoecke" in a.deprecated
    assert not {"Hocke", "Hoecke", "Höcke"} & {*b.deprecated}


@pytest.mark.parametrize(
    ("entry", "mechanism", "form"),
    [
        (Entry("h", "Howard Hughes"), "through Cyrillic (English name) and back", "Khouard Khyuz"),
        (Entry("h", "Hans Meyer-Jung"), "through Cyrillic (German name) and back", "Gans Meyer-Yung"),
        (Entry("b", "Dombrova"), "through Greek and back", "Ntomprova"),
        (Entry("p", "Gropper"), "through Arabic and back", "Ghrubir"),
        (Entry("p", "Gropper"), "through Arabic and back", "Jrubir"),
        (Entry("v", "Vesna Popova"), "through Arabic and back", "Fisna Bubufa"),
        (Entry("f", "Furgal", native=("ru: Фургал",)), "Russian case ending -a", "Furgala"),
        (Entry("f", "Zaritsa", native=("ru: Зарица",)), "Russian case ending -u", "Zaritsu"),
        (Entry("m", "Moellbruck"), "umlauts added", "Möllbruck"),
        (Entry("m", "Möllbruck"), "umlauts written out", "Moellbruck"),
        (Entry("m", "Möllbruck"), "accents lost", "Mollbruck"),
        (Entry("a", "Aid Ost"), "cut or glued", "AidOst"),
        (Entry("a", "Jeslo Krag"), "capitals lost", "Jeslo krag"),
        (Entry("k", "Kettenwerk"), "plural, or possessive without its mark", "Kettenwerks"),
        (
            Entry("p", "Podyachev", native=("ru: Подъячев",)),
            "passport romanisation of Подъячев",
            "Podieiachev",
        ),
        (Entry("s", "Hadyach", native=("uk: Гадяч",)), "Ukrainian official romanisation of Гадяч", "Hadiach"),
    ],
)
def test_every_mechanism_makes_its_form_and_says_so(entry, mechanism, form):
    assert mechanism in [v.mechanism for v in variants(entry) if v.form == form]


def test_a_plural_is_shown_but_never_taken_for_a_garble():
    base = TermBase((Entry("k", "Kettenwerk"),))
    assert "Kettenwerks" not in expand(base).entries[0].deprecated


def test_words_are_no_variants():
    assert "Muller" not in {v.form for v in variants(Entry("m", "Müller"))}


def test_expanding_twice_changes_nothing_more():
    base = TermBase((Entry("z", "Zhukov", native=("Жуков",)),))
    assert expand(expand(base)) == expand(base)
