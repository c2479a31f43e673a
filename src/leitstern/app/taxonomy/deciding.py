"""Deciding what values mean that came in without a term, several at once, and taking a decision back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from leitstern.app.common import audit
from leitstern.app.common.actions import mark_withdrawn, require, subject_of
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.drawing import words
from leitstern.app.common.lookups import or_not_found
from leitstern.app.common.refusals import ManyReasons
from leitstern.app.common.typed import need_typed, typed
from leitstern.app.company.queries import require_taxonomy, require_version
from leitstern.app.intake.actions import change_taxonomy
from leitstern.app.taxonomy import keeping
from leitstern.app.taxonomy.keeping import LONGEST_WHY
from leitstern.app.taxonomy.models import Decision, Outcome
from leitstern.app.taxonomy.waiting import waiting
from leitstern.core.bridge.draft import Problem
from leitstern.core.company.editing import (
    Sort,
    add_synonyms,
    drop_synonym,
    entries,
    entry,
    made,
    new_slug,
    put,
    retire,
)
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.company.models import TaxonomyVersion
    from leitstern.core.company.taxonomy import Kind, Taxonomy

LONGEST_SPELLING = 300
NOT_WAITING = Text(
    en="“{value}” no longer waits: somebody decided it in the meantime, or a term stands for it by now. Nothing was kept.",
    de="„{value}“ wartet nicht mehr: Jemand hat inzwischen entschieden, oder es gibt einen Begriff dafür. Es wurde nichts "
    "gespeichert.",
)
NO_TERM = Text(
    en="Say for which term “{value}” stands.", de="Sagen Sie, für welchen Begriff „{value}“ steht."
)
NO_PLACE = Text(
    en="A new touchpoint needs a stage and a department: “{value}”.",
    de="Ein neuer Kontaktpunkt braucht eine Phase und einen Bereich: „{value}“.",
)
WHY_OUT = Text(
    en="What is left out needs its reason. Nothing was kept.",
    de="Was weggelassen wird, braucht einen Grund. Es wurde nichts gespeichert.",
)
NOTHING_DECIDED = Text(
    en="Nothing was decided yet. Choose what at least one of the values means.",
    de="Es wurde noch nichts entschieden. Wählen Sie für mindestens einen Wert, was er bedeutet.",
)
NO_DECISION = Text(en="There is no such decision.", de="Diese Entscheidung gibt es nicht.")
TAKEN_BACK = Text(
    en="This decision was taken back already. Nothing was changed.",
    de="Diese Entscheidung wurde schon zurückgenommen. Es wurde nichts geändert.",
)
MEANS = Text(en="“{value}” means “{term}”", de="„{value}“ heißt „{term}“")
IS_NEW = Text(en="“{value}” is new", de="„{value}“ ist neu")
UNDONE = Text(en="Taken back: “{value}”", de="Zurückgenommen: „{value}“")


class WrongDecision(ManyReasons[Problem]):
    """The decisions cannot be kept; `problems` says value by value why."""

    code = "wrong-decision"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What one value was decided to be. `term`: the short name it stands for; of a new one, where it belongs."""

    kind: Kind
    value: str
    outcome: Outcome
    term: str = ""
    stage: str = ""
    department: str = ""
    digital: bool = False


def decision_by_id(number: int) -> Decision:
    """One decision. Raises NotFound."""
    return or_not_found(Decision.objects.filter(pk=number).first(), NO_DECISION)


def decide(actor: Actor, chosen: Sequence[Chosen], why: str, since: int | None = None) -> list[Decision]:
    """Keep what several values mean: synonyms and new terms in one new version, what is left out with its reason.

    All or none. Raises WrongDecision with everything that is wrong, Conflict where somebody else was quicker.
    """
    require(actor, Capability.EDIT_TAXONOMY)
    if not chosen:
        raise WrongDecision([Problem("", NOTHING_DECIDED)])
    version = require_version()
    taxonomy = require_taxonomy()
    open_now = {each.key for each in waiting(taxonomy)}
    for each in chosen:
        if (each.kind, spelt_alike(each.value)) not in open_now:
            raise Conflict(NOT_WAITING.fill(value=each.value))
    if wrong := [problem for each in chosen for problem in _problems(each, taxonomy)]:
        raise WrongDecision(wrong)
    reason = typed(why)
    if any(each.outcome is Outcome.LEFT_OUT for each in chosen):
        reason = need_typed(why, LONGEST_WHY, WHY_OUT)
    after, terms = _after(taxonomy, chosen)
    new: TaxonomyVersion | None = None
    if after != taxonomy:
        seen = keeping.preview(after)
        told = reason or "; ".join(words(each) for each in _told(chosen, after, terms))
        new = change_taxonomy(actor, seen.after, since=since or version.pk, reason=told[:LONGEST_WHY])
    return _keep(actor, chosen, terms, reason, new)


def take_back(actor: Actor, decision: Decision) -> Decision:
    """The value waits again; the synonym goes, a term that was made for it is retired. Stored contacts stay as they are."""
    require(actor, Capability.EDIT_TAXONOMY)
    if decision.withdrawn:
        raise Conflict(TAKEN_BACK)
    taxonomy = require_taxonomy()
    sort: Sort = decision.kind  # type: ignore[assignment]  # only kinds are stored
    after = taxonomy
    if any(each.slug == decision.term for each in entries(taxonomy, sort)):
        match decision.outcome:
            case Outcome.SYNONYM:
                after = drop_synonym(taxonomy, sort, decision.term, decision.value)
            case Outcome.NEW:
                after = retire(taxonomy, sort, decision.term)
    if after != taxonomy:
        seen = keeping.preview(after)
        change_taxonomy(actor, seen.after, since=seen.since, reason=words(UNDONE.fill(value=decision.value)))
    with transaction.atomic():
        mark_withdrawn(decision)
        audit.record(actor, "take back what a value means", subject_of(decision))
    return decision


def _problems(chosen: Chosen, taxonomy: Taxonomy) -> list[Problem]:
    name = spelt_alike(chosen.value)
    if chosen.outcome is Outcome.SYNONYM:
        known = {each.slug for each in taxonomy.terms(chosen.kind)}
        return [] if chosen.term in known else [Problem(name, NO_TERM.fill(value=chosen.value))]
    if chosen.outcome is Outcome.NEW and chosen.kind == "touchpoint":
        stages, units = ({each.slug for each in found} for found in (taxonomy.stages, taxonomy.departments))
        if chosen.stage not in stages or chosen.department not in units:
            return [Problem(name, NO_PLACE.fill(value=chosen.value))]
    return []


def _after(taxonomy: Taxonomy, chosen: Sequence[Chosen]) -> tuple[Taxonomy, list[str]]:
    """The taxonomy with all of them, and the short name each stands for."""
    terms = []
    for each in chosen:
        slug = each.term if each.outcome is Outcome.SYNONYM else ""
        if each.outcome is Outcome.SYNONYM:
            taxonomy = add_synonyms(taxonomy, each.kind, slug, [each.value])
        elif each.outcome is Outcome.NEW:
            slug = new_slug(taxonomy, each.kind, each.value)
            taxonomy = put(taxonomy, each.kind, made(each.kind, slug, _values(each)))
        terms.append(slug)
    return taxonomy, terms


def _values(chosen: Chosen) -> dict[str, object]:
    called = " ".join(chosen.value.split())
    values: dict[str, object] = {"name": Text(en=called, de=called)}
    if chosen.kind == "touchpoint":
        values |= {"stage": chosen.stage, "department": chosen.department}
    if chosen.kind == "channel":
        values["digital"] = chosen.digital
    return values


def _told(chosen: Sequence[Chosen], after: Taxonomy, terms: Sequence[str]) -> list[Text]:
    return [
        MEANS.fill(value=each.value, term=entry(after, each.kind, slug).name)
        if each.outcome is Outcome.SYNONYM
        else IS_NEW.fill(value=each.value)
        for each, slug in zip(chosen, terms, strict=True)
        if slug
    ]


def _keep(
    actor: Actor, chosen: Sequence[Chosen], terms: Sequence[str], why: str, version: TaxonomyVersion | None
) -> list[Decision]:
    try:
        with transaction.atomic():
            kept = []
            for each, slug in zip(chosen, terms, strict=True):
                row = Decision.objects.create(
                    kind=each.kind,
                    value=each.value,
                    spelling=spelt_alike(each.value)[:LONGEST_SPELLING],
                    outcome=each.outcome,
                    term=slug,
                    reason=why,
                    version=version if slug else None,
                    actor=actor.actor_id,
                )
                audit.record(actor, "decide what a value means", subject_of(row))
                kept.append(row)
            return kept
    except IntegrityError as twice:
        raise Conflict(NOT_WAITING.fill(value=chosen[0].value)) from twice
