"""Errors of the assistant.

    AssistantError
    ├── NoIndexYet         nothing has been ingested
    ├── NamesUnusable      the file of names or of groups has a mistake
    ├── QuestionTooLong    the question is longer than anybody types
    ├── IndexUnusable      the index cannot be searched: damaged, or made with another model
    ├── LinkUnknown        no answer is kept under a link
    └── SnapshotGone       the snapshot that a linked answer came from is not kept any more

Each message is one sentence that says what happened and what to do.
"""

from __future__ import annotations


class AssistantError(Exception):
    """Something the person who asks, or who runs the site, can act on."""


class NoIndexYet(AssistantError):
    """There is no published snapshot to answer from."""


class NamesUnusable(AssistantError):
    """The file of names or of groups has a mistake."""


class QuestionTooLong(AssistantError):
    """More characters than a question may have."""


class IndexUnusable(AssistantError):
    """A snapshot is there but cannot be used."""


class LinkUnknown(AssistantError):
    """Nothing is known of a link."""


class SnapshotGone(AssistantError):
    """A linked answer cannot be given again, for what it was taken from is gone."""
