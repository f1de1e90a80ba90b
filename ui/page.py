"""The script that Streamlit runs for every session of the site."""

from ui.build import ingest_samples, open_assistant, open_feedback
from ui.frame import main

main(open_assistant, ingest_samples, open_feedback)
