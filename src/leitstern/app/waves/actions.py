"""Preparing, launching, reminding, closing and publishing a wave."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from leitstern.app.common.actions import action
from leitstern.app.common.actors import WORKER, Actor, Capability
from leitstern.app.common.jobs import enqueue
from leitstern.app.common.models import Job, JobState
from leitstern.app.common.wiping import wipe_after_commit
from leitstern.app.company.queries import require_version
from leitstern.app.inside.agreements import floor
from leitstern.app.inside.instruments import content_of, current_version
from leitstern.app.inside.models import InstrumentVersion
from leitstern.app.waves import letters
from leitstern.app.waves.keeping import checked_days, longest
from leitstern.app.waves.models import Invited, Kind, Token, Wave, WaveState
from leitstern.app.waves.performing import KIND, perform, under_way
from leitstern.app.waves.queries import today, wave_by_id
from leitstern.app.waves.rosters import as_json, compare, refuse_alike, refuse_overlap, remember
from leitstern.app.waves.states import NOT_NOW, STATES, in_state
from leitstern.app.waves.tokens import digest, token_of
from leitstern.collect.roster import Roster
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.groups import home_of
from leitstern.core.inside.ratings import View
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
EMPTY = Text(
    en="At least {fewest} people have to be invited. Hand in a roster first.",
    de="Es müssen mindestens {fewest} Personen eingeladen sein. Geben Sie zuerst eine Liste ab.",
)
MIXED = Text(
    en="{without} of {all} people on the roster have no address. A wave is held by link or on paper, never both, or the "
    "sheets could be subtracted from the results. Please hold two waves, one after the other. The roster was not kept.",
    de="{without} von {all} Personen auf der Liste haben keine Adresse. Eine Welle läuft über Links oder auf Papier, nie beides, "
    "sonst ließen sich die Bögen aus den Ergebnissen herausrechnen. Bitte führen Sie zwei Wellen nacheinander durch. Die Liste wurde nicht "
    "übernommen.",
)
FORGOTTEN = Text(
    en="The answers of this wave have been deleted, so there is nothing to publish.",
    de="Die Antworten dieser Welle sind gelöscht, es gibt also nichts zu veröffentlichen.",
)
NO_NAME = Text(
    en="A wave needs a name of one line of plain text. Nothing was prepared.",
    de="Eine Welle braucht einen Namen: eine Zeile einfachen Text. Es wurde nichts vorbereitet.",
)
NO_STATEMENTS = Text(
    en="This instrument has no statements that people could agree with. Nothing was prepared; choose another one.",
    de="Dieses Instrument hat keine Aussagen, denen man zustimmen könnte. Es wurde nichts vorbereitet; wählen Sie ein anderes.",
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


@action("prepare wave", Capability.RUN_WAVES)
def prepare(
    actor: Actor,
    name: str,
    closes: date,
    fewest: int | None = None,
    fewest_comments: int | None = None,
    keep_days: int | None = None,
    instrument: InstrumentVersion | None = None,
) -> Wave:
    """A new wave with the organisation as it is now and the instrument that is asked, or another one such as a pulse.

    Without thresholds, and days to keep single answers, those hold that were agreed with the works council. Raises
    InvalidInput for lower thresholds or more days, and for an instrument without statements.
    """
    results, comments = floor()
    fewest = results if fewest is None else fewest
    fewest_comments = comments if fewest_comments is None else fewest_comments
    if fewest < results or fewest_comments < comments:
        raise InvalidInput(THRESHOLDS.fill(fewest=results, comments=comments))
    name = name.strip()
    if not name or not name.isprintable():
        raise InvalidInput(NO_NAME)  # it becomes the subject of letters
    asked = instrument or current_version()
    if not content_of(asked).items:
        raise InvalidInput(NO_STATEMENTS)
    wave = Wave(
        name=name[:120],
        instrument=asked,
        taxonomy=require_version(),
        closes=closes,
        fewest=fewest,
        fewest_comments=fewest_comments,
        keep_days=checked_days(keep_days),
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
    if wave.roster.all().delete()[0]:
        wipe_after_commit()
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

    `address` is where the links in letters lead. Raises Conflict without people or, with addresses, a mail server; and
    where another running wave asks the same people, or so nearly the same were asked before that nothing can be shown.
    """
    wave = in_state(wave, WaveState.DRAFT)
    if wave.closes < today(wave):
        raise InvalidInput(OVER)
    results, comments = floor()  # what was agreed since the wave was prepared holds too
    wave.fewest, wave.fewest_comments = max(wave.fewest, results), max(wave.fewest_comments, comments)
    wave.keep_days = min(wave.keep_days, longest())
    people = list(wave.roster.all())
    if len(people) < wave.fewest:
        raise Conflict(EMPTY.fill(fewest=wave.fewest))
    reachable = [person for person in people if person.address]
    if reachable and settings.CONFIG.mail is None:
        raise Conflict(NO_MAIL)
    refuse_overlap(wave)
    cohorts = compare(wave)
    refuse_alike(wave, cohorts)
    remember(wave, cohorts)
    counts = Counter((View(person.level), person.unit) for person in people)
    wave.places = [
        [*place, n, as_json(cohorts[place]) if place in cohorts else None]
        for place, n in sorted(counts.items())
    ]
    wave.state, wave.launched, wave.address = WaveState.RUNNING, timezone.now(), address.rstrip("/")
    wave.save(
        update_fields=["places", "state", "launched", "address", "fewest", "fewest_comments", "keep_days"]
    )
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
def begin_publishing(actor: Actor, wave: Wave) -> Wave:
    """Let the worker decide once and for all what may be shown, with everything published before, and keep that.

    Until then the wave is being published. Raises Conflict while it is, or once its answers are deleted.
    """
    wave = in_state(wave, WaveState.CLOSED, WaveState.PUBLISHING)
    if under_way(wave):
        raise Conflict(NOT_NOW.fill(state=STATES[WaveState.PUBLISHING]))
    if wave.forgotten:
        raise Conflict(FORGOTTEN)
    wave.state = WaveState.PUBLISHING
    wave.save(update_fields=["state"])
    enqueue(actor, KIND, {"wave": wave.pk, "language": get_language() or "en"})
    return wave


def publish(actor: Actor, wave: Wave) -> Wave:
    """The same, here and now: what the worker would do is done before this returns."""
    wave = begin_publishing(actor, wave)
    perform({"wave": wave.pk}, lambda _share, _step: None)
    Job.objects.filter(kind=KIND, payload__wave=wave.pk, state=JobState.WAITING).delete()
    return wave_by_id(wave.pk)


@action("drop wave", Capability.RUN_WAVES)
def drop(actor: Actor, wave: Wave) -> Wave:
    """Take back a wave that was never launched, with its roster."""
    wave = in_state(wave, WaveState.DRAFT)
    key = wave.pk
    wave.delete()
    wipe_after_commit()
    wave.pk = key  # the log names what went
    return wave


def close_due() -> bool:
    """Close the waves whose last day is over; done by the worker."""
    due = [wave for wave in Wave.objects.filter(state=WaveState.RUNNING) if today(wave) > wave.closes]
    for wave in due:
        with transaction.atomic():
            close(WORKER, wave_by_id(wave.pk))
    return bool(due)
