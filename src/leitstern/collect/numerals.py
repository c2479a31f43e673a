"""Reading numbers as people of either convention write them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from leitstern.collect.sql import first_of, literal

if TYPE_CHECKING:
    from leitstern.collect.readers.dialect import Decimal


def number(x: str, decimal: Decimal) -> str:
    """SQL for the value of a text as DOUBLE, NULL if it is no number. Thousands may be grouped, and then all of them are."""
    group = "," if decimal == "." else "."
    plain = rf"[+-]?\d{{1,18}}([{decimal}]\d{{1,18}})?"
    grouped = rf"[+-]?\d{{1,3}}([{group}]\d{{3}})+([{decimal}]\d{{1,18}})?"
    ungrouped = f"replace({x}, {literal(group)}, '')"
    return first_of(
        [
            (f"regexp_full_match({x}, {literal(plain)})", _double(x, decimal)),
            (f"regexp_full_match({x}, {literal(grouped)})", _double(ungrouped, decimal)),
        ]
    )


def kept(named: dict[str, str], decimal: Decimal) -> str:
    """SQL for a JSON object of texts by name, numbers as numbers, empty ones left out; NULL if all are empty.

    What only looks like a number stays text: leading zeros (a postcode), and more digits than a double holds.
    """
    pattern = literal(rf"-?(0|[1-9]\d{{0,14}})([{decimal}]\d{{1,14}})?")
    members = []
    for name, x in named.items():
        digits = x if decimal == "." else f"replace({x}, ',', '.')"
        value = f"CASE WHEN regexp_full_match({x}, {pattern}) THEN {digits} ELSE to_json({x})::VARCHAR END"
        members.append(f"{literal(json.dumps(name, ensure_ascii=False) + ':')} || {value}")
    joined = members[0] if len(members) == 1 else f"nullif(concat_ws(',', {', '.join(members)}), '')"
    return f"'{{' || {joined} || '}}'"


def _double(x: str, decimal: Decimal) -> str:
    digits = x if decimal == "." else f"replace({x}, ',', '.')"
    return f"TRY_CAST({digits} AS DOUBLE)"
