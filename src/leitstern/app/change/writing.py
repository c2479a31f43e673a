"""Writing a brief, publishing it, handing it out, taking a version back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.change import briefing, queries
from leitstern.app.change.forms import BriefForm, HandOutForm, role_rows
from leitstern.app.change.models import Language
from leitstern.app.change.naming import role_names
from leitstern.app.change.pages import brief_context
from leitstern.app.change.saying import WrongWords
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.forms import say
from leitstern.app.portfolio.queries import holders, initiative_by_id
from leitstern.core.bridge.change.brief import BriefDraft, ForRole, RoleKey, from_content
from leitstern.core.bridge.change.talk import Channel
from leitstern.core.errors import Conflict, LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.change.models import Brief
    from leitstern.app.portfolio.models import Initiative


def edit(request: HttpRequest, initiative_id: int) -> HttpResponse:
    """The form of a brief in one language (`?language=`)."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = initiative_by_id(initiative_id)
    language = _language(request)
    there = queries.brief_in(row, language)
    draft = from_content(there.content) if there else _beginning(row)
    posted = request.POST or None
    form, roles = BriefForm(draft, posted), role_rows(posted, _with_named(draft, row))
    if request.method == "POST" and all([form.is_valid(), roles.is_valid()]):
        try:
            briefing.keep_brief(me, row, language, form.draft(roles))
        except WrongWords as problem:
            say(form, problem.problems)
        else:
            messages.success(request, gettext("Kept as a draft. Nobody reads it before it is published."))
            return redirect("change:brief", row.pk)
    context = {
        "row": row,
        "form": form,
        "roles": roles,
        "language": language,
        "languages": Language.choices,
        "holders": holders(),
        "role_names": role_names(),
    }
    wrong = bool(form.errors) or (posted is not None and not roles.is_valid())
    return render(request, "change/edit.html", context, status=422 if wrong else 200)


@require_POST
def publish(request: HttpRequest, brief_id: int) -> HttpResponse:
    """Let the draft go out as the next version."""
    me, brief = person_of(request), _brief(request, brief_id)
    try:
        version = briefing.publish(me, brief)
    except (Conflict, WrongWords) as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
        context = brief_context(me, brief.initiative)
        return render(request, "change/brief.html", context, status=problem.status)
    text = gettext("Version %(number)s is out. Its words no longer change.") % {"number": version.number}
    messages.success(request, text)
    return redirect("change:brief", brief.initiative_id)


@require_POST
def withdraw(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Take a version back, or (`undo`) let it hold again."""
    me, version = person_of(request), queries.version_by_id(edition_id)
    if "undo" in request.POST:
        briefing.reinstate(me, version)
    else:
        briefing.withdraw(me, version)
        messages.info(request, gettext("Withdrawn. Its links say so from now on; it stays readable here."))
    return redirect("change:brief", version.brief.initiative_id)


@require_POST
def hand_out(request: HttpRequest, copy_id: int) -> HttpResponse:
    """Say how many copies went out."""
    me = person_of(request)
    require(me, Capability.STEER)
    copy, form = queries.copy_by_id(copy_id), HandOutForm(request.POST)
    row = initiative_by_id(copy.version.brief.initiative_id)
    if form.is_valid():
        data = form.cleaned_data
        try:
            briefing.hand_out(me, copy, data["day"], data["n"], Channel(data["channel"]))
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept."))
            return redirect("change:brief", row.pk)
    context = brief_context(me, row, hand_out_form=form, wrong_copy=copy.pk)
    return render(request, "change/brief.html", context, status=422)


@require_POST
def withdraw_handing_out(request: HttpRequest, handed_id: int) -> HttpResponse:
    """It was typed wrong."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.handed_out_by_id(handed_id)
    briefing.withdraw_handing_out(me, row)
    return redirect("change:brief", row.copy.version.brief.initiative_id)


def _brief(request: HttpRequest, brief_id: int) -> Brief:
    require(person_of(request), Capability.STEER)
    return queries.brief_by_id(brief_id)


def _language(request: HttpRequest) -> Language:
    wanted = request.GET.get("language", get_language() or "en")[:2]
    return Language(wanted) if wanted in Language.values else Language.ENGLISH


def _beginning(row: Initiative) -> BriefDraft:
    """A first draft: who answers for it says it, from the day on which it begins."""
    return BriefDraft(speaker=row.owner.name if row.owner else "", valid_from=row.begins)


def _with_named(draft: BriefDraft, row: Initiative) -> tuple[ForRole, ...]:
    """The answers, and an empty row for each role the initiative names that has none."""
    unit = row.units[0] if len(row.units) == 1 else ""
    named = (RoleKey("", name.strip()) for name in row.roles if name.strip())
    return (
        *draft.roles,
        *(ForRole(RoleKey(unit, role.name), "") for role in named if draft.answer_for(role) is None),
    )
