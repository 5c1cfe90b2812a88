import pytest

from cleaner.terms.family import other_family


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Khodakovsky", "Khodorkovsky"),
        ("Mishustov", "Mishustin"),
        ("Zaluzhnyak", "Zaluzhnyi"),
        ("Yashkin", "Yashin"),
        ("Maslennikov", "Myasnikov"),
    ],
)
def test_other_families(name, other):
    assert other_family(name, other)
    assert other_family(other, name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Schukow", "Zhukov"),
        ("Chodorkowskij", "Khodorkovsky"),
        ("Ulitzkaja", "Ulitskaya"),
        ("Harlamova", "Kharlamov"),
        ("Krykhoviak", "Krychowiak"),
        ("Scholtz", "Scholz"),
    ],
)
def test_one_family_by_other_romanisers(name, other):
    assert not other_family(name, other)
