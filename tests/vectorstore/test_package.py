import subprocess
import sys

import vectorstore


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, vectorstore; print({'chromadb', 'numpy', 'pydantic', 'torch'} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"


def test_every_public_name_is_there():
    assert all(getattr(vectorstore, name) is not None for name in vectorstore.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error():
    assert not hasattr(vectorstore, "nothing_of_the_kind")
