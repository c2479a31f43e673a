"""The taxonomy: all its terms, and one of them to be changed, retired or merged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.company.queries import current_taxonomy, require_taxonomy
from leitstern.app.taxonomy import keeping, queries
from leitstern.app.taxonomy.carried import carried
from leitstern.app.taxonomy.changing import changing
from leitstern.app.taxonomy.forms import MergeForm, TermForm
from leitstern.app.taxonomy.table import HEADER, rows
from leitstern.app.taxonomy.waiting import waiting
from leitstern.core.company.differences import MANY, SORTS, called, said
from leitstern.core.company.editing import EDITED, WITH_SYNONYMS, entry, values_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from leitstern.app.taxonomy.changing import Changing
    from leitstern.core.company.editing import Sort
    from leitstern.core.company.taxonomy import Taxonomy


def may(request: HttpRequest) -> dict[str, bool]:
    """What the person who asks may do here."""
    mine = person_of(request).capabilities
    return {
        "may_edit": Capability.EDIT_TAXONOMY in mine,
        "may_import": Capability.IMPORT in mine,
        "may_see_imports": Capability.SEE_IMPORTS in mine,
        "may_see_inside": Capability.SEE_INSIDE in mine,
    }


def overview(request: HttpRequest) -> HttpResponse:
    """All terms of one sort (`?sort=`) with what they carry; `?format=csv` takes those of all sorts along."""
    require(person_of(request), Capability.SEE_GAP)
    if current_taxonomy() is None:
        return render(request, "taxonomy/overview.html", {"language": None, **may(request)})
    found = queries.language()
    if request.GET.get("format") == "csv":
        return csv_response("taxonomy", HEADER, rows(found, get_language() or "en"))
    asked = request.GET.get("sort", "")
    sort: Sort = next((each for each in EDITED if each == asked), "touchpoint")
    context = {
        "language": found,
        "sort": sort,
        "listed": found.of(sort),
        "retired": found.retired(sort),
        "tabs": [(each, MANY[each], len(found.of(each)), each == sort) for each in EDITED],
        "sorts": SORTS,
        "with_synonyms": sort in WITH_SYNONYMS,
        "with_owner": sort in queries.OWNED,
        "counted": sort not in queries.UNCOUNTED,
        "waiting": len(waiting(found.taxonomy)),
        "version": TaxonomyVersion.objects.first(),
        **may(request),
    }
    return render(request, "taxonomy/overview.html", context)


def term(request: HttpRequest, sort: str, slug: str) -> HttpResponse:
    """One term: what it says, what stands under it, and the form to change it."""
    me, kind, taxonomy = person_of(request), queries.sort_named(sort), require_taxonomy()
    require(me, Capability.SEE_GAP)
    here = entry(taxonomy, kind, slug)
    form = TermForm(taxonomy, kind, here, request.POST or None, slug=slug)
    state = changing(request, _filled(taxonomy, kind, form, new=False), kind, slug, form)
    if state.kept:
        return redirect("taxonomy:term", kind, slug)
    told = [(called(name), said(name, value, taxonomy)) for name, value in values_of(here).items()]
    context = {
        "here": here,
        "form": form,
        "told": told,
        "n": carried(taxonomy).get((kind, slug)),
        "uncounted": kind in queries.UNCOUNTED,
        "can_merge": queries.can_merge(kind),
        "merge": MergeForm(taxonomy, kind, slug),
    }
    return _page(request, "taxonomy/term.html", kind, state, context)


def new(request: HttpRequest, sort: str) -> HttpResponse:
    """A new term; `?again=` brings one back that was retired, `?called=` begins with a name."""
    me, kind, taxonomy = person_of(request), queries.sort_named(sort), require_taxonomy()
    require(me, Capability.EDIT_TAXONOMY)
    again = request.GET.get("again", "")
    before = queries.last_known(kind, again) if again else None
    form = TermForm(taxonomy, kind, before, request.POST or None)
    if before is not None:
        form.fields["slug"].initial = before.slug
    state = changing(request, _filled(taxonomy, kind, form, new=True), kind, "", form)
    if state.kept:
        return redirect(f"{reverse('taxonomy:overview')}?sort={kind}")
    return _page(request, "taxonomy/new.html", kind, state, {"form": form, "again": before})


def retire(request: HttpRequest, sort: str, slug: str) -> HttpResponse:
    """What happens if a term is no longer used, and doing it."""
    me, kind, taxonomy = person_of(request), queries.sort_named(sort), require_taxonomy()
    require(me, Capability.EDIT_TAXONOMY)
    here = entry(taxonomy, kind, slug)
    state = changing(request, lambda: keeping.without(taxonomy, kind, slug), kind, slug)
    if state.kept:
        return redirect(f"{reverse('taxonomy:overview')}?sort={kind}")
    return _page(request, "taxonomy/retire.html", kind, state, {"here": here})


def merge(request: HttpRequest, sort: str, slug: str) -> HttpResponse:
    """What happens if a term goes into another, and doing it."""
    me, kind, taxonomy = person_of(request), queries.sort_named(sort), require_taxonomy()
    require(me, Capability.EDIT_TAXONOMY)
    here = entry(taxonomy, kind, slug)
    form = MergeForm(taxonomy, kind, slug, request.POST or None)
    after: Callable[[], Taxonomy] | None = None
    if form.is_bound and form.is_valid():
        into = form.cleaned_data["into"]
        after = lambda: keeping.merged(taxonomy, kind, slug, into)  # noqa: E731
    state = changing(request, after, kind, slug)
    if state.kept:
        return redirect("taxonomy:term", kind, form.cleaned_data["into"])
    return _page(request, "taxonomy/merge.html", kind, state, {"here": here, "form": form})


def _filled(taxonomy: Taxonomy, sort: Sort, form: TermForm, *, new: bool) -> Callable[[], Taxonomy] | None:
    if not (form.is_bound and form.is_valid()):
        return None
    return lambda: keeping.with_term(taxonomy, sort, form.term(), new=new, after=form.after())


def _page(
    request: HttpRequest, template: str, sort: Sort, state: Changing, context: dict[str, Any]
) -> HttpResponse:
    about = {"sort": sort, "sort_name": SORTS[sort], "sort_names": MANY[sort], "state": state}
    return render(request, template, {**context, **about, **may(request)}, status=state.status)
