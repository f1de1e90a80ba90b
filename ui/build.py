"""Makes the real parts of the site: the assistant over the index, and the first ingest of the bundled samples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.background import IngestRun
    from ui.backend import Backend


def open_assistant() -> Backend:
    """The assistant over the index of the settings.

    Raises:
        AssistantError: A setting cannot be used.
    """
    from assistant import build_assistant

    return build_assistant(index_folder())


def ingest_samples() -> IngestRun:
    """Begin to read the bundled samples into the index of the settings.

    Raises:
        AssistantError: A setting cannot be used.
    """
    from ingest import SAMPLES
    from ui.background import ingest_in_background

    return ingest_in_background(SAMPLES, index_folder())


def index_folder() -> Path:
    """Where the index is, by the settings.

    Raises:
        AssistantError: A setting cannot be used.
    """
    from assistant import AssistantError
    from vectorstore import StoreError, StoreSettings, read_settings

    try:
        return Path(read_settings(StoreSettings, "store").index)
    except StoreError as error:
        raise AssistantError(str(error)) from error
