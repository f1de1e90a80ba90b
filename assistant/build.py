"""Puts the assistant together, as the settings say."""

from __future__ import annotations

from pathlib import Path

from assistant.assistant import Assistant
from assistant.errors import IndexUnusable
from assistant.links import FILE, Links
from assistant.settings import AssistantSettings
from assistant.wording import LanguageModel, read_model_settings
from vectorstore import Embedder, Index, StoreError


def build_assistant(index: Path, embedder: Embedder | None = None) -> Assistant:
    """The assistant over an index folder, with the settings of the environment.

    Args:
        index: The folder.
        embedder: The embedding model, where one is there already; otherwise the one of the settings.

    Raises:
        AssistantError: A setting cannot be used.
    """
    from vectorstore import StoreSettings, load_embedder, read_settings

    try:
        embedder = embedder or load_embedder(read_settings(StoreSettings, "store").model)
        service = read_model_settings()
        return Assistant(
            Index(index, embedder),
            embedder,
            read_settings(AssistantSettings, "assistant"),
            model=LanguageModel(service) if service else None,
            links=Links(index / FILE),
        )
    except StoreError as error:
        raise IndexUnusable(str(error)) from error
