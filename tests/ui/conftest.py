"""The page over the scripted assistant."""

from __future__ import annotations

import pytest
import streamlit as st

from tests.ui.scripted import ScriptedAssistant
from tests.ui.visitor import Page


@pytest.fixture(autouse=True)
def _a_new_server():
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def assistant():
    return ScriptedAssistant(slow=60.0)


@pytest.fixture
def page(assistant):
    return Page(lambda: assistant).ready()
