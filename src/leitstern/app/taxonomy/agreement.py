"""Opening an agreement check, a department's answers, closing it, and what came out."""

from __future__ import annotations

from secrets import randbelow
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.former import unit_names
from leitstern.app.company.queries import require_taxonomy, require_unit
from leitstern.app.practice.people import fewest, people_below
from leitstern.app.taxonomy.models import AgreementCheck, Seat
from leitstern.app.taxonomy.waiting import waiting
from leitstern.core.company.agreeing import (
    FEWEST_DEPARTMENTS,
    FEWEST_WORDS,
    NONE_OF_THESE,
    WORDS,
    Agreement,
    Asked,
    agree,
    draw,
    known_as,
    words_to_map,
)
from leitstern.core.company.editing import entries
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LARGEST_SEED = 2**31 - 1
NONE = Text(en="none of these", de="nichts davon")
NO_QUESTION = Text(
    en="Departments can be asked for a touchpoint, a department or a stage (`touchpoint`, `department`, `stage`).",
    de="Gefragt werden kann nach Kontaktpunkt, Bereich oder Phase (`touchpoint`, `department`, `stage`).",
)
NO_CHECK = Text(en="There is no such check.", de="Diese Prüfung gibt es nicht.")
NO_SEAT = Text(
    en="This link does not lead to a check, or no longer. Ask whoever sent it.",
    de="Dieser Link führt zu keiner Prüfung, oder nicht mehr. Fragen Sie, wer ihn geschickt hat.",
)
TWO = Text(
    en="At least two different departments are needed. No check was opened.",
    de="Es braucht mindestens zwei verschiedene Bereiche. Es wurde keine Prüfung geöffnet.",
)
TOO_SMALL = Text(
    en="In “{unit}” fewer than {fewest} people are known to work; its answers would be those of single people. No check was "
    "opened.",
    de="In „{unit}“ arbeiten, soweit bekannt, weniger als {fewest} Personen; die Antworten wären die Einzelner. Es wurde keine "
    "Prüfung geöffnet.",
)
TOO_FEW_WORDS = Text(
    en="There are only {n} words to map for this question, {fewest} are needed. Ask which department answers for touchpoints, "
    "or at which stage they are, instead. No check was opened.",
    de="Für diese Frage gibt es nur {n} Wörter, {fewest} braucht es. Fragen Sie stattdessen, welcher Bereich einen Kontaktpunkt "
    "verantwortet oder zu welcher Phase er gehört. Es wurde keine Prüfung geöffnet.",
)
CLOSED = Text(
    en="This check is closed; nothing was kept.",
    de="Diese Prüfung ist abgeschlossen; es wurde nichts gespeichert.",
)
SAID_ALREADY = Text(
    en="This department has answered already; nothing was changed.",
    de="Dieser Bereich hat schon geantwortet; es wurde nichts geändert.",
)
WRONG_ANSWER = Text(
    en="“{word}” was answered with something that was not offered. Nothing was kept.",
    de="„{word}“ wurde mit etwas beantwortet, das nicht zur Wahl stand. Es wurde nichts gespeichert.",
)
NOTHING_SAID = Text(
    en="No word was mapped yet. Nothing was kept.",
    de="Es wurde noch kein Wort zugeordnet. Es wurde nichts gespeichert.",
)


def checks() -> list[AgreementCheck]:
    """All of them, the newest first."""
    return list(AgreementCheck.objects.prefetch_related("seats"))


def check_by_id(number: int) -> AgreementCheck:
    """One check. Raises NotFound."""
    return or_not_found(AgreementCheck.objects.filter(pk=number).first(), NO_CHECK)


def seat_by_token(token: str) -> Seat:
    """The department's part behind a link. Raises NotFound, also once the check was taken back."""
    found = Seat.objects.select_related("check_run").filter(token=token, check_run__withdrawn=None).first()
    return or_not_found(found, NO_SEAT)


def result(check: AgreementCheck) -> Agreement | None:
    """What came out; None while departments still answer, so that nobody sees what another said."""
    if check.closed is None:
        return None
    answers = {seat.unit: seat.answers for seat in check.seats.all()}
    return agree(check.words, answers, check.known, check.seed)


def asked_named(name: str) -> Asked:
    """A question by its name. Raises InvalidInput."""
    if name not in set(Asked):
        raise InvalidInput(NO_QUESTION)
    return Asked(name)


def names_in(check: AgreementCheck) -> dict[str, Text]:
    """What its choices were called on the day it was opened."""
    return {slug: Text(en=en, de=de) for slug, en, de in check.choices} | {NONE_OF_THESE: NONE}


@action("open agreement check", Capability.EDIT_TAXONOMY)
def open_check(
    actor: Actor, asked: Asked, units: Sequence[str], language: str, *, seed: int | None = None
) -> AgreementCheck:
    """Let departments map the same words, drawn by chance. Raises InvalidInput."""
    taxonomy, names, people = require_taxonomy(), unit_names(), people_below()
    places = list(dict.fromkeys(require_unit(unit) for unit in units))
    if len(places) < FEWEST_DEPARTMENTS:
        raise InvalidInput(TWO)
    for unit in places:
        if people.get(unit, 0) < fewest():
            raise InvalidInput(TOO_SMALL.fill(unit=names[unit], fewest=fewest()))
    came = [each.value for each in waiting(taxonomy) if each.kind == "touchpoint"]
    pool = words_to_map(taxonomy, asked, came, language)
    if len(pool) < FEWEST_WORDS:
        raise InvalidInput(TOO_FEW_WORDS.fill(n=len(pool), fewest=FEWEST_WORDS))
    seed = randbelow(LARGEST_SEED) if seed is None else seed
    drawn = draw(pool, seed, WORDS)
    check = AgreementCheck.objects.create(
        asked=asked.value,
        words=drawn,
        choices=[[each.slug, each.name.en, each.name.de] for each in entries(taxonomy, asked.value)],
        known={word: known_as(taxonomy, asked, word) for word in drawn},
        seed=seed,
        actor=actor.actor_id,
    )
    Seat.objects.bulk_create(Seat(check_run=check, unit=unit) for unit in places)
    return check


def answer(seat: Seat, answers: Mapping[str, str]) -> AgreementCheck:
    """Keep what a department says, once and for good; when all have answered, the check closes.

    No actor and no audit entry: it is the department's answer, and nothing points to who gave it.
    """
    check = seat.check_run
    offered = {slug for slug, _, _ in check.choices} | {NONE_OF_THESE}
    given = {word: slug for word, slug in answers.items() if slug}
    for word, slug in given.items():
        if word not in check.words or slug not in offered:
            raise InvalidInput(WRONG_ANSWER.fill(word=word))
    if not given:
        raise InvalidInput(NOTHING_SAID)
    with transaction.atomic():
        check.refresh_from_db()
        if check.closed or check.withdrawn:
            raise Conflict(CLOSED)
        today = timezone.localdate()
        if not Seat.objects.filter(pk=seat.pk, answered=None).update(answers=given, answered=today):
            raise Conflict(SAID_ALREADY)
        if not check.seats.filter(answered=None).exists():
            check.closed = timezone.now()
            check.save(update_fields=["closed"])
    return check


@action("close agreement check", Capability.EDIT_TAXONOMY)
def close(actor: Actor, check: AgreementCheck) -> AgreementCheck:
    """No more answers are taken, and the result is seen."""
    del actor
    if check.closed:
        raise Conflict(CLOSED)
    check.closed = timezone.now()
    check.save(update_fields=["closed"])
    return check


@action("withdraw agreement check", Capability.EDIT_TAXONOMY)
def withdraw(actor: Actor, check: AgreementCheck) -> AgreementCheck:
    """Its links lead nowhere and its result no longer counts; it stays readable."""
    del actor
    return mark_withdrawn(check)


@action("reinstate agreement check", Capability.EDIT_TAXONOMY)
def reinstate(actor: Actor, check: AgreementCheck) -> AgreementCheck:
    """It counts again."""
    del actor
    return mark_standing(check)
