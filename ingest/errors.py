"""Errors of ingest.

    IngestError
    ├── FolderError      the folder to read is missing, is not a folder, or may not be opened
    ├── UnreadableError  one file could not be read; the others are not touched by it
    │   ├── RefusedError one file is beyond a limit or of a kind that is not read
    │   └── UnreachableError  one file cannot be opened just now
    ├── GuardError       the run would remove most of the archive
    └── ClusterError     the cluster that is to read the files cannot be used

Each message is one sentence that says what happened, to which file or folder, and what to do.
"""

from __future__ import annotations


class IngestError(Exception):
    """Something the person who runs ingest can act on."""


class FolderError(IngestError):
    """The folder itself cannot be walked."""


class UnreadableError(IngestError):
    """A file has no text that could be kept."""


class RefusedError(UnreadableError):
    """A file was turned away before its content was used."""


class UnreachableError(UnreadableError):
    """A file is there no more, or may not be opened: nothing is known of its content."""


class GuardError(IngestError):
    """The run was stopped because it would have removed most of the archive."""


class ClusterError(IngestError):
    """The cluster of the settings cannot be used."""
