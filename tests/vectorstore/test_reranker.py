"""What reads a question and sentences together: as it was trained, and for no other model than its own."""

import numpy as np
import pytest
from safetensors.numpy import save_file

from tests.fakes import HashEmbedder
from tests.quality.reading.packing import packed
from vectorstore import load_embedder, packaged_model, reranker, reranker_of

pytestmark = pytest.mark.model

SHAPES = {"l0.q.narrow": (8, 2), "l0.q.wide": (2, 8), "l0.aln.w": (8,), "bias": (1,)}
ASKED = [
    ("who opened the session?", "Ms. Farida Lindqvist declared the meeting open.", "Lunch was offered by the mayor."),
    ("combien cela a-t-il coûté ?", "The bill came to 14,200 dollars.", "The hall seats two hundred people."),
    (
        "متى تعقد الدورة القادمة؟",
        "La prochaine session se tiendra le 4 mai à Tarsa.",
        "Le président a remercié les hôtes.",
    ),
]


@pytest.fixture(scope="module")
def embedder():
    return load_embedder()


@pytest.mark.parametrize(("question", "answering", "beside"), ASKED)
def test_the_sentence_that_answers_is_told_from_one_that_does_not_in_any_two_languages(
    embedder, question, answering, beside
):
    better, worse = reranker_of(embedder).scores(question, [answering, beside])

    assert better > worse


def test_no_sentences_have_no_scores(embedder):
    assert reranker_of(embedder).scores("who?", []).shape == (0,)


def test_a_question_and_a_sentence_of_any_length_are_read(embedder):
    scores = reranker_of(embedder).scores("why " * 3000, ["word " * 3000, "x"])

    assert np.isfinite(scores).all()


def test_another_model_has_no_reranker():
    assert reranker_of(HashEmbedder()) is None


def test_what_is_learnt_is_kept_to_a_hundredth(tmp_path):
    learnt = {name: np.random.default_rng(0).normal(size=shape).astype(np.float32) for name, shape in SHAPES.items()}
    save_file(packed(learnt), tmp_path / "weights.safetensors")

    kept = reranker.read_weights(tmp_path / "weights.safetensors")

    assert kept.keys() == learnt.keys()
    assert all(np.abs(kept[name] - values).max() < 0.02 for name, values in learnt.items())


def test_the_product_reads_as_the_training_does(embedder, tmp_path, monkeypatch):
    torch = pytest.importorskip("torch")
    from tests.quality.reading.layers import Reader
    from tests.quality.reading.training import Tokens, scores
    from vectorstore.packaged_words import PackagedWords

    torch.manual_seed(1)
    packaged = packaged_model.open_packaged()
    reader = Reader(packaged, rank=4).eval()
    for values in reader.parameters():
        if values.requires_grad:
            values.data += torch.randn_like(values) * 0.02
    save_file(packed(reader.learnt()), tmp_path / "weights.safetensors")
    monkeypatch.setattr(reranker, "WEIGHTS", tmp_path / "weights.safetensors")
    tokens = Tokens(PackagedWords(packaged))
    trained = [scores(reader, tokens, question, sentences) for question, *sentences in ASKED]

    read = [reranker_of(embedder).scores(question, sentences) for question, *sentences in ASKED]

    assert np.concatenate(read) == pytest.approx(np.concatenate(trained), abs=0.1)
