"""Settings of the assistant."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class AssistantSettings(BaseSettings):
    """Read from `SANAD_ASSISTANT_…` and the `[assistant]` section of `sanad.toml`."""

    model_config = SettingsConfigDict(env_prefix="SANAD_ASSISTANT_", frozen=True, extra="forbid")

    passages: int = Field(default=12, ge=1, le=40)
    """Passages read for a question."""
    strictness: float = Field(default=1.0, ge=0.0, le=3.0)
    """How much evidence an answer needs: 1 as calibrated, more refuses more, 0 never refuses for weak evidence."""
    names: Path | None = None
    """File of corrections to names; `names.toml` beside the index unless given."""
    groups: Path | None = None
    """File of groups; `groups.toml` beside the index, or else the groups that come with the product."""
