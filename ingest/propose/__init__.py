"""Facts that a language model proposes under the schema of the register; only what the text itself bears out is kept."""

from ingest.propose.proposer import Proposer, ProposingFailed
from ingest.propose.proposing import Proposing

__all__ = ["Proposer", "Proposing", "ProposingFailed"]
