"""Which tags are one language, and which languages a script leaves."""

import pytest

from cleaner.text.language.tags import SCRIPTS, candidates, same


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("hr", "bs", True),
        ("bs", "sr-Latn", True),
        ("sr", "sr-Cyrl", True),
        ("nb", "no", True),
        ("pt-BR", "pt", True),
        ("de", "nl", False),
        ("ru", "uk", False),
        ("de", None, False),
        (None, None, True),
    ],
)
def test_same(one, other, is_same):
    assert same(one, other) is is_same
    assert same(other, one) is is_same


def test_candidates_are_those_wanted_in_the_script():
    assert candidates("Cyrillic", ("de", "ru", "uk")) == {"ru": "ru", "uk": "uk"}
    assert candidates("Latin", ("sr",)) == {"hr": "sr"}
    assert candidates("Cyrillic", ("sr",)) == {"sr": "sr"}
    assert set(candidates("Greek", ("de",))) == {"el"}
    assert candidates("Runic", ()) == {}


def test_the_first_of_two_names_for_one_language_is_kept():
    assert candidates("Latin", ("nb", "no")) == {"no": "nb"}


def test_the_model_knows_every_language():
    from cleaner.text.language.model import model
    from cleaner.text.language.tags import columns

    known = set(model()._classes)
    for script, langs in SCRIPTS.items():
        if len(langs) > 1:
            assert all(set(columns(lang, script)) & known for lang in langs)
