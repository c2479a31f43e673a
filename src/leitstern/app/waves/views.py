"""Running a wave: preparing it, its roster, launching, reminding, closing, publishing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.db.models import Count
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.models import JobState
from leitstern.app.common.posting import LetterState
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.waves import actions, queries
from leitstern.app.waves.calendar import wave_rhythm
from leitstern.app.waves.forms import RhythmForm, RosterForm, WaveForm
from leitstern.app.waves.keeping import kept_until
from leitstern.app.waves.models import Kind, Letter, Wave, WaveState
from leitstern.app.waves.paper import groups, on_paper, progress
from leitstern.app.waves.performing import job_of
from leitstern.app.waves.results import unit_name
from leitstern.app.waves.rosters import compare, would_stay_hidden
from leitstern.app.waves.turnout import Turnout, taking_part, turnout
from leitstern.core.company.tree import COMPANY, in_order
from leitstern.core.errors import Conflict, InvalidInput, LeitsternError
from leitstern.core.inside.ratings import VIEWS, View
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.waves.mistakes import Mistakes

ADDRESSES_SHOWN = 50


def overview(request: HttpRequest) -> HttpResponse:
    """All waves, and the form for a new one."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    if request.GET.get("format") == "csv":
        return csv_response("waves", ("number", "name", "state", "last day", "invited"), _listed())
    form = WaveForm(request.POST or None)
    if request.method == "POST":
        require(me, Capability.RUN_WAVES)
        if form.is_valid():
            try:
                made = actions.prepare(me, **form.cleaned_data)
            except LeitsternError as problem:
                form.add_error(None, problem.text.to(get_language() or "en"))
            else:
                return redirect("waves:wave", made.pk)
    found = wave_rhythm()
    context = {
        "rhythm": found,
        "rhythm_form": RhythmForm(initial={"every": found.every}),
        "waves": queries.waves(),
        "taxonomy": current_taxonomy(),
        "form": form,
        "may_run": Capability.RUN_WAVES in me.capabilities,
    }
    return render(request, "waves/overview.html", context, status=422 if form.errors else 200)


def wave(request: HttpRequest, wave_id: int) -> HttpResponse:
    """One wave as it stands, and the next step."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    found = queries.wave_by_id(wave_id)
    if request.GET.get("format") == "csv":
        return csv_response(f"wave-{wave_id}", ("unit", "level", "invited", "answered"), _taking_part(found))
    return wave_page(request, found, RosterForm())


@require_POST
def launch(request: HttpRequest, wave_id: int) -> HttpResponse:
    """Begin to ask. What stands in the way is told on the wave's own page."""
    address = settings.CONFIG.public_url or request.build_absolute_uri("/")
    found = queries.wave_by_id(wave_id)
    try:
        found = actions.launch(person_of(request), found, address)
    except (Conflict, InvalidInput) as refused:
        messages.error(request, refused.text.to(get_language() or "en"))
        return wave_page(request, found, RosterForm(), status=refused.status)
    if on_paper(found):
        messages.success(request, gettext("The wave runs. Print the sheets and hand them out."))
    else:
        messages.success(request, gettext("The wave runs. Letters go out one after the other."))
    return redirect("waves:wave", wave_id)


@require_POST
def remind(request: HttpRequest, wave_id: int) -> HttpResponse:
    """Write again to whoever has not answered."""
    actions.remind(person_of(request), queries.wave_by_id(wave_id))
    messages.success(request, gettext("Reminders go out to everybody whose link has not been used."))
    return redirect("waves:wave", wave_id)


@require_POST
def close(request: HttpRequest, wave_id: int) -> HttpResponse:
    """Take no more answers."""
    actions.close(person_of(request), queries.wave_by_id(wave_id))
    messages.success(request, gettext("Closed. The list of people, their addresses and links are gone."))
    return redirect("waves:wave", wave_id)


@require_POST
def publish(request: HttpRequest, wave_id: int) -> HttpResponse:
    """Let what is shown be decided, which the wave's page follows."""
    actions.begin_publishing(person_of(request), queries.wave_by_id(wave_id))
    return redirect("waves:wave", wave_id)


def publishing(request: HttpRequest, wave_id: int) -> HttpResponse:
    """How far publishing is; once it ended, the browser is sent on."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = queries.wave_by_id(wave_id)
    job = job_of(found)
    response = render(request, "waves/publishing.html", {"job": job})
    if found.state == WaveState.PUBLISHED:
        response["HX-Redirect"] = reverse("waves:results", args=[wave_id])
    elif job is None or job.state == JobState.FAILED:
        response["HX-Refresh"] = "true"
    return response


@require_POST
def drop(request: HttpRequest, wave_id: int) -> HttpResponse:
    """Take a wave back that was never launched."""
    actions.drop(person_of(request), queries.wave_by_id(wave_id))
    messages.info(request, gettext("The wave was taken back."))
    return redirect("waves:overview")


def wave_page(
    request: HttpRequest,
    found: Wave,
    form: RosterForm,
    *,
    mistakes: Mistakes | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a wave, with what is wrong with a roster that was handed in."""
    me = person_of(request)
    may_run = Capability.RUN_WAVES in me.capabilities
    asked, paper = queries.invited(found), on_paper(found)
    job = job_of(found) if found.state == WaveState.PUBLISHING else None
    context = {
        "wave": found,
        "instrument": queries.instrument_of(found),
        "invited": asked.total(),
        "by_level": [(VIEWS[view], n) for view in View if (n := _of(asked, view))],
        "places": _places(found) if may_run else [],
        "paper": paper,
        "progress": progress(found) if paper and may_run else None,
        "groups": groups(found) if paper and may_run else [],
        "job": job,
        "failed": Text(**job.error) if job and job.error else None,
        "kept_until": kept_until(found),
        "taking_part": taking_part(found),
        "turnout": _turnout(found),
        "open": queries.takes_answers(found),
        "letters": _letters(found) if may_run else {},
        "refused": _refused(found) if may_run else [],
        "has_mail": settings.CONFIG.mail is not None,
        "alike": _too_alike(found) if may_run and found.state == WaveState.DRAFT else [],
        "may_launch": asked.total() >= found.fewest and (paper or settings.CONFIG.mail is not None),
        "form": form,
        "mistakes": mistakes,
        "may_run": may_run,
    }
    return render(request, "waves/wave.html", context, status=status)


def _listed() -> list[list[object]]:
    return [
        [each.pk, each.name, each.state, each.closes.isoformat(), queries.invited(each).total()]
        for each in queries.waves()
    ]


def _taking_part(found: Wave) -> list[list[object]]:
    language = get_language() or "en"
    return [
        [name.to(language), level.to(language), each.invited, each.said.to(language)]
        for name, level, _depth, each in _turnout(found)
    ]


def _of(counts: dict[tuple[View, str], int], view: View) -> int:
    return sum(n for (level, _), n in counts.items() if level == view)


def _places(found: Wave) -> list[tuple[Text, Text, int]]:
    asked = queries.invited(found)
    order = {unit: at for at, (unit, _) in enumerate(in_order(queries.parents(found)))}
    ranked = sorted(
        asked.items(), key=lambda entry: (order.get(entry[0][1], -1), list(View).index(entry[0][0]))
    )
    return [(unit_name(found, unit), VIEWS[level], n) for (level, unit), n in ranked]


def _too_alike(found: Wave) -> list[tuple[Text, Text]]:
    """Name and level of the units that will stay hidden, since too few of their people are asked for the first time."""
    return [
        (unit_name(found, unit), VIEWS[level]) for level, unit in would_stay_hidden(found, compare(found))
    ]


def _turnout(found: Wave) -> list[tuple[Text, Text, int, Turnout]]:
    """Name, level, depth and figures of every group that may be shown."""
    if found.launched is None:
        return []
    tree = [(COMPANY, 0), *((unit, 1 + deep) for unit, deep in in_order(queries.parents(found)))]
    place = {unit: (at, deep) for at, (unit, deep) in enumerate(tree)}
    shown = sorted(
        turnout(found), key=lambda each: (place[each.group.unit], list(View).index(each.group.level))
    )
    return [
        (
            unit_name(found, each.group.unit),
            VIEWS[each.group.level],
            place[each.group.unit][1],
            each,
        )
        for each in shown
    ]


def _letters(found: Wave) -> dict[str, int]:
    """Invitations by state. Reminders are not counted: their number is that of those who have not answered."""
    asked = Letter.objects.filter(invited__wave=found, kind=Kind.INVITATION)
    counted = asked.values_list("state").annotate(n=Count("id")).order_by()
    return {str(LetterState(state).label): n for state, n in counted}


def _refused(found: Wave) -> list[Letter]:
    refused = Letter.objects.filter(
        invited__wave=found, kind=Kind.INVITATION, state=LetterState.REFUSED
    ).select_related("invited")  # reminders would tell who has not answered
    return list(refused[:ADDRESSES_SHOWN])
