"""Makes the real parts of the site: the assistant over the index, and the first ingest of the bundled samples."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.backend import Backend
    from ui.background import IngestRun
    from ui.feedback import Feedback
    from ui.progress import Report
    from vectorstore import Embedder, StoreSettings


def open_assistant() -> Backend:
    """The assistant over the index of the settings.

    Raises:
        AssistantError: A setting cannot be used.
    """
    from assistant import build_assistant

    settings = _settings()
    return build_assistant(settings.index, _embedder(settings.model))


def ingest_samples() -> IngestRun:
    """Begin to read the bundled samples into the index of the settings.

    Raises:
        AssistantError: A setting cannot be used.
    """
    from ui.background import IngestRun

    settings = _settings()
    return IngestRun(functools.partial(_ingest, settings.index, _embedder(settings.model)))


def open_feedback() -> Feedback:
    """Where answers marked wrong are kept: beside the index of the settings.

    Raises:
        AssistantError: A setting cannot be used.
    """
    from assistant.evaluation import candidates
    from ui.feedback import Feedback

    return Feedback(_settings().index / candidates.FILE)


def _ingest(index: Path, embedder: Embedder, report: Report) -> bool:
    from ingest import SAMPLES, IngestSettings, fingerprint, run_ingest
    from vectorstore import Index, read_settings

    settings = read_settings(IngestSettings, "ingest")
    target = Index(index, embedder, fingerprint=fingerprint())
    return run_ingest(SAMPLES, target, embedder, settings, report=report).unread


@functools.cache
def _embedder(model: str) -> Embedder:
    """One for the process: the questions and the first ingest share the loaded model."""
    from assistant import AssistantError
    from vectorstore import StoreError, load_embedder

    try:
        return load_embedder(model)
    except StoreError as error:
        raise AssistantError(str(error)) from error


def _settings() -> StoreSettings:
    from assistant import AssistantError
    from vectorstore import StoreError, StoreSettings, read_settings

    try:
        return read_settings(StoreSettings, "store")
    except StoreError as error:
        raise AssistantError(str(error)) from error
