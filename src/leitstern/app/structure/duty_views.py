"""Who does what: all pieces of work with their mistakes, one with both phases, and setting parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET, require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.structure import answering, models, queries, reading
from leitstern.app.structure.bringing import Kind
from leitstern.app.structure.forms import DutyForm, WorkForm
from leitstern.app.structure.pages import context_of, kept, page_of, role_labels
from leitstern.app.structure.table import TOGETHER_HEADER, header, rows, together_rows
from leitstern.core.errors import NotFound
from leitstern.core.inside.structure.duties import (
    LETTERS,
    PHASES,
    PLACES,
    Letter,
    Phase,
    difference,
    mistakes,
)
from leitstern.core.inside.structure.excuse import excuse
from leitstern.core.inside.structure.together import together

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.structure.models import Role


@require_GET
def works(request: HttpRequest) -> HttpResponse:
    """All pieces of work, those with mistakes first, and the excuse index."""
    require(person_of(request), Capability.SEE_INSIDE)
    if request.GET.get("format") == "csv":
        language = get_language() or "en"
        return csv_response("duties", header(Kind.DUTIES, language), rows(Kind.DUTIES, language))
    known, found = reading.register(), reading.works()
    wrong = {each.key: mistakes(each, known) for each in found}
    lines = sorted(found, key=lambda each: (not wrong[each.key], each.name.de.casefold()))
    page = page_of(request, lines)
    context = context_of(
        request,
        n=len(found),
        wrong=sum(bool(each) for each in wrong.values()),
        page=page,
        rows=[
            (
                each,
                PLACES[each.place],
                wrong[each.key],
                [known.by_key[key] for key in each.who(Letter.ACCOUNTABLE)],
                len(difference(each, known)),
            )
            for each in page.object_list
        ],
        shared=together(found, known),
        fewest=known.fewest,
        excuse=excuse(found, known, timezone.localdate()),
        experience=[known.by_slug[slug] for slug in sorted(known.experience_units)],
        retired=models.Work.objects.exclude(retired=None),
    )
    return render(request, "structure/works.html", context)


@require_GET
def shared(request: HttpRequest) -> HttpResponse:
    """How much of its work each unit shares with others, as a table."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = together(reading.works(), reading.register())
    return csv_response("together", TOGETHER_HEADER, together_rows(found, get_language() or "en"))


@require_GET
def work(request: HttpRequest, work_id: int) -> HttpResponse:
    """One piece of work."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _page(request, queries.by_id(models.Work, work_id))


def new(request: HttpRequest) -> HttpResponse:
    """Enter a piece of work."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    form, made = WorkForm(request.POST or None), list[models.Work]()

    def act() -> None:
        data = form.cleaned_data
        made.append(
            answering.enter_work(
                me, *form.chosen(), customer=data["customer"], touchpoints=data["touchpoints"]
            )
        )

    if request.method == "POST" and kept(form, act):
        messages.success(request, gettext("Entered. Now say which role answers for it."))
        return redirect("structure:work", made[0].pk)
    return render(request, "structure/new_work.html", context_of(request, form=form))


@require_POST
def add(request: HttpRequest, work_id: int, phase: str) -> HttpResponse:
    """One more part in one phase."""
    me, row, when = person_of(request), queries.by_id(models.Work, work_id), _phase(phase)
    require(me, Capability.KEEP_REGISTERS)
    form = DutyForm(role_labels(unit_names()), request.POST, auto_id=f"{phase}_%s")

    def act() -> None:
        part = (form.cleaned_data["role"], Letter(form.cleaned_data["letter"]))
        answering.set_duties(me, row, when, [*_parts(row, when), part])

    if kept(form, act):
        return redirect("structure:work", work_id)
    return _page(request, row, **{f"{phase}_form": form})


@require_POST
def remove(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Take a part away; it stays readable in the audit log."""
    me, duty = person_of(request), queries.by_id(models.Duty, duty_id)
    require(me, Capability.KEEP_REGISTERS)
    phase = Phase(duty.phase)
    left = [part for part in _parts(duty.work, phase) if part != (duty.role, Letter(duty.letter))]
    answering.set_duties(me, duty.work, phase, left)
    return redirect("structure:work", duty.work_id)


@require_POST
def plan(request: HttpRequest, work_id: int) -> HttpResponse:
    """Plan a change from what is today; put it into force (`begin`); or drop it (`drop`)."""
    me, row = person_of(request), queries.by_id(models.Work, work_id)
    require(me, Capability.KEEP_REGISTERS)
    if "begin" in request.POST:
        answering.put_into_force(me, row)
        messages.success(request, gettext("In force. What was before stays in the audit log."))
    elif "drop" in request.POST:
        answering.set_duties(me, row, Phase.AFTER, [])
        messages.info(request, gettext("Dropped. Nothing changes."))
    else:
        today = [part for part in _parts(row, Phase.BEFORE) if not part[0].retired]
        answering.set_duties(me, row, Phase.AFTER, today)
    return redirect("structure:work", work_id)


@require_POST
def retire(request: HttpRequest, work_id: int) -> HttpResponse:
    """Nobody does it any more, or (`undo`) it is done."""
    me, row = person_of(request), queries.by_id(models.Work, work_id)
    if "undo" in request.POST:
        answering.restore_work(me, row)
    else:
        answering.retire_work(me, row)
        messages.info(request, gettext("Taken out of the register. Who did it stays readable here."))
    return redirect("structure:work", work_id)


def _phase(said: str) -> Phase:
    if said not in Phase:
        raise NotFound(queries.NOTHING)
    return Phase(said)


def _parts(row: models.Work, phase: Phase) -> list[tuple[Role, Letter]]:
    duties = row.duties.filter(phase=phase.value, ended=None).select_related("role")
    return [(duty.role, Letter(duty.letter)) for duty in duties]


def _page(request: HttpRequest, row: models.Work, **came_back: forms.Form) -> HttpResponse:
    known, found, names = reading.register(), reading.work_of(row), unit_names()
    labels = role_labels(names)
    duties = list(row.duties.filter(ended=None).select_related("role"))
    touchpoints = touchpoint_names()
    forms_of = {f"{phase}_form": DutyForm(labels, auto_id=f"{phase}_%s") for phase in Phase} | came_back
    context = context_of(
        request,
        row=row,
        work=found,
        place=PLACES[found.place],
        served=[touchpoints[slug] for slug in found.touchpoints if slug in touchpoints],
        phases=[
            (
                phase.value,
                PHASES[phase],
                mistakes(found, known, phase),
                [
                    (LETTERS[letter], [d for d in duties if (d.phase, d.letter) == (phase, letter)])
                    for letter in Letter
                ],
                forms_of[f"{phase}_form"],
            )
            for phase in Phase
            if phase is Phase.BEFORE or found.then
        ],
        difference=difference(found, known),
        roles=labels,
    )
    return render(request, "structure/work.html", context)
