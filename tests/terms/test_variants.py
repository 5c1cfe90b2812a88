import pytest

from cleaner.terms.entry import Entry, TermBase
from cleaner.terms.variants import SYSTEMS, expand, romanise, variants


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
    assert not b.deprecated


def test_words_are_no_variants():
    assert "Muller" not in {v.form for v in variants(Entry("m", "Müller"))}


def test_expanding_twice_changes_nothing_more():
    base = TermBase((Entry("z", "Zhukov", native=("Жуков",)),))
    assert expand(expand(base)) == expand(base)
