"""What may be proposed: the kinds of facts and their fields, and the one form an answer may have.

Fields whose values are our words and not those of a text (`state`, `act`, `role` of a participation) cannot be checked
against a quote and are no part of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vectorstore import FactKind

LONGEST_QUOTE = 600
SHORTEST_QUOTE = 8
"""Characters."""
_MOST = 40
"""Proposals of one answer."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of one kind of fact."""

    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """All of them, those that must be there first."""
        return (*self.needed, *self.optional)


SHAPES: Mapping[FactKind, Shape] = {
    "event": Shape(("title",), ("start_date", "end_date", "venue", "host", "parties", "programme", "participants")),
    "person": Shape(("name", "role"), ("honorific", "organisation", "from_date", "until_date")),
    "organisation": Shape(("name", "abbreviation")),
    "programme": Shape(("acronym", "name"), ("sector",)),
    "agreement": Shape(("title", "parties"), ("signed_date", "from_date", "valid_until", "duration")),
    "commitment": Shape(("who", "what"), ("to", "due_date", "responsible")),
    "figure": Shape(("quantity", "counts"), ("unit", "of", "place", "at_date")),
}


class Proposal(BaseModel):
    """One fact as a model proposes it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    kind: FactKind
    quote: str = Field(min_length=SHORTEST_QUOTE, max_length=LONGEST_QUOTE)
    fields: dict[str, str]


class _Reply(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    facts: list[Any]


def proposals_in(reply: str) -> list[Proposal]:
    """The proposals of an answer; those of another form are left out.

    Raises:
        ValueError: The answer as a whole is not of the form that was asked for.
    """
    start, end = reply.find("{"), reply.rfind("}")
    found = _Reply.model_validate_json(reply[start : end + 1])  # models wrap what they write into a fence of their own
    return [proposal for value in found.facts[:_MOST] if (proposal := _proposal(value)) is not None]


def _proposal(value: Any) -> Proposal | None:
    try:
        proposal = Proposal.model_validate(value)
    except ValidationError:
        return None
    shape = SHAPES.get(proposal.kind)
    known = shape is not None and set(shape.needed) <= proposal.fields.keys() <= set(shape.fields)
    return proposal if known else None
