"""The last look at an answer: what its sources do not hold is not said."""

from assistant.gate.amounts import amount_in, currency, rank_of, ranks, whole_number
from assistant.gate.exact import bound, bound_rows, holds, stands_in, within
from assistant.gate.wording import keeps, objection, takes_up

__all__ = [
    "amount_in",
    "bound",
    "bound_rows",
    "currency",
    "holds",
    "keeps",
    "objection",
    "rank_of",
    "ranks",
    "stands_in",
    "takes_up",
    "whole_number",
    "within",
]
