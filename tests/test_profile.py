"""Profiles: inheritance, settings, faults."""

import pytest

from cleaner.errors import ProfileError
from cleaner.profile import load_profile, profile_names


def test_the_shipped_profiles_have_no_fault():
    assert profile_names() == ["cautious", "names", "news"]
    for name in profile_names():
        assert load_profile(name).table["description"]


def test_a_profile_is_laid_over_the_one_it_extends(tmp_path):
    path = tmp_path / "house.toml"
    path.write_text(
        'extends = "news"\nsteps = ["repair"]\n[policy]\napply_at = 0.8\n[repair]\nsuggest_at = 0.7\n'
    )
    profile = load_profile(path)
    assert profile.steps == ("repair",)
    assert profile.table["policy"] == {"apply_at": 0.8, "suggest_at": 0.5}
    assert (profile.policy("repair").apply_at, profile.policy("repair").suggest_at) == (0.8, 0.7)


def test_files_that_a_profile_names_are_looked_for_beside_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "base.toml").write_text('steps = ["normalize"]\n')
    (tmp_path / "house" / "names.tsv").write_text("preferred\nIdite Lesom\n")
    (tmp_path / "elsewhere.tsv").write_text("preferred\nPro Asyl\n")
    path = tmp_path / "house" / "own.toml"
    path.write_text('extends = "base.toml"\nglossaries = ["names.tsv", "elsewhere.tsv", "german-outlets"]\n')
    profile = load_profile("house/own.toml")
    assert profile.steps == ("normalize",)
    assert profile.table["glossaries"] == ["house/names.tsv", "elsewhere.tsv", "german-outlets"]
    path.write_text('extends = "news"\n')
    (tmp_path / "house" / "news").write_text("no profile")
    assert len(load_profile("house/own.toml").steps) > 1


def test_settings_are_toml_or_strings_and_change_the_digest():
    plain = load_profile("news")
    profile = load_profile("news", ["policy.apply_at=0.95", "to=en", 'policy.off=["repair.lost"]'])
    assert profile.policy("repair").apply_at == 0.95
    assert profile.policy("repair").off == {"repair.lost"}
    assert profile.table["to"] == "en"
    assert profile.digest != plain.digest == load_profile("news").digest


def test_all_faults_are_listed_with_the_nearest_right_name():
    settings = [
        "stepz=[]",
        'steps=["repair","unglu"]',
        "policy.aply_at=1",
        "lifft.x=1",
        "to=1",
        'policy.off=["repair.mojibak"]',
        "from=German",
        'languages=["de", "p"]',
    ]
    with pytest.raises(ProfileError) as error:
        load_profile("news", settings)
    for hint in (
        "stepz: there is no such key; the nearest is 'steps'",
        "there is no step 'unglu'; the nearest is 'unglue'",
        "policy.aply_at: there is no such key; the nearest is 'apply_at'",
        "[lifft]: there is no such table; the nearest is 'lift'",
        "to: 1 is a number, not a string",
        "from: 'German' is no tag of a language, as en or pt-BR",
        "languages: 'p' is no tag",
        "there is no rule 'repair.mojibak'; the nearest is 'repair.mojibake'",
    ):
        assert hint in str(error.value)


@pytest.mark.parametrize(
    ("setting", "complaint"),
    [
        ("policy.apply_at.x=1", "policy.apply_at: {'x': 1} is a table, not a number"),
        ("policy.apply_at=nan", "policy.apply_at: nan is no confidence"),
        ("unglue.suggest_at=-1", "unglue.suggest_at: -1 is no confidence"),
        ("steps.x=1", "[steps]: there is no such table"),
        ("steps=repair", "steps: 'repair' is a string, not a list"),
        ("steps=[1]", "steps: 1 is a number, not a string"),
        ('repair.off=[["a"]]', "repair.off: ['a'] is a list, not a string"),
        ("glossaries=[1]", "glossaries: 1 is a number, not a string"),
        ("languages=[1]", "languages: 1 is a number, not a string"),
        ("extends=cautious", "only the file of a profile can extend another"),
    ],
)
def test_values_of_a_wrong_shape_are_faults(setting, complaint):
    with pytest.raises(ProfileError) as error:
        load_profile("news", [setting])
    assert complaint in str(error.value)


def test_a_profile_with_a_byte_order_mark_is_read(tmp_path):
    (tmp_path / "p.toml").write_text('extends = "news"\nto = "EN"\n', "utf-8-sig")
    assert load_profile(tmp_path / "p.toml").table["to"] == "en"


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("newz", None, "no profile 'newz'; the nearest is 'news'"),
        (".", None, "no profile '.', and the file cannot be read: Is a directory"),
        ("own.toml", "steps = [", "is not TOML"),
        ("own.toml", 'extends = ["news"]', "is a list, not a string"),
        ("own.toml", "description = 'über'", "is not UTF-8"),
        ("own.toml", 'extends = "own.toml"', "extends itself"),
        ("own.toml", 'extends = "sub/../own.toml"', "extends itself"),
    ],
)
def test_a_profile_that_cannot_be_read_says_why(tmp_path, monkeypatch, name, content, complaint):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    if content is not None:
        (tmp_path / name).write_text(content, "latin-1")
    with pytest.raises(ProfileError, match=complaint):
        load_profile(name)


def test_a_setting_without_a_value_is_refused():
    with pytest.raises(ProfileError, match="key=value"):
        load_profile("news", ["policy.apply_at"])
