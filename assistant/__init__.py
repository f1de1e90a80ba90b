"""Answers a question from the documents, with a citation for every statement or a reason for a refusal."""

from assistant.assistant import LONGEST_QUESTION, Assistant, build_assistant
from assistant.errors import AssistantError, IndexUnusable, NoIndexYet, QuestionTooLong
from assistant.overview import Overview, UnreadFile
from assistant.settings import AssistantSettings
from assistant.values import Answer, Citation, Row, Statement, Table, Turn

__all__ = [
    "LONGEST_QUESTION",
    "Answer",
    "Assistant",
    "AssistantError",
    "AssistantSettings",
    "Citation",
    "IndexUnusable",
    "NoIndexYet",
    "Overview",
    "QuestionTooLong",
    "Row",
    "Statement",
    "Table",
    "Turn",
    "UnreadFile",
    "build_assistant",
]
