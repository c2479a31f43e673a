"""The guided import's brain: what the columns of somebody's file are for, and the mapping that follows.

`propose` looks at names and values; people correct the roles; `Proposal.to_mapping` and `to_taxonomy` give the
files the import works with. Pure: readers bring the columns and a sample.
"""

from __future__ import annotations

from leitstern.collect.propose.proposal import Proposal, propose
from leitstern.collect.propose.roles import LABELS, Choice, Role
from leitstern.collect.propose.said import NEW, Said

__all__ = ["LABELS", "NEW", "Choice", "Proposal", "Role", "Said", "propose"]
