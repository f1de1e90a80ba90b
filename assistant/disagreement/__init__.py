"""Whether the documents agree on the one value that the register answers with."""

from assistant.disagreement.signers import other_signers
from assistant.disagreement.told import disagreeing
from assistant.disagreement.weighing import contrary_to

__all__ = ["contrary_to", "disagreeing", "other_signers"]
