"""The language model of the settings as a proposer of facts, where the settings ask for it."""

from __future__ import annotations

from ingest import IngestSettings, Proposer, ProposingFailed
from vectorstore import SettingsError

_TOKENS = 1_800
_WHY = {
    "timeout": "the language model did not answer within {seconds:g} s",
    "unreachable": "the language model could not be reached",
    "busy": "the language model is busy",
    "failed": "the language model reported an error",
    "cut": "the language model's answer was cut off",
    "unusable": "the language model gave nothing that could be used",
    "resting": "the language model failed several times and is left alone for a minute",
}


def proposer_of(settings: IngestSettings) -> Proposer | None:
    """Who may propose facts; None where that is not wanted.

    Raises:
        SettingsError: It is wanted, and there is no language model, or a setting of it cannot be used.
    """
    if not settings.propose_facts:
        return None
    from assistant import LanguageModel, ModelFailed, read_model_settings

    service = read_model_settings()
    if service is None:
        raise SettingsError(
            "SANAD_INGEST_PROPOSE_FACTS needs a language model; set SANAD_LLM_BASE_URL and SANAD_LLM_MODEL."
        )
    model = LanguageModel(service, tokens=_TOKENS)

    def ask(system: str, user: str) -> str:
        try:
            return "".join(model.stream(system, user))
        except ModelFailed as error:
            raise ProposingFailed(_WHY[error.failure].format(seconds=service.seconds)) from error

    return Proposer(service.model, ask)
