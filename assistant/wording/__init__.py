"""An optional language model on the gate's leash: it sees the passages cited and can only say what they bear."""

from assistant.wording.model import LanguageModel, ModelFailed
from assistant.wording.reword import reworded
from assistant.wording.settings import ModelSettings, read_model_settings
from assistant.wording.standalone import standalone

__all__ = ["LanguageModel", "ModelFailed", "ModelSettings", "read_model_settings", "reworded", "standalone"]
