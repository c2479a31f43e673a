"""Preparing, launching, reminding, closing and publishing a wave."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from leitstern.app.common.actions import action
from leitstern.app.common.actors import WORKER, Actor, Capability
from leitstern.app.common.wiping import wipe_after_commit
from leitstern.app.company.queries import require_version
from leitstern.app.inside.agreements import floor
from leitstern.app.inside.instruments import current_version
from leitstern.app.waves import letters
from leitstern.app.waves.models import Invited, Kind, Publication, Token, Wave, WaveState
from leitstern.app.waves.publishing import publication
from leitstern.app.waves.queries import today, wave_by_id
from leitstern.app.waves.tokens import digest, mark, token_of
from leitstern.collect.roster import Roster
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.groups import home_of
from leitstern.core.texts import Text

THRESHOLDS = Text(
    en="Results need at least {fewest} people and comments at least {comments}, as agreed; a wave may ask for more, never "
    "for less.",
    de="Ergebnisse brauchen mindestens {fewest} Personen und Kommentare mindestens {comments}, wie vereinbart; eine Welle "
    "darf mehr verlangen, nie weniger.",
)
OVER = Text(
    en="The last day lies in the past. Choose today or a later day.",
    de="Der letzte Tag liegt in der Vergangenheit. Wählen Sie heute oder einen späteren Tag.",
)
NOT_NOW = Text(
    en="The wave is “{state}”; this is not possible any more, or not yet. Nothing was changed.",
    de="Die Welle ist „{state}“; das geht nicht mehr oder noch nicht. Es wurde nichts geändert.",
)
EMPTY = Text(
    en="At least {fewest} people have to be invited. Hand in a roster first.",
    de="Es müssen mindestens {fewest} Personen eingeladen sein. Geben Sie zuerst eine Liste ab.",
)
MIXED = Text(
    en="{without} of {all} people on the roster have no address. A wave is held by link or on paper, never both, or the "
    "sheets could be subtracted from the results. Please hold two waves. The roster was not kept.",
    de="{without} von {all} Personen auf der Liste haben keine Adresse. Eine Welle läuft über Links oder auf Papier, nie beides, "
    "sonst ließen sich die Bögen aus den Ergebnissen herausrechnen. Bitte führen Sie zwei Wellen durch. Die Liste wurde nicht "
    "übernommen.",
)
NO_NAME = Text(
    en="A wave needs a name of one line of plain text. Nothing was prepared.",
    de="Eine Welle braucht einen Namen aus einer Zeile gewöhnlichem Text. Es wurde nichts vorbereitet.",
)
NO_MAIL = Text(
    en="No mail server is set (LEITSTERN_SMTP_URL), so nobody on the roster could be written to. Nothing was launched. "
    "Have a mail server set, or hold the wave on paper.",
    de="Es ist kein Mailserver eingestellt (LEITSTERN_SMTP_URL), also könnte niemand auf der Liste angeschrieben werden. Es "
    "wurde nichts gestartet. Lassen Sie einen Mailserver einstellen, oder führen Sie die Welle auf Papier durch.",
)
ON_PAPER = Text(
    en="This wave is held on paper, so there is nobody to write to. Nothing was sent.",
    de="Diese Welle läuft auf Papier, also gibt es niemanden, den man anschreiben könnte. Es wurde nichts verschickt.",
)
STATES = {
    WaveState.DRAFT: Text(en="in preparation", de="in Vorbereitung"),
    WaveState.RUNNING: Text(en="running", de="laufend"),
    WaveState.CLOSED: Text(en="closed", de="geschlossen"),
    WaveState.PUBLISHED: Text(en="published", de="veröffentlicht"),
}


def in_state(wave: Wave, *states: WaveState) -> Wave:
    """The wave as it is stored now. Raises Conflict if it is in none of these states."""
    current = Wave.objects.select_for_update().select_related("instrument", "taxonomy").get(pk=wave.pk)
    if current.state not in states:
        raise Conflict(NOT_NOW.fill(state=STATES[WaveState(current.state)]))
    return current


@action("prepare wave", Capability.RUN_WAVES)
def prepare(
    actor: Actor, name: str, closes: date, fewest: int | None = None, fewest_comments: int | None = None
) -> Wave:
    """A new wave with the instrument and the organisation as they are now.

    Without thresholds those hold that were agreed with the works council. Raises InvalidInput below them.
    """
    results, comments = floor()
    fewest = results if fewest is None else fewest
    fewest_comments = comments if fewest_comments is None else fewest_comments
    if fewest < results or fewest_comments < comments:
        raise InvalidInput(THRESHOLDS.fill(fewest=results, comments=comments))
    name = name.strip()
    if not name or not name.isprintable():
        raise InvalidInput(NO_NAME)  # it becomes the subject of letters
    wave = Wave(
        name=name[:120],
        instrument=current_version(),
        taxonomy=require_version(),
        closes=closes,
        fewest=fewest,
        fewest_comments=fewest_comments,
        actor=actor.actor_id,
    )
    if closes < today(wave):
        raise InvalidInput(OVER)
    wave.save()
    return wave


@action("hand in roster", Capability.RUN_WAVES)
def hand_in_roster(actor: Actor, wave: Wave, roster: Roster) -> Wave:
    """Put everybody on the roster, in place of who was there; the organisation is the one of today.

    Raises InvalidInput where some have an address and others none.
    """
    wave = in_state(wave, WaveState.DRAFT)
    without = sum(not person.address for person in roster.people)
    if 0 < without < len(roster.people):
        raise InvalidInput(MIXED.fill(without=without, all=len(roster.people)))
    wave.taxonomy = require_version()
    wave.save(update_fields=["taxonomy"])
    wave.roster.all().delete()
    Invited.objects.bulk_create(
        Invited(
            wave=wave, unit=home_of(person.level, person.unit), level=person.level, address=person.address
        )
        for person in roster.people
    )
    return wave


@action("launch wave", Capability.RUN_WAVES)
def launch(actor: Actor, wave: Wave, address: str) -> Wave:
    """Freeze instrument, organisation, roster and thresholds, and write to everybody, unless it is a wave on paper.

    `address` is where the links in letters lead. Raises Conflict without people or, with addresses, a mail server.
    """
    wave = in_state(wave, WaveState.DRAFT)
    if wave.closes < today(wave):
        raise InvalidInput(OVER)
    results, comments = floor()  # what was agreed since the wave was prepared holds too
    wave.fewest, wave.fewest_comments = max(wave.fewest, results), max(wave.fewest_comments, comments)
    people = list(wave.roster.all())
    if len(people) < wave.fewest:
        raise Conflict(EMPTY.fill(fewest=wave.fewest))
    reachable = [person for person in people if person.address]
    if reachable and settings.CONFIG.mail is None:
        raise Conflict(NO_MAIL)
    by_place: dict[tuple[str, str], list[str]] = defaultdict(list)
    for person in people:
        by_place[person.level, person.unit].append(person.address)
    wave.places = [[*place, len(them), mark(them)] for place, them in sorted(by_place.items())]
    wave.state, wave.launched, wave.address = WaveState.RUNNING, timezone.now(), address.rstrip("/")
    wave.save(update_fields=["places", "state", "launched", "address", "fewest", "fewest_comments"])
    Token.objects.bulk_create(
        Token(wave=wave, digest=digest(token_of(person)), unit=person.unit, level=person.level)
        for person in reachable
    )
    letters.write(reachable, Kind.INVITATION)
    return wave


@action("remind", Capability.RUN_WAVES)
def remind(actor: Actor, wave: Wave) -> Wave:
    """Write again to everybody whose token has not been used. Raises Conflict in a wave on paper."""
    wave = in_state(wave, WaveState.RUNNING)
    if not wave.tokens.exists():
        raise Conflict(ON_PAPER)
    unused = set(wave.tokens.filter(used=False).values_list("digest", flat=True))
    people = [person for person in wave.roster.exclude(address="") if digest(token_of(person)) in unused]
    letters.write(people, Kind.REMINDER)
    return wave


@action("close wave", Capability.RUN_WAVES)
def close(actor: Actor, wave: Wave) -> Wave:
    """Take no more answers, and forget whom they could have come from: roster, addresses, tokens, letters, drafts."""
    wave = in_state(wave, WaveState.RUNNING)
    wave.state, wave.closed = WaveState.CLOSED, timezone.now()
    wave.save(update_fields=["state", "closed"])
    for gone in (wave.roster, wave.tokens, wave.drafts):
        gone.all().delete()
    wipe_after_commit()
    return wave


@action("publish wave", Capability.RUN_WAVES)
def publish(actor: Actor, wave: Wave) -> Wave:
    """Decide once and for all what may be shown, with everything published before, and keep exactly that."""
    wave = in_state(wave, WaveState.CLOSED)
    results, decided = publication(wave)
    Publication.objects.create(wave=wave, results=results, decided=decided)
    wave.state, wave.published = WaveState.PUBLISHED, timezone.now()
    wave.save(update_fields=["state", "published"])
    wave.sheets.all().delete()
    wipe_after_commit()  # sheets entered since the closing lie in the order of their coming
    return wave


@action("drop wave", Capability.RUN_WAVES)
def drop(actor: Actor, wave: Wave) -> Wave:
    """Take back a wave that was never launched."""
    wave = in_state(wave, WaveState.DRAFT)
    key = wave.pk
    wave.delete()
    wave.pk = key  # the log names what went
    return wave


def close_due() -> bool:
    """Close the waves whose last day is over; done by the worker."""
    due = [wave for wave in Wave.objects.filter(state=WaveState.RUNNING) if today(wave) > wave.closes]
    for wave in due:
        with transaction.atomic():
            close(WORKER, wave_by_id(wave.pk))
    return bool(due)
