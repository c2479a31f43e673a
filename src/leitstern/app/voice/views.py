"""Brand voice: all systems, one of them, and the texts that were drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import touchpoint_names
from leitstern.app.stack.queries import application_names
from leitstern.app.voice import queries
from leitstern.app.voice.table import STANDING_HEADER, TEXT_HEADER, standing_rows, text_rows
from leitstern.core.bridge.voice.rules import SIDES
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.core.bridge.voice.standing import Standing

MOST = 200  # texts of the page; all of them are in the export


def overview(request: HttpRequest) -> HttpResponse:
    """Every system that speaks to customers; `?format=csv` takes it along."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    found, named = queries.heard(), queries.systems()
    if request.GET.get("format") == "csv":
        rows = standing_rows(found.systems, named, get_language() or "en")
        return csv_response("brand-voice", STANDING_HEADER, rows)
    ranked = sorted(found.systems, key=_worst_first)
    told = [each for each in ranked if isinstance(each.whole.conforms, Estimate)]
    context = {
        "found": found,
        "systems": [(each, named[each.system], _most_broken(each)) for each in ranked],
        "worst": told[0] if told else None,
        "worst_name": named[told[0].system].name if told else "",
        "rules": len(found.rules.rules),
        "waiting": queries.waiting(me.actor_id),
        **may(request),
    }
    return render(request, "voice/overview.html", context)


def system(request: HttpRequest, slug: str) -> HttpResponse:
    """One system: by touchpoint, month, rule and statement."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = queries.heard()
    one = queries.standing(slug)
    row = queries.systems()[slug]
    context = {
        "one": one,
        "row": row,
        "known": row.application in application_names(),
        "points": touchpoint_names(),
        "statements": {each.key: each for each in found.rules.statements},
        "reasons": {each.name: each.reason for each in found.rules.rules},
        "sides": SIDES,
        **may(request),
    }
    return render(request, "voice/system.html", context)


def texts(request: HttpRequest) -> HttpResponse:
    """The texts that chance drew, `?system=` those of one; what others found only once one has judged oneself."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    found, named, points = queries.heard(), queries.systems(), touchpoint_names()
    asked = request.GET.get("system", "")
    chosen = [each for each in found.texts if asked not in named or each.said.system == asked]
    seen = queries.seen_by(me, found)
    if request.GET.get("format") == "csv":
        return csv_response("texts", TEXT_HEADER, text_rows(chosen, seen, points, get_language() or "en"))
    context = {
        "texts": [(each, each.said.number in seen) for each in chosen[:MOST]],
        "n": len(chosen),
        "more": max(len(chosen) - MOST, 0),
        "named": named,
        "points": points,
        "asked": asked if asked in named else "",
        **may(request),
    }
    return render(request, "voice/texts.html", context)


def may(request: HttpRequest) -> dict[str, bool]:
    """What the reader may do here."""
    capabilities = person_of(request).capabilities
    return {
        "may_keep": Capability.KEEP_REGISTERS in capabilities,
        "may_steer": Capability.STEER in capabilities,
    }


def _worst_first(each: Standing) -> tuple[bool, float, str]:
    conforms = each.whole.conforms
    known = isinstance(conforms, Estimate)
    return (not known, conforms.value if isinstance(conforms, Estimate) else 0.0, each.system)


def _most_broken(each: Standing) -> str:
    return next((rule.rule for rule in each.rules if rule.times), "")
