"""The two archives with question sets, and the assistant over them."""

from contextlib import contextmanager
from pathlib import Path

from assistant import Assistant, AssistantSettings
from assistant.evaluation.check import check_set
from assistant.evaluation.run import stored_texts
from assistant.evaluation.sets import read_sets
from ingest import SAMPLES, IngestSettings, run_ingest
from ingest.run import fingerprint
from tests.shared import made_once
from vectorstore import Index, load_embedder

HERE = Path(__file__).parent
SETS = {
    "samples": (SAMPLES, SAMPLES.parent / "questions.jsonl", HERE / "samples.baseline.jsonl"),
    "second": (
        HERE / "second_archive" / "documents",
        HERE / "second_archive" / "questions.jsonl",
        HERE / "second_archive" / "baseline.jsonl",
    ),
}
"""Documents, questions and blessed baseline."""


@contextmanager
def assistant_over(name, folder):
    """The assistant over a new index of an archive, made in a folder."""
    ingest_into(folder, SETS[name][0])
    with assistant_of(folder) as assistant:
        yield assistant


def shared_index(name, tmp_path_factory):
    """The folder of an index of an archive that every test of the run may read and none may change."""
    return made_once(tmp_path_factory.getbasetemp(), f"{name}-index", lambda made: ingest_into(made, SETS[name][0]))


def ingest_into(folder, documents):
    """Bring an index in line with documents, whatever it held."""
    embedder = load_embedder()
    index = Index(folder, embedder, fingerprint=fingerprint())
    run_ingest(documents, index, embedder, IngestSettings(), allow_removals=True)
    index.close()


@contextmanager
def assistant_of(folder):
    """The assistant over an index that is there."""
    embedder = load_embedder()
    index = Index(folder, embedder, fingerprint=fingerprint())
    yield Assistant(index, embedder, AssistantSettings())
    index.close()


def checked_set(name, assistant):
    """The questions of an archive, after proof that what they say of the documents is true."""
    questions = read_sets([SETS[name][1]])
    texts = stored_texts(assistant)
    unread = [file.name for file in assistant.overview().unread]
    check_set(questions, [d.path for d in assistant.documents()], lambda path: texts(path) or "", unread=unread)
    return questions
