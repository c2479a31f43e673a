"""What PowerPoint's charts can do and the library cannot say: error bars of given lengths, legends that leave some out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from leitstern.charts.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pptx.chart.chart import Chart

# Error bars come before these in a series (ISO/IEC 29500-1, CT_BarSer and CT_ScatterSer).
_AFTER = ("c:cat", "c:val", "c:xVal", "c:yVal", "c:smooth", "c:shape", "c:extLst")


def error_bars(
    series: Any,
    distances: Sequence[tuple[float, float] | None],
    cells: Sequence[str],
    direction: str | None = None,
    tone: str | None = None,
) -> None:
    """Whiskers `distances` below and above each point, which stand in `cells` (minus, plus) of the workbook.

    `direction` is "x" or "y" in scatter charts, None for bars, which know theirs. Exact numbers get none. Without a tone
    they have the colour of the template's text.
    """
    if not any(distance and max(distance) > 0 for distance in distances):
        return
    along = f'<c:errDir val="{direction}"/>' if direction else ""
    paint = f'<a:srgbClr val="{TOKENS[tone].paper[1:]}"/>' if tone else '<a:schemeClr val="tx1"/>'
    minus, plus = (_reference(cells[side], [d and d[side] for d in distances]) for side in (0, 1))
    drawn = parse_xml(
        f"<c:errBars {nsdecls('c', 'a')}>{along}"
        '<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{plus}</c:plus><c:minus>{minus}</c:minus>"
        f'<c:spPr><a:ln w="15875"><a:solidFill>{paint}</a:solidFill></a:ln></c:spPr>'
        "</c:errBars>"
    )
    element = series._element
    later = next((child for child in element if child.tag in {qn(tag) for tag in _AFTER}), None)
    if later is None:
        element.append(drawn)
    else:
        later.addprevious(drawn)


def move_right(label: Any, share: float) -> None:
    """Set the label of a point further right by a share of the chart's width: behind its whisker."""
    element = label._get_or_add_dLbl()
    place = f'<c:manualLayout><c:x val="{share:.4f}"/><c:y val="0"/></c:manualLayout>'
    element.find(qn("c:idx")).addnext(parse_xml(f"<c:layout {nsdecls('c')}>{place}</c:layout>"))


def hide_in_legend(chart: Chart, series: Iterable[int]) -> None:
    """Leave series without a line of their own in the legend."""
    position = chart._chartSpace.chart.find(qn("c:legend")).find(qn("c:legendPos"))
    for index in reversed([*series]):
        entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{index}"/><c:delete val="1"/></c:legendEntry>'
        position.addnext(parse_xml(entry))


def _reference(cells: str, values: Sequence[float | None]) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{float(value)!r}</c:v></c:pt>'
        for place, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{cells}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )
