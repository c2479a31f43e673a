"""Skills: what units need and have, never of few people, and entering it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.structure import models, queries, reading, staffing, trainings
from leitstern.app.structure.bringing import Kind
from leitstern.app.structure.pages import context_of, kept, may, page_of
from leitstern.app.structure.staffing_forms import StaffingForm, TrainingForm
from leitstern.app.structure.table import TRAININGS_HEADER, header, rows, training_rows
from leitstern.core.inside.structure.skills import BOTH, SKILLS, skill_name
from leitstern.core.inside.structure.skills import skills as told

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def skills(request: HttpRequest) -> HttpResponse:
    """Demand against supply, by skill and by unit; and entering one."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    if request.GET.get("format") == "csv":
        language = get_language() or "en"
        return csv_response("skills", header(Kind.SKILLS, language), rows(Kind.SKILLS, language))
    form = StaffingForm(request.POST or None)

    def act() -> None:
        data = form.cleaned_data
        staffing.enter_staffing(
            me,
            data["unit"],
            data["skill"],
            data["needed"],
            data["there"],
            plan=data["plan"],
            until=data["until"],
            open_positions=data["open"],
            asked=data["asked"],
        )

    if request.method == "POST":
        require(me, Capability.KEEP_REGISTERS)
        if kept(form, act):
            messages.success(request, gettext("Kept. An earlier number stays in the record."))
            return redirect("structure:skills")
    return _page(request, form, TrainingForm(auto_id="training_%s"))


def _page(request: HttpRequest, form: StaffingForm, training_form: TrainingForm) -> HttpResponse:
    known = reading.register()
    found = told(reading.staffing(), known)
    newest = {
        (row.unit, row.skill): row.pk for row in models.Staffing.objects.filter(withdrawn=None).order_by("id")
    }
    page = page_of(request, found.lines)
    context = context_of(
        request,
        found=found,
        fewest=known.fewest,
        totals=[(each, skill_name(each.skill)) for each in found.totals],
        page=page,
        rows=[
            (line, skill_name(line.staffing.skill), newest[line.staffing.unit, line.staffing.skill])
            for line in page.object_list
        ],
        short=[each for each in found.totals if each.gap.low],
        both=skill_name(BOTH),
        catalogue=SKILLS.values(),
        withdrawn=models.Staffing.objects.exclude(withdrawn=None)[:50],
        form=form,
        training_form=training_form,
        effects=trainings.effects(known),
        own=trainings.open_positions(),
        trained=[
            (each, skill_name(each.skill))
            for each in (models.Training.objects.all()[:50] if may(request)["may_keep"] else ())
        ],
    )
    return render(request, "structure/skills.html", context)


def training(request: HttpRequest) -> HttpResponse:
    """What became of trainings as a table; and entering one."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    if request.method != "POST":
        language = get_language() or "en"
        return csv_response("trainings", TRAININGS_HEADER, training_rows(trainings.effects(), language))
    require(me, Capability.KEEP_REGISTERS)
    form = TrainingForm(request.POST, auto_id="training_%s")
    if kept(form, lambda: trainings.enter_training(me, **form.cleaned_data)):
        messages.success(request, gettext("Kept. Count again who can do both, then its effect can be seen."))
        return redirect("structure:skills")
    return _page(request, StaffingForm(), form)


@require_POST
def withdraw_training(request: HttpRequest, training_id: int) -> HttpResponse:
    """Take a training back, or (`undo`) let it count again."""
    me, found = person_of(request), queries.by_id(models.Training, training_id)
    if "undo" in request.POST:
        trainings.reinstate_training(me, found)
    else:
        trainings.withdraw_training(me, found)
        messages.info(request, gettext("Withdrawn. It stays in the record."))
    return redirect("structure:skills")


@require_POST
def withdraw(request: HttpRequest, staffing_id: int) -> HttpResponse:
    """Take a number back, or (`undo`) let it count again."""
    me, found = person_of(request), queries.by_id(models.Staffing, staffing_id)
    if "undo" in request.POST:
        staffing.reinstate_staffing(me, found)
    else:
        staffing.withdraw_staffing(me, found)
        messages.info(request, gettext("Withdrawn. The number before counts again."))
    return redirect("structure:skills")
