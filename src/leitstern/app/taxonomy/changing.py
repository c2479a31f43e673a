"""What all pages share on which the taxonomy is changed: look first, then keep, and say what came between."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.utils.translation import gettext

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import words
from leitstern.app.company.actions import TaxonomyMoved
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.company.queries import require_version
from leitstern.app.taxonomy import keeping, queries
from leitstern.app.taxonomy.forms import WhyForm
from leitstern.app.taxonomy.keeping import Preview, WrongTerm
from leitstern.core.company.differences import SORTS
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

    from leitstern.app.taxonomy.forms import TermForm
    from leitstern.core.company.differences import Change
    from leitstern.core.company.editing import Sort
    from leitstern.core.company.taxonomy import Taxonomy


@dataclass
class Changing:
    """Where somebody stands with a change: nothing done yet, looked at, refused, or `kept`."""

    why: WhyForm
    since: int
    seen: Preview | None = None
    problem: str = ""
    between: tuple[Change, ...] = ()  # what others changed in the meantime
    kept: bool = False
    sorts: dict[str, Any] = field(default_factory=lambda: dict(SORTS))

    @property
    def status(self) -> int:
        """Of the page that shows it."""
        return 422 if self.problem or self.why.errors else 200


def changing(
    request: HttpRequest,
    after: Callable[[], Taxonomy] | None,
    sort: Sort = "touchpoint",
    slug: str = "",
    form: TermForm | None = None,
) -> Changing:
    """Do what was asked for with the taxonomy that `after` makes; None: what was filled in is not valid."""
    me, now = person_of(request), require_version().pk
    why = WhyForm(request.POST if "keep" in request.POST else None)
    found = Changing(why, now)
    if request.method != "POST":
        return found
    require(me, Capability.EDIT_TAXONOMY)
    if after is None:
        found.problem = gettext("Nothing was kept yet: something in the form needs another look.")
        return found
    since = _since(request, now)
    try:
        found.seen = keeping.preview(after(), sort, slug)
        if "keep" in request.POST and why.is_valid():
            keeping.keep(me, found.seen.after, since, why.cleaned_data["why"])
            messages.success(
                request, gettext("Kept as a new version. Pages speak this language from now on.")
            )
            found.kept = True
    except WrongTerm as wrong:
        if form is not None:
            form.say(wrong.problems)
        found.problem = (
            words(wrong.text)
            if form is None
            else gettext("Nothing was kept yet: something needs another look.")
        )
    except TaxonomyMoved as moved:
        found.problem = words(moved.text)
        found.between = queries.between(queries.version_by_id(moved.since), queries.version_by_id(moved.now))
    except LeitsternError as refused:
        if found.seen is None:
            found.problem = words(refused.text)
        else:
            why.add_error("why", words(refused.text))
    return found


def _since(request: HttpRequest, now: int) -> int:
    given = request.POST.get("since", "")
    known = given.isdecimal() and len(given) < 10 and TaxonomyVersion.objects.filter(pk=int(given)).exists()
    return int(given) if known else now
