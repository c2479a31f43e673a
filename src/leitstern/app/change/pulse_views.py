"""Whether the change arrives: what pulses found, and asking again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.change.asking import prepare_pulse
from leitstern.app.change.drawing import understanding_chart
from leitstern.app.change.pulses import newest_pulse, pulses
from leitstern.app.change.shaping_forms import PulseForm
from leitstern.app.change.table import PULSE_HEADER, pulse_rows
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.portfolio.models import Initiative
from leitstern.core.bridge.change.pulse import BACKING, CARRYING, SAID, UNDERSTANDING, sentence
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from leitstern.app.change.pulses import Pulsed
    from leitstern.core.bridge.change.pulse import Asked, UnitPulse
    from leitstern.core.stats.estimate import Measured


def pulse(request: HttpRequest) -> HttpResponse:
    """The newest pulse (`?initiative=` about one change) by department, all pulses, and a form for the next."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    form = PulseForm(request.POST or None)
    if request.method == "POST":
        require(me, Capability.RUN_WAVES)
        if form.is_valid():
            try:
                made = prepare_pulse(me, **form.cleaned_data)
            except LeitsternError as problem:
                form.add_error(None, problem.text.to(get_language() or "en"))
            else:
                return redirect("waves:wave", made.wave_id)
    wanted = request.GET.get("initiative", "")
    about = (
        Initiative.objects.filter(pk=int(wanted)).first() if wanted.isdecimal() and len(wanted) < 10 else None
    )
    found = newest_pulse(about)
    if request.GET.get("format") == "csv":
        rows = pulse_rows(found, get_language() or "en") if found else ()
        return csv_response("pulse", PULSE_HEADER, rows)
    context = {
        "found": found,
        "about": about,
        "sentence": found.sentence if found else sentence(None, ()),
        "chart": understanding_chart(found) if found else "",
        "groups": [
            (asked, [SAID[each] for each in asked], _rows(found, asked) if found else [])
            for asked in (UNDERSTANDING, CARRYING, BACKING)
        ],
        "noted": [each for each in (found.units if found else ()) if each.notes],
        "pulses": pulses(),
        "taxonomy": current_taxonomy(),
        "form": form,
        "may_run": Capability.RUN_WAVES in me.capabilities,
    }
    return render(request, "change/pulse.html", context, status=422 if form.errors else 200)


def _rows(found: Pulsed, asked: Sequence[Asked]) -> list[tuple[UnitPulse, list[Measured]]]:
    return [(each, [each.share(one) for one in asked]) for each in (found.company, *found.units)]
