from pathlib import Path

import pytest
from pydantic import ValidationError

from vectorstore import SettingsError, StoreSettings, read_settings


@pytest.fixture
def file(tmp_path):
    return tmp_path / "sanad.toml"


def test_without_anything_the_defaults_hold(file):
    found = read_settings(StoreSettings, "store", file=file)

    assert (found.index, found.model) == (Path("index"), "")


def test_the_environment_comes_before_the_file(file, monkeypatch):
    file.write_text('[store]\nindex = "/from/file"\nmodel = "from-file"\n')
    monkeypatch.setenv("SANAD_STORE_INDEX", "/from/environment")

    found = read_settings(StoreSettings, "store", file=file)

    assert (found.index, found.model) == (Path("/from/environment"), "from-file")


def test_the_file_is_looked_for_in_the_working_folder(file, monkeypatch):
    file.write_text('[store]\nmodel = "from-file"\n')
    monkeypatch.chdir(file.parent)

    assert read_settings(StoreSettings, "store").model == "from-file"


def test_a_misspelt_environment_variable_is_refused_with_the_right_name(file, monkeypatch):
    monkeypatch.setenv("SANAD_STORE_MODLE", "x")

    with pytest.raises(SettingsError, match=r"SANAD_STORE_MODLE.*SANAD_STORE_MODEL\?"):
        read_settings(StoreSettings, "store", file=file)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[store]\nmodle = "x"\n', r"modle in \[store\].*model\?"),
        ("[stroe]\n", r"\[stroe\].*\[store\]\?"),
        ("[store]\nmodel = 3\n", r"model in \[store\] cannot be used"),
        ("store = 3\n", r"must be a section"),
        ("[store\n", r"cannot be read as settings"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_and_named(file, content, message):
    file.write_text(content)

    with pytest.raises(SettingsError, match=message) as refused:
        read_settings(StoreSettings, "store", file=file)
    assert str(file) in str(refused.value)


def test_sections_of_other_packages_are_left_to_them(file):
    file.write_text("[ingest]\nanything = 1\n")

    assert read_settings(StoreSettings, "store", file=file).model == ""


def test_settings_cannot_be_changed(file):
    found = read_settings(StoreSettings, "store", file=file)

    with pytest.raises(ValidationError):
        found.model = "x"
