"""Settings of an ingest."""

from __future__ import annotations

import os

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class IngestSettings(BaseSettings):
    """Read from `SANAD_INGEST_…` and the `[ingest]` section of `sanad.toml`."""

    model_config = SettingsConfigDict(env_prefix="SANAD_INGEST_", frozen=True, extra="forbid")

    workers: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1, le=64)
    """Files read at the same time, each in a process of its own."""
    seconds_per_file: int = Field(default=60, ge=1, le=3600)
    """Of processor time, for its text and again for its facts: a file that takes longer is given up and named."""
    cluster: str = ""
    """Address of a Dask scheduler whose workers read the files; empty for this machine alone."""
    propose_facts: bool = False
    """Whether the language model of `SANAD_LLM_…` may propose facts; all text of the archive is then sent to it."""
