import pytest

from assistant.wording import read_model_settings
from vectorstore import SettingsError


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name in ("BASE_URL", "MODEL", "API_KEY", "SECONDS"):
        monkeypatch.delenv(f"SANAD_LLM_{name}", raising=False)


def test_without_an_address_there_is_no_language_model():
    assert read_model_settings() is None


def test_the_key_is_not_shown(monkeypatch):
    monkeypatch.setenv("SANAD_LLM_BASE_URL", "https://models.example/v1/")
    monkeypatch.setenv("SANAD_LLM_MODEL", "m")
    monkeypatch.setenv("SANAD_LLM_API_KEY", "k-secret")

    settings = read_model_settings()

    assert settings.base_url == "https://models.example/v1"
    assert settings.api_key.get_secret_value() == "k-secret"
    assert "k-secret" not in f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("BASE_URL", "https://models.example/v1", "SANAD_LLM_MODEL is not set"),
        ("MODEL", "m", "SANAD_LLM_BASE_URL is not set"),
        ("BASE_URL", "models.example", "not an http or https address"),
        ("BASE_URL", "https://me:k-secret@models.example", "set SANAD_LLM_API_KEY"),
        ("BASEURL", "x", "did you mean SANAD_LLM_BASE_URL"),
        ("SECONDS", "0", "SANAD_LLM_SECONDS cannot be used"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_sentence_without_the_key(monkeypatch, name, value, said):
    monkeypatch.setenv(f"SANAD_LLM_{name}", value)

    with pytest.raises(SettingsError, match=said) as error:
        read_model_settings()

    assert "k-secret" not in str(error.value)


def test_nothing_of_the_model_is_imported_without_one(tmp_path):
    import subprocess
    import sys

    code = "import assistant, sys; raise SystemExit(any(n.startswith(('openai', 'llama_index.llms')) for n in sys.modules))"

    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=tmp_path, env=_environment()).returncode == 0


def _environment():
    import os
    from pathlib import Path

    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
