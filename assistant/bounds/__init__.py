"""How large what is asked for must be: "more than 20 participants", « au moins trois jours », «أكبر ميزانية»."""

from assistant.bounds.asked import bound_of, measuring_stems, without_bound
from assistant.bounds.bound import Bound
from assistant.bounds.patterns import Form, Kind

__all__ = ["Bound", "Form", "Kind", "bound_of", "measuring_stems", "without_bound"]
