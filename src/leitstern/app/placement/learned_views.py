"""What the company's own gap teaches about its self-images: shown, and taken over by whoever may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.placement.learned import offers, take_over
from leitstern.app.placement.table import LEARNED_HEADER, learned_rows
from leitstern.core.inside.learning import bias_words, learned_sentence
from leitstern.core.inside.ratings import VIEWS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def learned(request: HttpRequest) -> HttpResponse:
    """A row per group; posting `group` takes its offer over."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    if request.method == "POST":
        take_over(me, request.POST.get("group", ""))
        messages.success(
            request, gettext("Taken over. Every page that uses it calculates with it from now on.")
        )
        return redirect("placement:learned")
    found = offers()
    if request.GET.get("format") == "csv":
        return csv_response("learned", LEARNED_HEADER, learned_rows(found, get_language() or "en"))
    context = {
        "offers": [
            (
                offer,
                VIEWS[offer.learned.view],
                bias_words(offer.now, offer.now_spread),
                bias_words(offer.learned.prior, offer.learned.prior_spread),
            )
            for offer in found
        ],
        "sentence": learned_sentence([offer.learned for offer in found]) if found else None,
        "may_edit": Capability.EDIT_ASSUMPTIONS in me.capabilities,
    }
    return render(request, "placement/learned.html", context)
