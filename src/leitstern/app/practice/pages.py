"""What pages of practice share: who may do what, trying an action with a form, and what was changed in each wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.utils.translation import get_language

from leitstern.app.accounts.queries import people
from leitstern.app.common.actors import Capability
from leitstern.app.common.forms import say
from leitstern.app.common.refusals import WrongDraft
from leitstern.core.errors import LeitsternError
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from django import forms
    from django.http import HttpRequest
    from django_stubs_ext import StrOrPromise

    from leitstern.app.accounts.models import Person
    from leitstern.app.practice.models import Edition

FIELDS = {
    "sentence": Text(en="sentence", de="Satz"),
    "title": Text(en="title", de="Titel"),
    "name": Text(en="name", de="Name"),
    "why": Text(en="reason", de="Begründung"),
    "units": Text(en="departments", de="Bereiche"),
    "unit": Text(en="department", de="Bereich"),
    "owner": Text(en="who answers", de="wer verantwortlich ist"),
    "since": Text(en="beginning", de="Beginn"),
    "until": Text(en="end", de="Ende"),
    "kind": Text(en="kind", de="Art"),
    "ends": Text(en="end", de="Ende"),
    "begins": Text(en="beginning", de="Beginn"),
    "grace": Text(en="grace period", de="Schonfrist"),
    "replacement": Text(en="what takes its place", de="was an seine Stelle tritt"),
    "application": Text(en="application", de="Anwendung"),
    "counted": Text(en="how it is counted", de="wie gezählt wird"),
    "hypothesis": Text(en="expectation", de="Erwartung"),
    "boundary": Text(en="boundary", de="Grenze"),
    "stop_rule": Text(en="when it stops", de="wann Schluss ist"),
    "safe_room": Text(en="what nobody need fear", de="was niemand fürchten muss"),
    "touchpoints": Text(en="touchpoints", de="Kontaktpunkte"),
    "touchpoint": Text(en="touchpoint", de="Kontaktpunkt"),
    "initiative": Text(en="initiative", de="Initiative"),
    "teller": Text(en="whose story it is", de="wessen Geschichte es ist"),
    "lived": Text(en="what the customer lived", de="was die Kundin oder der Kunde erlebt hat"),
    "done": Text(en="what was done differently", de="was anders gemacht wurde"),
    "day": Text(en="day", de="Tag"),
    "seen": Text(en="what was seen", de="was zu sehen war"),
    "occasion": Text(en="occasion", de="Anlass"),
}


def may(me: Person) -> dict[str, bool]:
    """What the buttons of a page ask."""
    return {
        "may_steer": Capability.STEER in me.capabilities,
        "may_decide": Capability.DECIDE in me.capabilities,
        "may_keep": Capability.KEEP_REGISTERS in me.capabilities,
        "may_see": Capability.SEE_INSIDE in me.capabilities,
    }


def attempt(request: HttpRequest, form: forms.Form, do: Callable[[], object], said: StrOrPromise) -> bool:
    """Whether the form was complete and the action done; else the form tells what is wrong, field by field."""
    if not form.is_valid():
        return False
    try:
        do()
    except WrongDraft as wrong:
        say(form, wrong.problems)
    except LeitsternError as problem:
        form.add_error(None, problem.text.to(get_language() or "en"))
    else:
        messages.success(request, str(said))
        return True
    return False


def tried(request: HttpRequest, do: Callable[[], object], said: StrOrPromise) -> None:
    """The same for a button: what stands against it is told above the page. Who may not is refused."""
    try:
        do()
    except LeitsternError as problem:
        if problem.status != 409:
            raise
        refused(request, problem)
    else:
        messages.info(request, str(said))


def refused(request: HttpRequest, problem: LeitsternError) -> None:
    """Say above the page what stands against it."""
    messages.error(request, problem.text.to(get_language() or "en"))


def with_changes(editions: Iterable[Edition]) -> list[tuple[Edition, tuple[Text, ...]]]:
    """Each wording, newest first, with the fields it changed of the one before."""
    rows = list(editions)
    return [
        (row, changed(before.content, row.content) if before else ())
        for row, before in zip(rows, [*rows[1:], None], strict=True)
    ]


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Text, ...]:
    """The fields that differ, in words."""
    return tuple(text for field, text in FIELDS.items() if before.get(field) != after.get(field))


def names() -> dict[str, str]:
    """Who is meant by the ids of the audit log."""
    return {person.actor_id: person.name for person in people()}


def called(slugs: Iterable[str], known: Mapping[str, Text]) -> list[Text]:
    """What short names are called; one that nobody knows any more stands for itself."""
    return [known.get(slug, Text(slug, slug)) for slug in slugs]
