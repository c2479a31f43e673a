"""Asked twice, done once: a program that hears no answer asks again under the same `Idempotency-Key`.

What was done is answered again for a day; what was refused may be tried again. An operation may know keys for longer,
as the desk does, whose contacts carry theirs into the lake.
"""

from __future__ import annotations

from datetime import timedelta
from functools import wraps
from hashlib import sha256
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.utils import timezone

from leitstern.app.accounts.models import Answered
from leitstern.app.api.access import KeyOrSession
from leitstern.app.api.problems import own
from leitstern.app.common.wiping import wipe_after_commit
from leitstern.core.errors import Conflict, InvalidInput, LeitsternError
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

    from leitstern.app.accounts.models import Person

HEADER = "Idempotency-Key"
LONGEST = 200  # characters
KEPT = timedelta(days=1)
GIVEN_UP = timedelta(minutes=10)  # nobody answers that late: the process died, and the next may try
OTHER = Text(
    en="Something else was asked under this Idempotency-Key. Nothing was done; take a new key.",
    de="Unter diesem Idempotency-Key wurde schon etwas anderes verlangt. Es geschah nichts; nehmen Sie einen neuen.",
)
UNDER_WAY = Text(
    en="This is being done for an earlier request under the same Idempotency-Key. Ask again in a moment.",
    de="Daran arbeitet schon eine frühere Anfrage unter demselben Idempotency-Key. Fragen Sie gleich noch einmal.",
)
TOO_LONG = Text(
    en=f"An Idempotency-Key has at most {LONGEST} characters. Nothing was done.",
    de=f"Ein Idempotency-Key hat höchstens {LONGEST} Zeichen. Es geschah nichts.",
)
DONE = Text(
    en="This was done. What was answered then is no longer kept, since a customer was erased meanwhile.",
    de="Das ist erledigt. Die damalige Antwort ist nicht mehr da, weil inzwischen eine Kundin oder ein Kunde gelöscht wurde.",
)
type Run = Callable[..., HttpResponse]


def once(run: Run) -> Run:
    """An operation that does what is asked under one key once, and answers again what it answered."""

    @wraps(run)
    def guarded(request: HttpRequest, **given: object) -> HttpResponse:
        key = request.headers.get(HEADER, "")
        if not key or request.method in {"GET", "HEAD"}:
            return run(request, **given)
        person = KeyOrSession()(request)
        if person is None:
            return run(request, **given)  # which refuses it
        try:
            earlier, mine = _claim(person, request, key)
        except LeitsternError as refused:
            return own(refused)
        return earlier or _answer(run, request, given, mine)

    return guarded


def forget(_entity: int) -> None:
    """A customer is erased: what programs were told may speak of them, so nothing of it stays. The keys do."""
    told = Answered.objects.exclude(content="")
    if told.update(content=""):
        wipe_after_commit()


def drop_old() -> bool:
    """Drop answers older than a day; False when there were none."""
    old = Answered.objects.filter(created__lt=timezone.now() - KEPT)
    return old.exists() and bool(old.delete())  # looking needs no lock, deleting does


def _claim(person: Person, request: HttpRequest, key: str) -> tuple[HttpResponse | None, Answered]:
    """What was answered under the key, or nothing and a row that says somebody is at it. Raises Conflict, InvalidInput."""
    if len(key) > LONGEST:
        raise InvalidInput(TOO_LONG)
    named, asked = _hash(key), _hash(request.method or "", request.get_full_path(), request.body)
    now = timezone.now()
    unanswered = Answered.objects.filter(person=person, key=named, status=None)
    unanswered.filter(created__lt=now - GIVEN_UP).delete()
    Answered.objects.filter(person=person, key=named, created__lt=now - KEPT).delete()
    try:
        with transaction.atomic():
            return None, Answered.objects.create(person=person, key=named, asked=asked)
    except IntegrityError:
        known = Answered.objects.filter(person=person, key=named).first()
    if known is not None and known.asked != asked:
        raise Conflict(OTHER)
    if known is None or known.status is None:
        raise Conflict(UNDER_WAY)
    if not known.content:
        raise Conflict(DONE)
    return _again(known), known


def _again(known: Answered) -> HttpResponse:
    response = HttpResponse(
        known.content, status=known.status, content_type="application/json; charset=utf-8"
    )
    response["Idempotent-Replayed"] = "true"
    return response


def _answer(run: Run, request: HttpRequest, given: dict[str, object], mine: Answered) -> HttpResponse:
    """Do it; what was refused or failed leaves no trace, so that it may be tried again."""
    try:
        response = run(request, **given)
    except BaseException:
        mine.delete()
        raise
    if response.status_code >= 400:
        mine.delete()
    else:
        mine.status, mine.content = response.status_code, response.content.decode()
        mine.save(update_fields=["status", "content"])
    return response


def _hash(*parts: str | bytes) -> str:
    whole = sha256()
    for part in parts:
        whole.update(sha256(part.encode() if isinstance(part, str) else part).digest())
    return whole.hexdigest()
