"""Keeping what was entered: entering, correcting, withdrawing, and doing what was agreed."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.utils import timezone

from leitstern.app.common import audit
from leitstern.app.common.actions import action, require, subject_of
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.home import current_home
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.desk import told
from leitstern.app.desk.models import TAKEN_OUT, Entry, Way
from leitstern.app.desk.queries import kinds
from leitstern.app.desk.typed import Typed, read
from leitstern.collect import hashes
from leitstern.collect.identify import entity_of
from leitstern.core.errors import Conflict

if TYPE_CHECKING:
    from datetime import datetime

ENTER = Capability.ENTER_CONTACTS
Agreed = Literal["step", "promise"]
DONE: dict[Agreed, str] = {"step": "step_done", "promise": "kept"}


def enter(actor: Actor, typed: Typed, way: Way, key: str) -> Entry:
    """Keep a contact, durably, at once. Sent again under its key it stays one.

    Raises WrongDraft with everything that is wrong, Conflict if something else came under this key.
    """
    require(actor, ENTER)
    typed, marks = _kinded(typed), {"key": _key(actor, key), "digest": _digest(typed)}
    if known := Entry.objects.filter(key=marks["key"]).first():
        return _same(known, marks["digest"])
    fields = read(typed, require_taxonomy(), kinds(), timezone.now(), numbered=True)
    try:
        with transaction.atomic():
            entry = _create({**fields, **_whose(typed), **marks, "way": way})
            audit.record(actor, "enter contact", subject_of(entry))
    except IntegrityError:
        return _same(Entry.objects.get(key=marks["key"]), marks["digest"])
    return entry


def correct(actor: Actor, entry: Entry, typed: Typed, key: str) -> Entry:
    """Put a corrected entry in the place of one that is wrong; both stay readable, the new one counts.

    An empty number stands for the same customer.
    """
    require(actor, ENTER)
    marks = {"key": _key(actor, key), "digest": _digest(typed)}
    if known := Entry.objects.filter(key=marks["key"], corrects=entry).first():
        return _same(known, marks["digest"])
    typed = _kinded(typed)
    fields = read(typed, require_taxonomy(), kinds(), timezone.now(), numbered=False)
    same = {"kind": entry.kind, "entity": entry.entity, "number": entry.number}
    if fields["step"] == entry.step:
        fields["step_done"] = entry.step_done
    if fields["promise"] == entry.promise:
        fields["kept"] = entry.kept
    with transaction.atomic():
        _withdraw(entry)
        whose = _whose(typed) if typed.number.strip() else same
        corrected = _create({**fields, **whose, **marks, "way": entry.way, "corrects": entry})
        audit.record(actor, "correct contact", subject_of(corrected))
    return corrected


@action("withdraw contact", ENTER)
def withdraw(actor: Actor, entry: Entry) -> Entry:
    """It no longer counts, and stays readable. Raises Conflict if it was withdrawn before."""
    del actor
    return _withdraw(entry)


@action("do what was agreed", ENTER)
def complete(actor: Actor, entry: Entry, agreed: Agreed) -> Entry:
    """The next step is done, or the promise is kept: now. Raises Conflict if it is not open."""
    del actor
    if entry.withdrawn or not _was_agreed(entry, agreed) or getattr(entry, DONE[agreed]):
        raise Conflict(told.NOT_OPEN)
    return _mark(entry, agreed, timezone.now())


@action("reopen what was agreed", ENTER)
def reopen(actor: Actor, entry: Entry, agreed: Agreed) -> Entry:
    """It was not done after all. The customer's number is not there any more if it was the last open one."""
    del actor
    if entry.withdrawn or not getattr(entry, DONE[agreed]):
        raise Conflict(told.NOT_DONE)
    return _mark(entry, agreed, None)


@action("read contact", ENTER)
def look_at(actor: Actor, entry: Entry) -> Entry:
    """Read one entry, with the customer's number as long as something is open."""
    del actor
    return entry


def _create(fields: dict[str, Any]) -> Entry:
    now = timezone.now()
    day = timezone.localdate(now, ZoneInfo(require_taxonomy().time_zone))
    entry = Entry(**fields, created=now, day=day, waits_since=now)
    if not entry.is_open:
        entry.number = ""
    entry.save(force_insert=True)
    return entry


def _withdraw(entry: Entry) -> Entry:
    """Mark it in the database itself, so that of two who do so at once only one does."""
    now = timezone.now()
    if not Entry.objects.filter(pk=entry.pk, withdrawn=None).update(withdrawn=now, number=""):
        raise Conflict(told.GONE)
    entry.withdrawn, entry.number = now, ""
    _let_wait(entry)
    return entry


def _mark(entry: Entry, agreed: Agreed, when: datetime | None) -> Entry:
    setattr(entry, DONE[agreed], when)
    if not entry.is_open:
        entry.number = ""
    entry.save(update_fields=[DONE[agreed], "number"])
    if agreed == "promise":
        _let_wait(entry)
    return entry


def _let_wait(entry: Entry) -> None:
    """What the lake says of it has to follow; of what was taken out with its import it says nothing any more."""
    if entry.import_run and entry.import_run.state in TAKEN_OUT:
        return
    entry.waits_since = entry.waits_since or timezone.now()
    entry.save(update_fields=["waits_since"])


def _was_agreed(entry: Entry, agreed: Agreed) -> bool:
    return bool(getattr(entry, agreed))


def _kinded(typed: Typed) -> Typed:
    """A number of which nobody says what kind it is, is of the kind that came in last."""
    return typed if typed.kind else replace(typed, kind=kinds()[0])


def _whose(typed: Typed) -> dict[str, Any]:
    number = typed.number.strip()
    return {
        "kind": typed.kind,
        "number": number,
        "entity": entity_of(current_home(), typed.kind, number),
    }


def _key(actor: Actor, key: str) -> str:
    """Keys of different people and programs never meet, and nobody reads from one whose it was."""
    return sha256(f"{actor.actor_id}\0{key}".encode()).hexdigest()


def _digest(typed: Typed) -> str:
    return hashes.digest(current_home().secret, json.dumps(asdict(typed.stripped())).encode())


def _same(entry: Entry, digest: str) -> Entry:
    if entry.digest != digest:
        raise Conflict(told.OTHER_CONTENT)
    return entry
