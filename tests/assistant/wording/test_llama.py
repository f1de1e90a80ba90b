"""A real llama.cpp server with a small packaged model; skipped where they are not installed, see `tests.llama_service`."""

import pytest

from assistant import LanguageModel, ModelSettings
from assistant.gate import objection
from assistant.wording import reworded
from tests.assistant.wording.test_reword import ANSWER
from tests.llama_service import llama_service, packaged_model

MODEL = packaged_model()
pytestmark = [pytest.mark.model, pytest.mark.skipif(MODEL is None, reason="no llama.cpp server or model is installed")]


def test_whatever_a_small_model_says_only_what_is_borne_is_said_or_the_answer_stands():
    with llama_service(MODEL) as address:
        model = LanguageModel(ModelSettings(base_url=address, model=MODEL.stem, seconds=240))
        *_, last = reworded(ANSWER, model)

    assert last.wording.failure in (None, "unbacked", "cut")
    if last.wording.state == "kept":
        assert (last.text, last.citations) == (ANSWER.text, ANSWER.citations)
    quotes = {citation.number: citation.quote for citation in last.citations}
    for statement in last.statements:
        assert objection(statement.text, [quotes[n] for n in statement.citations]) is None
