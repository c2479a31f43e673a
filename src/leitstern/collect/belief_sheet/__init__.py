"""The belief sheet: a workbook in which leaders guess what customers live through, blank or filled.

One file is one person, or a whole room with a pair of columns each; nobody's name is asked.
"""

from __future__ import annotations

from leitstern.collect.belief_sheet.layout import MOST_PEOPLE, BeliefRow, asked
from leitstern.collect.belief_sheet.read import read_belief_sheet
from leitstern.collect.belief_sheet.write import write_belief_sheet

__all__ = ["MOST_PEOPLE", "BeliefRow", "asked", "read_belief_sheet", "write_belief_sheet"]
