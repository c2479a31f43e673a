"""The views of the family: what each is called, what it is for, and the parts all of them share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.journeys.asking import Chosen, choose
from leitstern.app.outside.reading import published
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.journeys.forms import ViewForm

# In the order in which one looks: from everything to single steps.
TABS = (
    ("graph", _("Graph")),
    ("steps", _("Before and after")),
    ("channels", _("Channels")),
    ("handoffs", _("Handoffs")),
    ("variants", _("Ways")),
    ("funnel", _("Funnel")),
    ("waits", _("Waits")),
    ("loops", _("Loops")),
    ("cohorts", _("Cohorts")),
)
NONE_SHOWN = Text(
    en="Fewer than five customers are in this selection. What they lived is not shown; widen the selection.",
    de="Zu dieser Auswahl gehören weniger als fünf Kundinnen und Kunden. Was sie erlebt haben, wird nicht gezeigt; fassen "
    "Sie die Auswahl weiter.",
)


@dataclass(frozen=True, slots=True)
class Built:
    """What a view found: its sentence, what its template needs, and its rows for a spreadsheet.

    `tables` holds further ones by the name under which an address asks for them.
    """

    sentence: Text
    header: Sequence[str] = ()
    rows: Sequence[Sequence[object]] = ()
    context: dict[str, Any] = field(default_factory=dict)
    tables: dict[str, Built] = field(default_factory=dict)


def show(
    request: HttpRequest, name: str, build: Callable[[Chosen], Built], view: type[ViewForm] | None = None
) -> HttpResponse:
    """The view `name` for what the address asks for, `view` what it alone asks; `?format=csv` for a spreadsheet,
    with `&table=` for another than the first.
    """
    require(person_of(request), Capability.SEE_OUTSIDE)
    template = f"journeys/{name}.html"
    state = published()
    if state is None:
        return render(request, template, {"state": None})
    chosen = choose(state, request.GET, get_language() or "en", view)
    query = request.GET.copy()
    for asked_once in ("format", "table"):
        query.pop(asked_once, None)
    context: dict[str, Any] = {
        "state": state,
        "chosen": chosen,
        "tabs": [(reverse(f"journeys:{tab}"), label, tab == name) for tab, label in TABS],
        "query": query.urlencode(),
    }
    if chosen.valid:
        built = build(chosen)
        if request.GET.get("format") == "csv":
            table = request.GET.get("table", "")
            asked = built.tables.get(table, built)
            return csv_response(
                f"journeys-{table if table in built.tables else name}", asked.header, asked.rows
            )
        sizes = chosen.sizes()
        hidden = any(size.few for size in sizes if size)
        context |= {"sizes": sizes, "sentence": NONE_SHOWN if hidden else built.sentence, "hidden": hidden}
        context |= built.context
    return render(request, template, context)
