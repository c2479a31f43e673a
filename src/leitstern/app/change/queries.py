"""Briefs and who they reach, what is said when, and workshops. Other areas read here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from django.db.models import Max, Prefetch, Q
from django.utils import timezone

from leitstern.app.change.models import Brief, Consequence, Copy, HandedOut, Message, Shaping, Version
from leitstern.app.inside.agreements import floor
from leitstern.app.leadership.models import Decision
from leitstern.app.portfolio.models import Holder, Initiative
from leitstern.core.bridge.change.brief import BriefDraft, RoleKey, from_content
from leitstern.core.bridge.change.coverage import Coverage, Told, affected_roles, coverage
from leitstern.core.bridge.change.hints import Hint, hints
from leitstern.core.bridge.change.participation import Attended, Folded, fold
from leitstern.core.bridge.change.talk import Channel, Gap, Item, Planned, gaps
from leitstern.core.errors import NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import QuerySet

NO_BRIEF = Text(en="There is no such brief.", de="Diesen Leitbrief gibt es nicht.")
NO_MESSAGE = Text(
    en="There is no such entry in the calendar.", de="Diesen Eintrag gibt es im Kalender nicht."
)
UNREAD = tuple(
    f"initiative__{name}"
    for name in ("touchpoints", "journeys", "data_objects", "units", "roles", "work_change")
)  # of the initiative of an entry
NO_COPY = Text(
    en="No published version of this brief has an answer for this role, so there is nothing to hand out.",
    de="Keine veröffentlichte Fassung dieses Leitbriefs hat eine Antwort für diese Rolle; so gibt es nichts auszugeben.",
)
NO_CONSEQUENCE = Text(
    en="There is no such consequence of a workshop.", de="Diese Folge einer Werkstatt gibt es nicht."
)
NO_DECISION = Text(
    en="There is no such entry in the decision log.",
    de="Diesen Eintrag gibt es im Entscheidungsprotokoll nicht.",
)
NO_SHAPING = Text(en="There is no such workshop.", de="Diese Werkstatt gibt es nicht.")


def told(initiatives: QuerySet[Initiative] | None = None) -> tuple[Told, ...]:
    """Each initiative that stands: whom it affects, who is told, and of when its brief and its newest wording are."""
    asked = Initiative.objects.filter(withdrawn=None) if initiatives is None else initiatives
    versions = Prefetch("briefs__versions", Version.objects.filter(withdrawn=None))
    found = asked.only("title", "units", "roles").annotate(said=Max("editions__created"))
    found = found.prefetch_related("briefs", versions)
    return tuple(_told(each) for each in found)


def coverage_now() -> Coverage:
    """Over all initiatives that stand."""
    return coverage(told())


def coverage_of(initiative: Initiative) -> Told:
    """Of one initiative, withdrawn or not."""
    return told(Initiative.objects.filter(pk=initiative.pk))[0]


def briefs_of(initiative: Initiative) -> list[Brief]:
    """Its briefs, one per language, each with its versions, copies, and what was handed out."""
    out = Prefetch("versions__copies__handed_out", HandedOut.objects.filter(withdrawn=None))
    found = Brief.objects.filter(initiative=initiative).select_related("initiative")
    return list(found.prefetch_related("versions", "versions__copies", out))


def brief_in(initiative: Initiative, language: str) -> Brief | None:
    """The brief of an initiative in a language."""
    return Brief.objects.filter(initiative=initiative, language=language).first()


def brief_by_id(brief_id: int) -> Brief:
    """One brief. Raises NotFound."""
    return Brief.objects.select_related("initiative").filter(pk=brief_id).first() or _no(NO_BRIEF)


def version_by_id(version_id: int) -> Version:
    """One published version, withdrawn or not. Raises NotFound."""
    found = Version.objects.filter(pk=version_id).select_related("brief__initiative")
    return found.prefetch_related("copies").first() or _no(NO_BRIEF)


def copy_by_token(token: str) -> Copy | None:
    """What a link leads to."""
    return Copy.objects.filter(token=token).select_related("version__brief__initiative").first()


def copy_by_id(copy_id: int) -> Copy:
    """A version as one role reads it. Raises NotFound."""
    return Copy.objects.filter(pk=copy_id).select_related("version__brief").first() or _no(NO_BRIEF)


def handed_out_by_id(row_id: int) -> HandedOut:
    """A number of copies. Raises NotFound."""
    return HandedOut.objects.filter(pk=row_id).select_related("copy__version__brief").first() or _no(NO_BRIEF)


def standing_version(brief: Brief) -> Version | None:
    """The version that holds, if one does."""
    return brief.versions.filter(withdrawn=None).first()


def copy_for(brief: Brief, role: RoleKey) -> Copy:
    """What a role reads of the version that holds; the role without a name is everybody. Raises NotFound."""
    standing = standing_version(brief)
    found = standing.copies.filter(unit=role.unit, role=role.name).first() if standing else None
    return found or _no(NO_COPY)


def newer_than(version: Version) -> Version | None:
    """The version that holds in its place, if another one does."""
    newest = version.brief.versions.filter(withdrawn=None).first()
    return None if newest is None or newest.pk == version.pk else newest


def remarks(brief: Brief, draft: BriefDraft) -> tuple[Hint, ...]:
    """What a good reader would remark on a draft."""
    named = [RoleKey("", name) for name in brief.initiative.roles if name.strip()]
    left = Holder.objects.filter(left__lte=timezone.localdate()).values_list("name", flat=True)
    return hints(draft, named, left)


def messages(initiative: Initiative | None = None) -> QuerySet[Message]:
    """What is planned and was said, the first day first; of one initiative, or of all."""
    found = Message.objects.filter(withdrawn=None).select_related("initiative").defer(*UNREAD)
    return found if initiative is None else found.filter(Q(initiative=initiative) | Q(initiative=None))


def withdrawn_messages() -> QuerySet[Message]:
    """What was taken out of the calendar."""
    return Message.objects.exclude(withdrawn=None).select_related("initiative").order_by("-withdrawn")


def message_by_id(message_id: int) -> Message:
    """One entry of the calendar, withdrawn or not. Raises NotFound."""
    return Message.objects.filter(pk=message_id).select_related("initiative").first() or _no(NO_MESSAGE)


def as_item(row: Message) -> Item:
    """As a plain value."""
    roles = tuple(RoleKey(unit, name) for unit, name in row.roles)
    return Item(
        row.pk,
        row.title,
        row.day,
        Channel(row.channel),
        row.who,
        roles,
        tuple(row.units),
        row.initiative_id,
        row.done,
    )


def gaps_now(rows: Iterable[Message], today: date, found: Iterable[Told] | None = None) -> tuple[Gap, ...]:
    """Who hears too late, never or one way, of every initiative of which there is a published brief.

    `found` spares looking up again who is told.
    """
    changes = (
        Planned(each.key, each.title, each.affected, each.valid_from)
        for each in (told() if found is None else found)
        if each.published
    )
    return gaps(changes, [as_item(row) for row in rows], today)


def shapings(initiative: Initiative | None = None) -> QuerySet[Shaping]:
    """Workshops that count, the newest first; of one initiative, or of all."""
    standing = Prefetch("consequences", Consequence.objects.filter(withdrawn=None).select_related("decision"))
    found = Shaping.objects.filter(withdrawn=None).select_related("initiative")
    found = found.prefetch_related("attendance", standing)
    return found if initiative is None else found.filter(initiative=initiative)


def withdrawn_shapings() -> QuerySet[Shaping]:
    """Those that no longer count."""
    return Shaping.objects.exclude(withdrawn=None).order_by("-withdrawn")


def shaping_by_id(shaping_id: int) -> Shaping:
    """One workshop, withdrawn or not. Raises NotFound."""
    standing = Prefetch("consequences", Consequence.objects.filter(withdrawn=None).select_related("decision"))
    found = Shaping.objects.filter(pk=shaping_id).select_related("initiative")
    return found.prefetch_related("attendance", standing).first() or _no(NO_SHAPING)


def consequence_by_id(consequence_id: int) -> Consequence:
    """What came of a workshop. Raises NotFound."""
    return Consequence.objects.filter(pk=consequence_id).first() or _no(NO_CONSEQUENCE)


def decision_by_id(decision_id: int) -> Decision:
    """An entry of the decision log that stands. Raises NotFound."""
    return Decision.objects.filter(pk=decision_id, withdrawn=None).first() or _no(NO_DECISION)


def took_part(row: Shaping, fewest: int | None = None) -> Folded:
    """What may be shown of who took part: from as many people on as was agreed (`fewest`, looked up once for many)."""
    rows = (Attended(each.unit, each.role, each.invited, each.took_part) for each in row.attendance.all())
    return fold(rows, agreed_fewest() if fewest is None else fewest)


def agreed_fewest() -> int:
    """From how many people on numbers are shown, as agreed with the works council."""
    return floor()[0]


def _told(row: Initiative) -> Told:
    standing = [newest for brief in row.briefs.all() if (newest := next(iter(brief.versions.all()), None))]
    drafts = [from_content(brief.content) for brief in row.briefs.all()]
    published = [from_content(version.content) for version in standing]
    roles = tuple(dict.fromkeys(each.role for draft in (*published, *drafts) for each in draft.roles))
    return Told(
        key=row.pk,
        title=row.title,
        units=tuple(row.units),
        affected=affected_roles(row.roles, roles),
        answered=frozenset(each.role for draft in published for each in draft.roles if each.answered),
        published=max((_day(each.created) for each in standing), default=None),
        changed=_day(row.said) if row.said else None,  # type: ignore[attr-defined]
        valid_from=min((each.valid_from for each in published if each.valid_from), default=None),
    )


def _day(moment: object) -> date:
    return timezone.localtime(moment).date()  # type: ignore[arg-type]


def _no(text: Text) -> NoReturn:
    raise NotFound(text)
