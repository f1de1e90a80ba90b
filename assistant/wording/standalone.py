"""Puts a question that leans on the conversation so that it stands alone, in nothing but the conversation's own words."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.gate import takes_up
from assistant.understand import question_language
from assistant.values import Turn
from assistant.wording.model import LanguageModel, ModelFailed
from assistant.wording.prompts import stand_alone
from assistant.wording.sentences import is_foreign

_LONGEST = 300
"""Characters."""
_TURNS = 6


def standalone(question: str, history: Sequence[Turn], model: LanguageModel) -> str | None:
    """The question as it would be asked alone; None where the model fails, or adds what nobody said."""
    turns = history[-_TURNS:]
    try:
        said = " ".join("".join(model.stream(*stand_alone(question, turns))).split()).strip(' "“”«»*')
    except ModelFailed:
        return None
    usable = (
        0 < len(said) <= _LONGEST and not is_foreign(said) and question_language(said) == question_language(question)
    )
    return said if usable and takes_up(said, [question, *(turn.content for turn in turns)]) else None
