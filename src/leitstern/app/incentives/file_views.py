"""Files of the register, of values and of cases; and the rules of what is taken out before scoring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.files import handed_in
from leitstern.app.company.former import unit_names
from leitstern.app.incentives import bringing, keeping
from leitstern.app.incentives.boundaries import boundaries
from leitstern.app.incentives.boundary_forms import BoundaryCountForm, BoundaryForm
from leitstern.app.incentives.bringing import KINDS, Kind
from leitstern.app.incentives.forms import FileForm, RuleForm
from leitstern.app.incentives.models import Batch
from leitstern.app.incentives.register import all_figures, batch_by_id, exclusions, figure_by_slug, rule_by_id
from leitstern.app.incentives.samples import sample
from leitstern.app.incentives.views import may
from leitstern.app.inside.agreements import floor
from leitstern.app.waves.mistakes import mistakes_in
from leitstern.core.errors import InvalidInput, LeitsternError, NotFound
from leitstern.core.inside.incentives.attribution import LARGE, WHYS, Why
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.waves.mistakes import Mistakes

NO_KIND = Text(en="There is no such table.", de="Eine solche Tabelle gibt es nicht.")


def files(request: HttpRequest) -> HttpResponse:
    """Files handed in, with what they brought; and handing one in."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    form, mistakes, status = FileForm(request.POST or None, request.FILES or None), None, 200
    if request.method == "POST":
        require(me, Capability.KEEP_REGISTERS)
        if form.is_valid():
            try:
                with handed_in(form.cleaned_data["file"]) as file:
                    kind = Kind(form.cleaned_data["kind"])
                    kept = bringing.hand_in(me, kind, file.parent, file.name, timezone.localdate())
            except LeitsternError as refused:
                mistakes, status = mistakes_in(refused), refused.status
            else:
                messages.success(request, kept.sentence.to(get_language() or "en"))
                return redirect("incentives:files")
    return page(request, form=form, mistakes=mistakes, status=status)


def sample_file(request: HttpRequest, kind: str) -> HttpResponse:
    """A table that could be handed in, with the company's own departments and figures."""
    require(person_of(request), Capability.SEE_INSIDE)
    if kind not in Kind:
        raise NotFound(NO_KIND)
    return csv_response(kind, *sample(Kind(kind), get_language() or "en", timezone.localdate()))


@require_POST
def withdraw(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Take a file back, or (`undo`) let it stand again."""
    me, found = person_of(request), batch_by_id(batch_id)
    if "undo" in request.POST:
        bringing.reinstate_batch(me, found)
    else:
        bringing.withdraw_batch(me, found)
        messages.info(request, gettext("Withdrawn. What was known before stands again."))
    return redirect("incentives:files")


@require_POST
def enter_rule(request: HttpRequest) -> HttpResponse:
    """Say what is taken out before scoring."""
    me, form = person_of(request), RuleForm(list(all_figures()), request.POST)
    require(me, Capability.KEEP_REGISTERS)
    if form.is_valid():
        why, reasons = form.chosen()
        slug = form.cleaned_data["figure"]
        try:
            keeping.enter_rule(
                me, form.cleaned_data["name"], why, reasons, figure_by_slug(slug) if slug else None
            )
        except InvalidInput as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept. It holds from the next file of cases on."))
            return redirect("incentives:files")
    return page(request, rule_form=form)


@require_POST
def withdraw_rule(request: HttpRequest, rule_id: int) -> HttpResponse:
    """Let a rule no longer hold, or (`undo`) hold again."""
    me, found = person_of(request), rule_by_id(rule_id)
    if "undo" in request.POST:
        keeping.reinstate_rule(me, found)
    else:
        keeping.withdraw_rule(me, found)
        messages.info(request, gettext("It holds no longer. What it took out stays counted."))
    return redirect("incentives:files")


def page(
    request: HttpRequest,
    *,
    form: FileForm | None = None,
    rule_form: forms.Form | None = None,
    boundary_form: BoundaryForm | None = None,
    count_form: tuple[int, BoundaryCountForm] | None = None,
    mistakes: Mistakes | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, with whatever form came back."""
    units = unit_names()

    def counting(key: int) -> tuple[BoundaryCountForm, bool]:
        if count_form and count_form[0] == key:
            return count_form[1], True
        return BoundaryCountForm(auto_id=f"boundary_{key}_%s"), False

    context = {
        "batches": Batch.objects.annotate(n=Count("values"), figures=Count("values__figure", distinct=True)),
        "rules": [(each, WHYS[Why(each.why)], out) for each, out in exclusions()],
        "boundaries": [
            (
                each,
                [(units.get(line.unit, line.unit), line) for line in each.tally.shown],
                *counting(each.row.pk),
            )
            for each in boundaries()
        ],
        "boundary_form": boundary_form or BoundaryForm(),
        "fewest": floor()[0],
        "kinds": KINDS.items(),
        "large": LARGE,
        "form": form or FileForm(),
        "rule_form": rule_form or RuleForm(list(all_figures())),
        "mistakes": mistakes,
        **may(request),
    }
    return render(request, "incentives/files.html", context, status=status)
