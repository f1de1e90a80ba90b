"""Reads a folder of reports into the index, and says what became of each file."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ingest.digest import News, news_of
    from ingest.errors import FolderError, GuardError, IngestError, UnreadableError
    from ingest.examination import examine_folder, examine_recognition
    from ingest.members import place_of
    from ingest.page_picture import SHOWN, PagePicture, picture
    from ingest.propose import Proposer, ProposingFailed
    from ingest.receipt import FileOutcome, Receipt
    from ingest.run import SAMPLES, fingerprint
    from ingest.run import ingest as run_ingest
    from ingest.settings import IngestSettings
    from ingest.watching import watch

# Loaded at first use: the short-lived children that read files import this package and need almost nothing of it.
_HOMES = {
    "FileOutcome": "ingest.receipt",
    "FolderError": "ingest.errors",
    "GuardError": "ingest.errors",
    "IngestError": "ingest.errors",
    "IngestSettings": "ingest.settings",
    "News": "ingest.digest",
    "PagePicture": "ingest.page_picture",
    "Proposer": "ingest.propose",
    "ProposingFailed": "ingest.propose",
    "Receipt": "ingest.receipt",
    "SAMPLES": "ingest.run",
    "SHOWN": "ingest.page_picture",
    "UnreadableError": "ingest.errors",
    "examine_folder": "ingest.examination",
    "examine_recognition": "ingest.examination",
    "fingerprint": "ingest.run",
    "news_of": "ingest.digest",
    "picture": "ingest.page_picture",
    "place_of": "ingest.members",
    "run_ingest": "ingest.run",
    "watch": "ingest.watching",
}

__all__ = [
    "SAMPLES",
    "SHOWN",
    "FileOutcome",
    "FolderError",
    "GuardError",
    "IngestError",
    "IngestSettings",
    "News",
    "PagePicture",
    "Proposer",
    "ProposingFailed",
    "Receipt",
    "UnreadableError",
    "examine_folder",
    "examine_recognition",
    "fingerprint",
    "news_of",
    "picture",
    "place_of",
    "run_ingest",
    "watch",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'ingest' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), "ingest" if name == "run_ingest" else name)
