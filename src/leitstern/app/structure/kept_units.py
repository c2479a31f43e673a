"""Units as they are kept: what they are called, which stand by themselves, and which went on as part of another.

Departments come from the taxonomy, other units from the register. A unit that was merged stands below the one it went on
in, under the name it had, with everything that was said of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.findings import anew, once
from leitstern.app.company.former import FORMERLY
from leitstern.app.company.queries import departments
from leitstern.app.structure.models import Unit
from leitstern.core.company.tree import after_mergers
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.company.former import Names

KEPT = "kept units"  # asked once a request; whoever changes one, asks anew


def kept() -> dict[str, Unit]:
    """What the register keeps of units, by short name."""
    return once(KEPT, lambda: {row.slug: row for row in Unit.objects.all()})


def keep(row: Unit) -> Unit:
    """Store what is kept of a unit."""
    row.save()
    anew(KEPT)
    return row


def went_on() -> dict[str, str]:
    """Of which other unit each is part by now, of those that were merged."""
    today = timezone.localdate()
    return {
        slug: row.successor
        for slug, row in kept().items()
        if row.successor and row.merged and row.merged <= today
    }


def home(slug: str) -> str:
    """The unit that one is part of today; itself if it stands by itself."""
    merged, seen = went_on(), {slug}
    while (following := merged.get(slug, slug)) not in seen:
        seen.add(slug := following)
    return slug


def formerly(slug: str) -> list[str]:
    """A unit, and those that went on in it."""
    return [slug, *(each for each in went_on() if each != slug and home(each) == slug)]


def named(names: Names) -> Names:
    """What units are called, when `names` is what the taxonomy calls them: those of the register, and those merged."""
    found, there, merged = dict(names), {each.slug for each in departments()}, went_on()
    for slug, row in kept().items():
        if row.name and slug not in there:
            found[slug] = Text(row.name, row.name)
            if row.retired or slug in merged:
                found[slug] = FORMERLY.fill(name=found[slug])
        elif slug in there and slug in merged:
            found[slug] = FORMERLY.fill(name=found[slug])
    return found


def tree() -> dict[str, str]:
    """Above every unit, another one or the company: what was merged stands below the one it went on in."""
    merged, there = went_on(), {each.slug: each.parent for each in departments()}
    own = {
        slug: row.parent for slug, row in kept().items() if slug in merged or (row.name and not row.retired)
    }
    return after_mergers(there | own | there, merged)


def units_now() -> dict[str, Text]:
    """Units that stand by themselves, by short name: departments first, in the order of the taxonomy."""
    merged = went_on()
    there = {each.slug: each.name for each in departments()}
    own = {row.slug: Text(row.name, row.name) for row in kept().values() if row.name and not row.retired}
    return {slug: name for slug, name in (there | own | there).items() if slug not in merged}
