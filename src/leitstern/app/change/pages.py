"""What the page of an initiative's brief shows, put together once for reading and for a form that came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone

from leitstern.app.accounts.queries import people
from leitstern.app.change import queries
from leitstern.app.change.forms import HandOutForm
from leitstern.app.change.models import Language
from leitstern.app.change.naming import said
from leitstern.app.change.pulses import newest_pulse
from leitstern.app.change.reaching import reached
from leitstern.app.common.actors import Capability
from leitstern.app.company.former import unit_names
from leitstern.core.bridge.change.brief import from_content
from leitstern.core.bridge.change.differences import differences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.app.accounts.models import Person
    from leitstern.app.change.models import Brief, Copy, Message, Version
    from leitstern.app.change.reaching import Reached
    from leitstern.app.portfolio.models import Initiative
    from leitstern.core.bridge.change.brief import BriefDraft
    from leitstern.core.bridge.change.coverage import Told
    from leitstern.core.bridge.change.differences import Difference
    from leitstern.core.bridge.change.hints import Hint
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class CopyLine:
    """What one role reads, how many copies are out, and how many were opened, as far as that may be told."""

    reached: Reached
    role: str
    address: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version with what it said otherwise than the one before."""

    version: Version
    changes: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The brief in one language: as it stands, as it is being written, and every version of it."""

    brief: Brief
    draft: BriefDraft
    standing: Version | None
    holds: BriefDraft | None
    hints: tuple[Hint, ...]
    copies: tuple[CopyLine, ...]
    versions: tuple[VersionLine, ...]

    @property
    def unpublished(self) -> bool:
        """Whether the draft says otherwise than what is out."""
        return self.standing is None or self.standing.content != self.brief.content

    @property
    def shown(self) -> BriefDraft:
        """What the page reads out: what holds, else the draft."""
        return self.holds or self.draft


def brief_context(me: Person, row: Initiative, **more: Any) -> dict[str, Any]:
    """Everything about the brief of an initiative."""
    names, today, fewest = unit_names(), timezone.localdate(), queries.agreed_fewest()
    told = queries.coverage_of(row)
    messages = [each for each in queries.messages(row) if _concerns(each, told)]
    pulse = newest_pulse(row)
    context: dict[str, Any] = {
        "row": row,
        "told": told,
        "open": [said(role, names) for role in told.open],
        "written": [written_brief(brief, names, fewest) for brief in queries.briefs_of(row)],
        "languages": Language.choices,
        "units": names,
        "pulse": pulse,
        "pulse_units": [found for unit in row.units if pulse and (found := pulse.of(unit))],
        "planned": messages,
        "gaps": [gap for gap in queries.gaps_now(messages, today) if gap.initiative == row.pk],
        "shapings": [(each, queries.took_part(each, fewest)) for each in queries.shapings(row)],
        "hand_out_form": HandOutForm(),
        "names": {person.actor_id: person.name for person in people()},
        "today": today,
        "fewest": fewest,
        "may_steer": Capability.STEER in me.capabilities,
    }
    return context | more


def _concerns(message: Message, told: Told) -> bool:
    """Whether something is said about this change, or about all, to somebody it affects."""
    item = queries.as_item(message)
    return item.initiative == told.key or any(item.reaches(role) for role in told.affected)


def written_brief(brief: Brief, names: dict[str, Text], fewest: int) -> Written:
    """A brief with its versions prefetched, as `queries.briefs_of` gives it."""
    versions = list(brief.versions.all())
    standing = next((each for each in versions if each.withdrawn is None), None)
    draft = from_content(brief.content)
    drafts = [from_content(each.content) for each in versions]
    return Written(
        brief=brief,
        draft=draft,
        standing=standing,
        holds=from_content(standing.content) if standing else None,
        hints=queries.remarks(brief, draft),
        copies=tuple(copy_lines(standing.copies.all(), names, fewest)) if standing else (),
        versions=tuple(
            VersionLine(version, differences(before, now) if before else ())
            for version, now, before in zip(versions, drafts, [*drafts[1:], None][: len(drafts)], strict=True)
        ),
    )


def copy_lines(copies: Iterable[Copy], names: dict[str, Text], fewest: int) -> list[CopyLine]:
    """What each role reads, everybody's page first."""
    return [
        CopyLine(each, said(each.role, names), reverse("change:read", args=[each.copy.token]))
        for each in reached(copies, fewest)
    ]
