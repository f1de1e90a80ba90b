"""Finds the folder of a sentence-transformers model and says, without loading it, which model it is."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from vectorstore.errors import ModelUnavailableError, SettingsError

_HUB_NAME = re.compile(r"[\w-][\w.-]*(/[\w-][\w.-]*)?")
_E5_NAME = re.compile(r"(^|[-_/])e5([-_]|$)", re.IGNORECASE)
_WANTED = ("*.safetensors", "*.json", "*.txt", "*.model")
_PICKLES = ("*.bin", "*.pt", "*.pth", "*.pkl", "*.ckpt")


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model on disk and how it wants to be spoken to."""

    name: str
    path: Path
    identity: str
    query_prompt: str = ""
    passage_prompt: str = ""


def find_model_folder(model: str) -> ModelFolder:
    """The folder of a model given as a path or a hub name, fetched from the hub only if it is not on this machine.

    Raises:
        SettingsError: `model` is neither an existing folder nor a hub name.
        ModelUnavailableError: the hub cannot give it, or its weights are not safetensors.
    """
    path = Path(model).expanduser()
    if path.is_dir():
        name, path = path.resolve().name, path.resolve()
    elif _HUB_NAME.fullmatch(model):
        name, path = model, _from_hub(model if "/" in model else f"sentence-transformers/{model}")
    else:
        raise SettingsError(
            f"The embedding model {model!r} is neither a folder nor a hub name: give a sentence-transformers folder,"
            " or leave it empty for the packaged model."
        )
    _refuse_pickles(name, path)
    query, passage = prompts_of(name, path)
    return ModelFolder(name, path, f"{name} {_digest(path)} prompts {query!r} {passage!r}", query, passage)


def prompts_of(name: str, path: Path) -> tuple[str, str]:
    """What goes before a question and before a passage: as the model's own settings say, else as E5 models need it."""
    try:
        settings = json.loads((path / "config_sentence_transformers.json").read_text("utf-8"))
        prompts = dict(settings.get("prompts") or {})
    except (OSError, ValueError, AttributeError, TypeError):
        prompts = {}
    query = prompts.get("query") or ""
    passage = prompts.get("passage") or prompts.get("document") or ""
    if not query and not passage and _E5_NAME.search(name) and "instruct" not in name:
        return "query: ", "passage: "
    return query, passage


def _from_hub(name: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, allow_patterns=list(_WANTED), local_files_only=True))
    except LocalEntryNotFoundError:
        pass
    except HFValidationError as error:
        raise SettingsError(f"The embedding model {name!r} is not a hub name: check its spelling.") from error
    try:
        return Path(snapshot_download(name, allow_patterns=list(_WANTED)))
    except (HfHubHTTPError, LocalEntryNotFoundError, OSError) as error:
        raise ModelUnavailableError(
            f"The embedding model {name} is not on this machine and could not be fetched from the hub: check the name"
            " and the network, or leave the setting empty for the packaged model."
        ) from error


def _refuse_pickles(name: str, path: Path) -> None:
    """A pickle can run code when it is loaded; every folder of weights must hold safetensors."""
    if not any(path.rglob("*.safetensors")):
        raise ModelUnavailableError(
            f"The embedding model {name} holds no safetensors weights: choose a model that does, or convert it."
        )
    for pattern in _PICKLES:
        for file in path.rglob(pattern):
            if not any(file.parent.glob("*.safetensors")):
                raise ModelUnavailableError(
                    f"The embedding model {name} keeps weights in {file.relative_to(path)}, which can run code:"
                    " convert it to safetensors."
                )


def _digest(path: Path) -> str:
    """The sha256 over the names and contents of all files that decide what the vectors are."""
    total = hashlib.sha256()
    for file in sorted({file for pattern in _WANTED for file in path.rglob(pattern) if file.is_file()}):
        with file.open("rb") as stream:
            content = hashlib.file_digest(stream, "sha256").hexdigest()
        total.update(f"{file.relative_to(path).as_posix()} {content}\n".encode())
    return total.hexdigest()
