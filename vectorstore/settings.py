"""Settings of the store, and the one way every package reads its settings."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from vectorstore.errors import SettingsError

FILE = "sanad.toml"
SECTIONS = ("store", "ingest", "assistant", "llm", "ui")

_Settings = TypeVar("_Settings", bound=BaseSettings)


class StoreSettings(BaseSettings):
    """Read from `SANAD_STORE_…` and the `[store]` section of `sanad.toml`."""

    model_config = SettingsConfigDict(env_prefix="SANAD_STORE_", frozen=True, extra="forbid")

    index: Path = Path("index")
    """Folder of the index."""
    model: str = ""
    """Embedding model: empty for the packaged one, else a sentence-transformers folder or hub name."""


def read_settings(settings: type[_Settings], section: str, *, file: Path | None = None) -> _Settings:
    """Settings from the environment, then from a section of `sanad.toml`, then their defaults.

    Args:
        settings: The class, with its own `env_prefix`.
        section: Name of its section in the file.
        file: The settings file; `sanad.toml` in the working folder unless given. It need not exist.

    Raises:
        SettingsError: A name is misspelt or a value makes no sense.
    """
    prefix = str(settings.model_config.get("env_prefix", ""))
    path = file or Path(FILE)
    values = _section(path, section)
    given = {name[len(prefix) :].lower() for name in os.environ if name.upper().startswith(prefix)}
    for name in sorted(given - settings.model_fields.keys()):
        raise _stray(f"{prefix}{name.upper()}", name, settings.model_fields, lambda right: f"{prefix}{right.upper()}")
    for name in sorted(values.keys() - settings.model_fields.keys()):
        raise _stray(f"{path}: {name} in [{section}]", name, settings.model_fields, str)
    try:
        return settings(**{name: value for name, value in values.items() if name not in given})
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else section
        where = f"{prefix}{name.upper()}" if name in given else f"{path}: {name} in [{section}]"
        raise SettingsError(f"{where} cannot be used: {first['msg']}.") from error


def _section(path: Path, section: str) -> dict[str, Any]:
    try:
        with path.open("rb") as stream:
            found = tomllib.load(stream)
    except FileNotFoundError:
        return {}
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read as settings ({error}); correct it or move it away.") from error
    for name in sorted(found.keys() - set(SECTIONS)):
        raise _stray(f"{path}: [{name}]", name, SECTIONS, lambda right: f"[{right}]")
    values = found.get(section, {})
    if not isinstance(values, dict):
        raise SettingsError(f"{path}: {section} must be a section; write [{section}] on a line of its own.")
    return values


def _stray(where: str, name: str, known: Iterable[str], spell: Callable[[str], str]) -> SettingsError:
    close = difflib.get_close_matches(name, list(known), n=1)
    hint = f"did you mean {spell(close[0])}?" if close else f"known are {', '.join(spell(right) for right in known)}."
    return SettingsError(f"{where} is not a setting; {hint}")
