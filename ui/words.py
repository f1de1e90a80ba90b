"""Every word the page says of itself; the phrases of each language are in a file of its own, `words.fr.toml` for French."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = {"en": "English", "fr": "Français", "ar": "العربية"}
"""The languages of the page, each named in itself."""
_FIRST = "en"
"""The language of the page where it has none of its own."""


def kind_name(kind: str | None, language: str) -> str | None:
    """What a kind of document is called in a language; as it is where there is no word for it."""
    names: Mapping[str, str] = phrases(language).get("kinds", {})
    return names.get(kind, kind) if kind else kind


def say(language: str, key: str, **values: object) -> str:
    """A phrase of the page in a language."""
    known = phrases(language)
    if values.get("count") == 1 and f"{key}_one" in known:
        key = f"{key}_one"
    return str(known[key]).format(**values)


def knows(key: str) -> bool:
    """Whether there is a phrase of that name."""
    return key in phrases(_FIRST)


def page_language(locale: str | None) -> str:
    """The page's language for a browser's locale such as `fr-CA`; English where it has none of its own."""
    wanted = (locale or "").replace("_", "-").split("-")[0].lower()
    return wanted if wanted in LANGUAGES else _FIRST


def direction(language: str) -> str:
    """Which way a language is written."""
    return "rtl" if language == "ar" else "ltr"


def phrases(language: str) -> Mapping[str, Any]:
    """Every phrase of the page by name, and the words for kinds of document by `kinds`; English for another language."""
    return _read(language if language in LANGUAGES else _FIRST)


@cache
def _read(language: str) -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_name(f"words.{language}.toml").read_text(encoding="utf-8"))
