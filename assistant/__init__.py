"""Answers a question from the documents, with a citation for every statement or a reason for a refusal."""

from assistant.assistant import LONGEST_QUESTION, Assistant, build_assistant
from assistant.errors import AssistantError, IndexUnusable, NoIndexYet, QuestionTooLong
from assistant.overview import Overview, UnreadFile
from assistant.register.entries import Cell, Column, Entry, NamedThing, RegisterTable, RegisterView, Replaced
from assistant.settings import AssistantSettings
from assistant.values import Answer, Citation, Filter, Row, Statement, Table, Turn, Understood, Wording
from assistant.wording import LanguageModel, ModelSettings

__all__ = [
    "LONGEST_QUESTION",
    "Answer",
    "Assistant",
    "AssistantError",
    "AssistantSettings",
    "Cell",
    "Citation",
    "Column",
    "Entry",
    "Filter",
    "IndexUnusable",
    "LanguageModel",
    "ModelSettings",
    "NamedThing",
    "NoIndexYet",
    "Overview",
    "QuestionTooLong",
    "RegisterTable",
    "RegisterView",
    "Replaced",
    "Row",
    "Statement",
    "Table",
    "Turn",
    "Understood",
    "UnreadFile",
    "Wording",
    "build_assistant",
]
