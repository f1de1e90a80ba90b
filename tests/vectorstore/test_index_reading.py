"""What a reader can ask, and how it follows what is published."""

import threading

import numpy as np
import pytest

from tests.fakes import HashEmbedder
from tests.vectorstore.archive import document, publish
from vectorstore import Index, NoIndexError, StoreError, WrongModelError, hybrid_search, terms
from vectorstore.catalogue import VECTOR_TYPE

ARCHIVE = {
    "a.txt": ["The DRM-CaB programme trains officers. It began in Dakar.", "Le comité de l'eau s'est réuni."],
    "b.txt": ["وقعت الوزارة مذكرة التفاهم مع المركز.", "R&D spending rose by 5.3 percent to 12,500 dollars."],
    "c.txt": ["OIC-VET is a programme, too."],
}


@pytest.fixture
def filled(index, tmp_path):
    publish(index, ARCHIVE, root=tmp_path / "reports")
    return index


def test_asking_an_empty_folder_says_how_to_make_an_index(index):
    with pytest.raises(NoIndexError, match="sanad ingest FOLDER"), index.reader():
        pass


def test_a_status_without_an_index_says_the_same(index):
    with pytest.raises(NoIndexError):
        index.status()


@pytest.mark.parametrize("word", ["DRM-CaB", "drm", "OIC-VET", "R&D", "5.3", "12,500", "l'eau", "مذكرة", "réuni"])
def test_every_word_is_found_by_full_text_as_the_normaliser_leaves_it(filled, word):
    with filled.reader() as snapshot:
        counts = snapshot.document_frequency(terms(word))
        found = snapshot.full_text(terms(word), 10)

    assert set(counts.values()) != {0}
    assert min(counts.values()) >= 1
    assert found


def test_codes_stay_whole_in_the_full_text(filled):
    with filled.reader() as snapshot:
        vocabulary = snapshot.vocabulary()

    assert vocabulary["drm-cab"] == vocabulary["oic-vet"] == vocabulary["r&d"] == vocabulary["5.3"] == 1


def test_a_term_with_quotes_or_operators_is_only_a_term(filled):
    with filled.reader() as snapshot:
        assert snapshot.full_text(['"', "NEAR(", "a OR b", "*", "-"], 5) == []
        assert snapshot.document_frequency(['"']) == {'"': 0}


def test_the_best_match_comes_first_and_scores_fall(filled):
    with filled.reader() as snapshot:
        found = snapshot.full_text(terms("programme DRM-CaB"), 10)
        best = snapshot.passages([found[0][0]])[0]

    assert best.document.path == "a.txt"
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


def test_nearest_gives_cosine_similarities(filled, embedder):
    words = "OIC-VET is a programme, too."
    question = embedder.embed_query(words)

    with filled.reader() as snapshot:
        (chunk, similarity), *_ = snapshot.nearest(question, 5)
        stored = snapshot.passages([chunk])[0]

    expected = float(question @ embedder.embed_query(f"c.txt\n{stored.text}"))
    assert stored.text == words
    assert similarity == pytest.approx(expected, abs=2e-3)


def test_an_allow_list_is_kept_by_both_searches(filled, embedder):
    allowed = frozenset(["b.txt", "gone.txt"])

    with filled.reader() as snapshot:
        near = snapshot.passages(
            [chunk for chunk, _ in snapshot.nearest(embedder.embed_query("programme"), 9, allowed)]
        )
        text = snapshot.full_text(terms("programme dollars"), 9, allowed)

        assert [chunk.document.path for chunk in near] == ["b.txt", "b.txt"]
        assert [chunk.document.path for chunk in snapshot.passages([chunk for chunk, _ in text])] == ["b.txt"]


@pytest.mark.parametrize("allowed", [frozenset(), frozenset(["gone.txt"])])
def test_an_allow_list_without_a_document_allows_nothing(filled, embedder, allowed):
    with filled.reader() as snapshot:
        assert snapshot.nearest(embedder.embed_query("programme"), 9, allowed) == []
        assert snapshot.full_text(terms("programme"), 9, allowed) == []
        assert (
            hybrid_search(snapshot, embedder.embed_query("programme"), ["programm"], top_k=3, documents=allowed) == []
        )


def test_an_allow_list_of_thousands_of_documents_is_kept(index, embedder):
    publish(index, {f"{number}.txt": [f"Report {number} of all."] for number in range(3000)})
    allowed = frozenset(f"{number}.txt" for number in range(2500))

    with index.reader() as snapshot:
        found = snapshot.nearest(embedder.embed_query("2999.txt Report 2999 of all."), 40, allowed)
        paths = {chunk.document.path for chunk in snapshot.passages([chunk for chunk, _ in found])}

    assert len(found) == 40
    assert paths <= allowed


def test_an_allow_list_of_documents_without_text_finds_nothing(index, embedder):
    publish(index, {"a.txt": ["Some words."], "empty.txt": []})

    with index.reader() as snapshot:
        assert snapshot.nearest(embedder.embed_query("words"), 5, frozenset(["empty.txt"])) == []


def test_sentences_come_with_exact_words_place_and_embedding(filled, embedder):
    made, chunks = document("a.txt", *ARCHIVE["a.txt"])

    with filled.reader() as snapshot:
        first = snapshot.chunks_of("a.txt")[0]
        found = snapshot.sentences([first])

    assert [(s.start, s.end) for s in found] == [(s.start, s.end) for s in chunks[0].sentences]
    for sentence, put in zip(found, chunks[0].sentences, strict=True):
        assert sentence.text == made.text[sentence.start : sentence.end]
        assert (sentence.chunk_id, sentence.document, sentence.page) == (first, "a.txt", 1)
        kept = embedder.embed_query(put.embedded).astype(VECTOR_TYPE).astype(np.float32)
        assert np.array_equal(sentence.vector, kept)


def test_characters_outside_the_basic_plane_do_not_shift_what_is_read_back(index):
    publish(index, {"a.txt": ["😀 first words here. Then 𝔘 second. And third.", "Last 😀. Words."]})

    with index.reader() as snapshot:
        text = snapshot.document("a.txt").text
        sentences = snapshot.sentences(snapshot.chunks_of("a.txt"))

    assert [s.text for s in sentences] == [text[s.start : s.end] for s in sentences]
    assert len(sentences) == 5


def test_chunks_and_sentences_come_in_the_order_asked_for(filled):
    with filled.reader() as snapshot:
        ids = [*snapshot.chunks_of("c.txt"), *reversed(snapshot.chunks_of("a.txt")), 999]
        chunks = snapshot.passages(ids)
        sentences = snapshot.sentences(ids)

    assert [chunk.chunk_id for chunk in chunks] == ids[:-1]
    assert [sentence.chunk_id for sentence in sentences] == [ids[0], ids[1], ids[2], ids[2]]


def test_a_chunk_tells_its_headings_and_document(filled):
    with filled.reader() as snapshot:
        chunk = snapshot.passages(snapshot.chunks_of("c.txt"))[0]

    assert (chunk.headings, chunk.page, chunk.number) == (("c.txt",), 1, 0)
    assert chunk.document.title == "c.txt"


def test_a_document_that_is_not_there_is_named(filled):
    with filled.reader() as snapshot, pytest.raises(StoreError, match=r"gone\.txt"):
        snapshot.document("gone.txt")


def test_a_document_that_is_not_there_has_no_chunks(filled):
    with filled.reader() as snapshot:
        assert snapshot.chunks_of("gone.txt") == []


def test_the_status_counts_without_opening_the_vectors(filled, tmp_path):
    found = filled.status()

    assert (found.manifest.documents, found.manifest.chunks, found.manifest.sentences) == (3, 5, 6)
    assert [file.path for file in found.files] == ["a.txt", "b.txt", "c.txt"]
    assert found.manifest.root == str(tmp_path / "reports")


def test_another_model_is_refused_with_what_to_do(filled, tmp_path):
    other = Index(tmp_path / "index", HashEmbedder("another-model"))

    with pytest.raises(WrongModelError, match=r"hash-64.*SANAD_STORE_MODEL.*sanad ingest"), other.reader():
        pass


def test_a_snapshot_of_another_version_is_refused_with_what_to_do(filled, tmp_path):
    path = next((tmp_path / "index/snapshots").glob("*/manifest.json"))
    path.write_text(path.read_text().replace('"format": "', '"format": "9'))

    with pytest.raises(StoreError, match=r"another version.*sanad ingest"), filled.reader():
        pass


def test_a_vector_of_another_length_is_refused(filled):
    with filled.reader() as snapshot, pytest.raises(WrongModelError, match="64"):
        snapshot.nearest(np.ones(3, dtype=np.float32), 5)


def test_ingesting_with_another_model_makes_the_index_anew(filled, tmp_path):
    embedder = HashEmbedder("another-model")
    other = Index(tmp_path / "index", embedder)

    publish(other, ARCHIVE)

    assert len(embedder.embedded) > 0
    with other.reader() as snapshot:
        assert snapshot.manifest.model == "another-model"
    other.close()


def test_the_next_question_gets_what_was_published_meanwhile(filled):
    with filled.reader() as snapshot:
        before = snapshot.manifest.id

    publish(filled, {"d.txt": ["A fourth report."]})

    with filled.reader() as snapshot:
        assert snapshot.manifest.id > before
        assert len(snapshot.documents()) == 4


def test_an_answer_in_flight_keeps_its_snapshot(filled, embedder):
    with filled.reader() as old:
        publish(filled, {"d.txt": ["A fourth report."]})
        with filled.reader() as new:
            assert len(new.documents()) == 4
            assert len(old.documents()) == 3
        assert old.nearest(embedder.embed_query("programme"), 9)
        assert len(old.nearest(embedder.embed_query("fourth report"), 9)) == 5


def test_threads_share_one_open_snapshot_and_all_get_the_same_answers(filled, embedder):
    question = embedder.embed_query("programme")
    answers, seen = [], set()

    def ask():
        for _ in range(20):
            with filled.reader() as snapshot:
                seen.add(id(snapshot))
                answers.append((tuple(snapshot.nearest(question, 3)), tuple(snapshot.full_text(["programm"], 3))))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(seen) == 1
    assert len(answers) == 160
    assert len(set(answers)) == 1


def test_questions_go_on_without_an_error_while_snapshots_are_published(filled, embedder):
    done, failures, sizes = threading.Event(), [], set()

    def ask():
        while not done.is_set():
            try:
                with filled.reader() as snapshot:
                    near = snapshot.nearest(embedder.embed_query("programme"), 50)
                    sizes.add(snapshot.chunk_count)
                    assert len(near) == snapshot.chunk_count == len(snapshot.passages([chunk for chunk, _ in near]))
            except Exception as error:  # noqa: BLE001 - whatever it is, the test must see it
                failures.append(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(6):
        publish(filled, {f"more-{number}.txt": [f"Programme report {number}."]})
    done.set()
    for thread in threads:
        thread.join()

    assert failures == []
    assert len(sizes) > 1
    assert len(sizes) <= 7


def test_following_many_snapshots_leaks_no_open_files(filled, embedder):
    from pathlib import Path

    counts = []

    for number in range(6):
        publish(filled, {"d.txt": [f"Version {number}."]})
        with filled.reader() as snapshot:
            snapshot.nearest(embedder.embed_query("version"), 1)
        counts.append(len(list(Path("/proc/self/fd").iterdir())))

    assert counts[-1] <= counts[1] + 2
