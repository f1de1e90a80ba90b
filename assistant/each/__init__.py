"""The same that is asked of several things named side by side: each asked apart, with its own best evidence."""

from assistant.each.answering import Each
from assistant.each.things import Things

__all__ = ["Each", "Things"]
