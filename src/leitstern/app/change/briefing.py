"""Keeping a brief, publishing a version of it, taking one back, and counting what was handed out and opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Max
from django.utils import timezone

from leitstern.app.change.models import Brief, Copy, HandedOut, Language, Version
from leitstern.app.change.saying import WrongWords
from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.core.bridge.change.brief import (
    BriefDraft,
    RoleKey,
    as_content,
    from_content,
    problems,
    unready,
)
from leitstern.core.bridge.change.talk import Channel
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.portfolio.models import Initiative

MOST = 1_000_000
EVERYBODY = RoleKey("", "")
WITHDRAWN = Text(
    en="“{title}” was withdrawn, so nothing new goes out about it. What went out before stays readable.",
    de="„{title}“ wurde zurückgezogen, also geht dazu nichts Neues hinaus. Was hinausging, bleibt lesbar.",
)
NOTHING_NEW = Text(
    en="This is what version {number} says already. Nothing was published.",
    de="Genau das steht schon in Fassung {number}. Es wurde nichts veröffentlicht.",
)
GONE = Text(
    en="This version was withdrawn, so no copies of it go out. Hand out the newest one.",
    de="Diese Fassung wurde zurückgezogen, also werden keine Exemplare mehr ausgegeben. Geben Sie die neueste aus.",
)
HOW_MANY = Text(
    en="Say how many copies: a whole number from 1. Nothing was kept.",
    de="Sagen Sie, wie viele Exemplare: eine ganze Zahl ab 1. Es wurde nichts gespeichert.",
)


@action("keep brief", Capability.STEER)
def keep_brief(actor: Actor, initiative: Initiative, language: Language, draft: BriefDraft) -> Brief:
    """Keep the draft of a brief; what is merely missing is told, not refused. Raises WrongWords."""
    if found := problems(draft):
        raise WrongWords(found)
    brief, _ = Brief.objects.update_or_create(
        initiative=initiative,
        language=language,
        defaults={"content": as_content(draft), "changed": timezone.now(), "actor": actor.actor_id},
    )
    return brief


@action("publish brief", Capability.STEER)
def publish(actor: Actor, brief: Brief) -> Version:
    """Freeze the draft as the next version, with a copy to read for everybody and for each role that has an answer.

    Raises WrongWords without a reason or somebody who says it, Conflict for what is out already or was withdrawn.
    """
    if brief.initiative.withdrawn:
        raise Conflict(WITHDRAWN.fill(title=brief.initiative.title))
    draft = from_content(brief.content)
    if found := unready(draft):
        raise WrongWords(found)
    standing = brief.versions.filter(withdrawn=None).first()
    if standing and standing.content == brief.content:
        raise Conflict(NOTHING_NEW.fill(number=standing.number))
    newest = brief.versions.aggregate(newest=Max("number"))["newest"] or 0
    version = Version.objects.create(
        brief=brief, number=newest + 1, content=brief.content, actor=actor.actor_id
    )
    roles = (EVERYBODY, *(each.role for each in draft.roles if each.answered))
    Copy.objects.bulk_create(Copy(version=version, unit=role.unit, role=role.name) for role in roles)
    return version


@action("withdraw brief", Capability.STEER)
def withdraw(actor: Actor, version: Version) -> Version:
    """Take a version back: whoever opens its links reads that it no longer holds. It stays readable here."""
    return mark_withdrawn(version)


@action("reinstate brief", Capability.STEER)
def reinstate(actor: Actor, version: Version) -> Version:
    """Undo taking it back."""
    return mark_standing(version)


@action("hand out brief", Capability.STEER)
def hand_out(actor: Actor, copy: Copy, day: date, n: int, channel: Channel) -> HandedOut:
    """Say how many copies of a role's page were handed out or sent."""
    if copy.version.withdrawn:
        raise Conflict(GONE)
    if not 1 <= n <= MOST:
        raise InvalidInput(HOW_MANY)
    return HandedOut.objects.create(copy=copy, day=day, n=n, channel=channel, actor=actor.actor_id)


@action("withdraw handing out", Capability.STEER)
def withdraw_handing_out(actor: Actor, row: HandedOut) -> HandedOut:
    """It was typed wrong; it no longer counts."""
    return mark_withdrawn(row)


def count_opening(copy: Copy) -> None:
    """Once more somebody opened it. No actor, no time, no trace of who."""
    Copy.objects.filter(pk=copy.pk).update(opened=F("opened") + 1)
