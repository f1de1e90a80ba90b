"""The archive as its keeper handles it: the index with its model, its settings and the folder it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ingest import FolderError, IngestSettings, News, examine_folder, examine_recognition, fingerprint, news_of
from vectorstore import (
    Comparison,
    Embedder,
    Finding,
    FormerVersion,
    Index,
    NoIndexError,
    StoreError,
    StoreSettings,
    load_embedder,
    read_settings,
)


@dataclass(frozen=True, slots=True)
class Archive:
    """An index that is kept, with what is needed to keep it."""

    index: Index
    embedder: Embedder
    settings: IngestSettings

    def last_folder(self) -> Path:
        """The folder that was ingested last.

        Raises:
            FolderError: None ever was.
        """
        try:
            root = self.index.status().manifest.root
        except NoIndexError:
            root = None
        if root is None:
            raise FolderError("No folder was ingested here yet; name one: sanad ingest FOLDER.")
        return Path(root)

    def named(self, name: str) -> str:
        """The snapshot that is meant by its name, the beginning of its name or its number.

        Raises:
            StoreError: No snapshot that is kept is called so.
        """
        kept = [manifest.id for manifest in self.index.snapshots()]
        number = f"{int(name):06d}-" if name.isdecimal() else name
        found = [snapshot for snapshot in kept if snapshot.startswith(number)]
        if len(found) != 1:
            raise StoreError(f"No snapshot is called {name}; kept are {', '.join(kept) or 'none'}.")
        return found[0]

    def compare(self, old: str, new: str) -> tuple[Comparison, tuple[News, ...]]:
        """What changed between two snapshots, and what of it is news."""
        compared = self.index.compare(old, new)
        return compared, news_of(compared.by_document(), self.index.facts_of(old))

    def examine(self) -> tuple[Finding, ...]:
        """Everything about the index and the folder it was made from."""
        try:
            status = self.index.status()
        except NoIndexError:
            raise
        except StoreError:
            return tuple(self.index.examine())  # says what is damaged
        return (
            *self.index.examine(),
            *examine_folder(status.manifest.root, status.files),
            examine_recognition(),
        )

    def former_versions(self, document: str) -> tuple[FormerVersion, ...]:
        """What a document said before it changed, the latest first."""
        with self.index.reader() as snapshot:
            return snapshot.former_versions(snapshot.document(document).path)


def open_archive(index: Path | None) -> Archive:
    """The archive in a folder, or in that of the settings.

    Raises:
        SettingsError: A setting cannot be used.
    """
    settings = read_settings(StoreSettings, "store")
    embedder = load_embedder(settings.model)
    target = Index(index or settings.index, embedder, fingerprint=fingerprint())
    return Archive(target, embedder, read_settings(IngestSettings, "ingest"))
