"""Answers a question from the documents, with a citation for every statement or a reason for a refusal."""

from assistant.asking import LONGEST_QUESTION
from assistant.assistant import Assistant
from assistant.build import build_assistant
from assistant.errors import (
    AssistantError,
    IndexUnusable,
    LinkUnknown,
    NamesUnusable,
    NoIndexYet,
    QuestionTooLong,
    SnapshotGone,
)
from assistant.links import Links
from assistant.overview import Overview, UnreadFile
from assistant.register.entries import (
    Cell,
    Column,
    Entry,
    Meaning,
    NamedThing,
    RegisterTable,
    RegisterView,
    Replaced,
    Term,
)
from assistant.settings import AssistantSettings
from assistant.values import (
    Answer,
    Asked,
    Candidate,
    Citation,
    Filter,
    Replay,
    Row,
    Statement,
    Table,
    Trace,
    Turn,
    Understood,
    Wording,
)
from assistant.wording import LanguageModel, ModelFailed, ModelSettings, read_model_settings

__all__ = [
    "LONGEST_QUESTION",
    "Answer",
    "Asked",
    "Assistant",
    "AssistantError",
    "AssistantSettings",
    "Candidate",
    "Cell",
    "Citation",
    "Column",
    "Entry",
    "Filter",
    "IndexUnusable",
    "LanguageModel",
    "LinkUnknown",
    "Links",
    "Meaning",
    "ModelFailed",
    "ModelSettings",
    "NamedThing",
    "NamesUnusable",
    "NoIndexYet",
    "Overview",
    "QuestionTooLong",
    "RegisterTable",
    "RegisterView",
    "Replaced",
    "Replay",
    "Row",
    "SnapshotGone",
    "Statement",
    "Table",
    "Term",
    "Trace",
    "Turn",
    "Understood",
    "UnreadFile",
    "Wording",
    "build_assistant",
    "read_model_settings",
]
