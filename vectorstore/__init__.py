"""Keeps documents, their pieces and their embeddings, and finds them again."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vectorstore.acronyms import Expansion, coded_pairs, find_expansions, long_form, without_hereinafter
    from vectorstore.compare import Changed, Comparison
    from vectorstore.dates import DAYS_IN, WrittenDate, find_dates, has_month, month_number, rewrite_dates, say_date
    from vectorstore.embedding import Embedder, load_embedder
    from vectorstore.embeddings_file import Embeddings, read_embeddings, write_embeddings
    from vectorstore.errors import (
        DamagedSnapshotError,
        IndexBusyError,
        ModelUnavailableError,
        NoIndexError,
        SettingsError,
        StoreError,
        WrongModelError,
    )
    from vectorstore.examination import Finding
    from vectorstore.facts import Fact, FactKind
    from vectorstore.former import FormerVersion
    from vectorstore.index import Index, IndexStatus
    from vectorstore.likeness import Alike
    from vectorstore.manifest import Manifest
    from vectorstore.markup import Html, element, joined, plain
    from vectorstore.normalise import fold, stem, stems, stopwords, terms, words
    from vectorstore.ordinals import RANKS
    from vectorstore.people import Person, find_people
    from vectorstore.quantities import Quantity, find_quantities, is_numeric_cell, tells_share
    from vectorstore.reader import Snapshot
    from vectorstore.reranker import reranker_of
    from vectorstore.search import fuse, hybrid_search, passage_of
    from vectorstore.settings import StoreSettings, read_settings
    from vectorstore.stored import DocumentInfo, Measure, StoredChunk, StoredSentence
    from vectorstore.values import (
        Block,
        BlockKind,
        Chunk,
        Document,
        FileRecord,
        FileState,
        Passage,
        Progress,
        Sentence,
        Source,
    )
    from vectorstore.wordings import Wording
    from vectorstore.writer import SnapshotWriter

# Loaded at first use: importing the package must cost nothing, for the commands and for the children that read files.
_HOMES = {
    "Alike": "vectorstore.likeness",
    "Block": "vectorstore.values",
    "BlockKind": "vectorstore.values",
    "Chunk": "vectorstore.values",
    "Changed": "vectorstore.compare",
    "Comparison": "vectorstore.compare",
    "DamagedSnapshotError": "vectorstore.errors",
    "Document": "vectorstore.values",
    "DocumentInfo": "vectorstore.stored",
    "Embedder": "vectorstore.embedding",
    "Embeddings": "vectorstore.embeddings_file",
    "Expansion": "vectorstore.acronyms",
    "Fact": "vectorstore.facts",
    "FactKind": "vectorstore.facts",
    "FileRecord": "vectorstore.values",
    "FileState": "vectorstore.values",
    "Finding": "vectorstore.examination",
    "FormerVersion": "vectorstore.former",
    "Html": "vectorstore.markup",
    "Index": "vectorstore.index",
    "IndexBusyError": "vectorstore.errors",
    "IndexStatus": "vectorstore.index",
    "Manifest": "vectorstore.manifest",
    "Measure": "vectorstore.stored",
    "ModelUnavailableError": "vectorstore.errors",
    "NoIndexError": "vectorstore.errors",
    "Passage": "vectorstore.values",
    "Person": "vectorstore.people",
    "Progress": "vectorstore.values",
    "Quantity": "vectorstore.quantities",
    "DAYS_IN": "vectorstore.dates",
    "RANKS": "vectorstore.ordinals",
    "Sentence": "vectorstore.values",
    "SettingsError": "vectorstore.errors",
    "Snapshot": "vectorstore.reader",
    "SnapshotWriter": "vectorstore.writer",
    "Source": "vectorstore.values",
    "StoreError": "vectorstore.errors",
    "StoreSettings": "vectorstore.settings",
    "StoredChunk": "vectorstore.stored",
    "StoredSentence": "vectorstore.stored",
    "Wording": "vectorstore.wordings",
    "WrittenDate": "vectorstore.dates",
    "WrongModelError": "vectorstore.errors",
    "coded_pairs": "vectorstore.acronyms",
    "element": "vectorstore.markup",
    "find_dates": "vectorstore.dates",
    "find_expansions": "vectorstore.acronyms",
    "find_people": "vectorstore.people",
    "find_quantities": "vectorstore.quantities",
    "fold": "vectorstore.normalise",
    "fuse": "vectorstore.search",
    "has_month": "vectorstore.dates",
    "hybrid_search": "vectorstore.search",
    "is_numeric_cell": "vectorstore.quantities",
    "joined": "vectorstore.markup",
    "load_embedder": "vectorstore.embedding",
    "long_form": "vectorstore.acronyms",
    "month_number": "vectorstore.dates",
    "passage_of": "vectorstore.search",
    "plain": "vectorstore.markup",
    "read_embeddings": "vectorstore.embeddings_file",
    "read_settings": "vectorstore.settings",
    "reranker_of": "vectorstore.reranker",
    "rewrite_dates": "vectorstore.dates",
    "say_date": "vectorstore.dates",
    "stem": "vectorstore.normalise",
    "stems": "vectorstore.normalise",
    "stopwords": "vectorstore.normalise",
    "tells_share": "vectorstore.quantities",
    "terms": "vectorstore.normalise",
    "without_hereinafter": "vectorstore.acronyms",
    "words": "vectorstore.normalise",
    "write_embeddings": "vectorstore.embeddings_file",
}

__all__ = [
    "DAYS_IN",
    "RANKS",
    "Alike",
    "Block",
    "BlockKind",
    "Changed",
    "Chunk",
    "Comparison",
    "DamagedSnapshotError",
    "Document",
    "DocumentInfo",
    "Embedder",
    "Embeddings",
    "Expansion",
    "Fact",
    "FactKind",
    "FileRecord",
    "FileState",
    "Finding",
    "FormerVersion",
    "Html",
    "Index",
    "IndexBusyError",
    "IndexStatus",
    "Manifest",
    "Measure",
    "ModelUnavailableError",
    "NoIndexError",
    "Passage",
    "Person",
    "Progress",
    "Quantity",
    "Sentence",
    "SettingsError",
    "Snapshot",
    "SnapshotWriter",
    "Source",
    "StoreError",
    "StoreSettings",
    "StoredChunk",
    "StoredSentence",
    "Wording",
    "WrittenDate",
    "WrongModelError",
    "coded_pairs",
    "element",
    "find_dates",
    "find_expansions",
    "find_people",
    "find_quantities",
    "fold",
    "fuse",
    "has_month",
    "hybrid_search",
    "is_numeric_cell",
    "joined",
    "load_embedder",
    "long_form",
    "month_number",
    "passage_of",
    "plain",
    "read_embeddings",
    "read_settings",
    "reranker_of",
    "rewrite_dates",
    "say_date",
    "stem",
    "stems",
    "stopwords",
    "tells_share",
    "terms",
    "without_hereinafter",
    "words",
    "write_embeddings",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'vectorstore' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
