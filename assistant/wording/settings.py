"""Settings of the language model."""

from __future__ import annotations

from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from vectorstore import SettingsError, read_settings


class ModelSettings(BaseSettings):
    """Read from `SANAD_LLM_…` and the `[llm]` section of `sanad.toml`; without an address there is no language model."""

    model_config = SettingsConfigDict(env_prefix="SANAD_LLM_", frozen=True, extra="forbid")

    base_url: str = ""
    """Address of an OpenAI-compatible service, such as http://localhost:11434/v1."""
    model: str = ""
    """Name of the model there."""
    api_key: SecretStr = SecretStr("")
    """Key of the service, if it wants one."""
    seconds: float = Field(default=20.0, ge=0.1, le=300)
    """After that the answer stands as it is."""

    @field_validator("base_url")
    @classmethod
    def _is_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise ValueError("it is not an http or https address")
        if parts.username or parts.password or parts.query:
            raise ValueError("a key does not belong into the address; set SANAD_LLM_API_KEY")
        return value.rstrip("/")


def read_model_settings() -> ModelSettings | None:
    """The settings of the language model; None where none is set.

    Raises:
        SettingsError: A setting is misspelt or makes no sense, or one is missing.
    """
    settings = read_settings(ModelSettings, "llm")
    if bool(settings.base_url) != bool(settings.model):
        missing = "SANAD_LLM_MODEL" if settings.base_url else "SANAD_LLM_BASE_URL"
        raise SettingsError(f"{missing} is not set; a language model needs both its address and its name.")
    return settings if settings.base_url else None
