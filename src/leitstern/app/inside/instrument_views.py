"""Instruments: all of them, one with its anchors and items, bringing in, copying, taking along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.inside import instruments as kept
from leitstern.app.inside.instrument_forms import InstrumentForm, OwnQuestionsForm
from leitstern.app.inside.names import AXIS_NAMES, LAYER_NAMES
from leitstern.core.errors import LeitsternError
from leitstern.core.inside.origins import origins
from leitstern.core.inside.proof_kinds import KINDS

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.functional import _StrPromise

    from leitstern.app.inside.models import InstrumentVersion
    from leitstern.core.inside.instrument import Anchor, Dimension, Instrument, Item
    from leitstern.core.texts import Text

HEADER = ["dimension", "item", "de", "en", "layer", "reverse", "source"]


@dataclass(frozen=True, slots=True)
class AnchorRow:
    """A level, what can be seen there, and what has to be shown for it."""

    level: int
    anchor: Anchor
    proof: list[Text]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A question with what it looks at and where it comes from."""

    item: Item
    layer: _StrPromise | str
    origins: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """A dimension with everything that is asked about it."""

    dimension: Dimension
    axis: _StrPromise | str
    origins: tuple[Text, ...]
    anchors: list[AnchorRow]
    items: list[ItemRow]


def instruments(request: HttpRequest) -> HttpResponse:
    """All versions, and the form to bring one in."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    form = InstrumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        require(me, Capability.RUN_WAVES)
        if form.is_valid():
            upload = form.cleaned_data["file"]
            try:
                brought = kept.bring_in(me, upload.read(), upload.name)
            except LeitsternError as problem:
                form.add_error("file", problem.text.to(get_language() or "en"))
            else:
                messages.success(request, gettext("Brought in. This version never changes from now on."))
                return redirect("inside:instrument", brought.pk)
    current = kept.current_version()
    rows = [
        (version, kept.content_of(version))
        for version in sorted(kept.instrument_versions(), key=lambda each: each != current)
    ]
    if request.GET.get("format") == "csv":
        header = ["id", "slug", "version", "de", "en", "licence", "dimensions", "items"]
        return csv_response("instruments", header, (_listed(version, found) for version, found in rows))
    context = {
        "rows": rows,
        "current": current,
        "form": form,
        "may_change": Capability.RUN_WAVES in me.capabilities,
    }
    return render(request, "inside/instruments.html", context)


def instrument(request: HttpRequest, version_id: int) -> HttpResponse:
    """One version with all anchors and items; adding questions of one's own makes a copy."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    version = kept.instrument_version(version_id)
    found = kept.content_of(version)
    form = OwnQuestionsForm(found, get_language() or "en", request.POST or None)
    if request.method == "POST":
        require(me, Capability.RUN_WAVES)
        if form.is_valid():
            try:
                copy = kept.copy_with_own(me, version, *form.added())
            except LeitsternError as problem:
                form.add_error(None, problem.text.to(get_language() or "en"))
            else:
                messages.success(request, gettext("Copied with your own questions, as a new version."))
                return redirect("inside:instrument", copy.pk)
    if request.GET.get("format") == "csv":
        return csv_response(f"{version.slug}-{version.version}", HEADER, (_row(i) for i in found.items))
    context = {
        "version": version,
        "instrument": found,
        "dimensions": [described(found, dimension) for dimension in found.dimensions],
        "is_current": kept.current_version() == version,
        "can_place": kept.can_place(found),
        "form": form,
        "may_change": Capability.RUN_WAVES in me.capabilities,
    }
    return render(request, "inside/instrument.html", context)


def instrument_file(request: HttpRequest, version_id: int) -> HttpResponse:
    """A version as the file it can be brought in with."""
    require(person_of(request), Capability.SEE_INSIDE)
    version = kept.instrument_version(version_id)
    kept.content_of(version)
    response = HttpResponse(version.content, content_type="application/yaml; charset=utf-8")
    name = f"{version.slug}-{version.version}.yaml"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


@require_POST
def choose(request: HttpRequest, version_id: int) -> HttpResponse:
    """Ask with this version from now on."""
    kept.choose(person_of(request), kept.instrument_version(version_id))
    messages.success(request, gettext("From now on this one is asked. What was asked before stays as it is."))
    return redirect("inside:instrument", version_id)


@require_POST
def remove_instrument(request: HttpRequest, version_id: int) -> HttpResponse:
    """Take a version out that was never used."""
    kept.remove_instrument(person_of(request), kept.instrument_version(version_id))
    messages.info(request, gettext("Taken out."))
    return redirect("inside:instruments")


def described(found: Instrument, dimension: Dimension) -> DimensionRow:
    """A dimension with the words a page needs."""
    return DimensionRow(
        dimension=dimension,
        axis=AXIS_NAMES[dimension.axis] if dimension.axis else "",
        origins=origins(dimension.source),
        anchors=[
            AnchorRow(level, anchor, [KINDS[kind] for kind in anchor.proof])
            for level, anchor in enumerate(dimension.anchors)
        ],
        items=[
            ItemRow(item, LAYER_NAMES[item.layer] if item.layer else "", origins(item.source))
            for item in found.items_of(dimension.slug)
        ],
    )


def _listed(version: InstrumentVersion, found: Instrument) -> list[object]:
    return [
        version.pk,
        version.slug,
        version.version,
        found.name.de,
        found.name.en,
        found.licence.name,
        len(found.dimensions),
        len(found.items),
    ]


def _row(item: Item) -> list[object]:
    return [
        item.dimension,
        item.slug,
        item.text.de,
        item.text.en,
        item.layer or "",
        int(item.reverse),
        item.source,
    ]
