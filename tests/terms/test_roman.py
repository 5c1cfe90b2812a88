import pytest

from cleaner.terms.roman import roman, sounding


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Щукин Юрий", "shchukin yuriy"),
        ("Ґалаґан Їжак", "galagan yizhak"),
        ("Άννα Κοσμά", "anna kosma"),
        ("محمد", "mhmd"),
        ("שלום", "shlvm"),
        ("თბილისი", "tbilisi"),
        ("パリ", "pari"),
        ("서울", "seoul"),
        ("Łódź", "lodz"),
        ("北京", "北京"),
    ],
)
def test_scripts(name, latin):
    assert roman(name) == latin


@pytest.mark.parametrize(
    "spellings",
    ["shchukin schtschukin szczukin chtchukin", "zhukov schukow", "volkov wolkow", "kharkiv harkiv"],
)
def test_romanisers_of_one_sound_agree(spellings):
    assert len({sounding(s) for s in spellings.split()}) == 1


def test_other_sounds_are_told_apart():
    assert len({sounding(s) for s in ("petrov", "pavlov", "popov")}) == 3
