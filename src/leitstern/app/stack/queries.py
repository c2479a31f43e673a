"""The inventory as it stands and what is to be said about it. Other areas read technology here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.findings import anew, once, remember
from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.former import unit_names
from leitstern.app.inside.agreements import floor
from leitstern.app.placement.assumed import assumptions
from leitstern.app.portfolio import around
from leitstern.app.portfolio import queries as portfolio
from leitstern.app.stack import shelf
from leitstern.app.stack.models import Decision, Rating
from leitstern.core.bridge.portfolio.gate import personalisation
from leitstern.core.bridge.portfolio.sequence import sequence_finding
from leitstern.core.inside.stack.advice import Limits, Option, advise, advise_capability, gaps_of
from leitstern.core.inside.stack.finding import Ground
from leitstern.core.inside.stack.findings import findings
from leitstern.core.inside.stack.ratings import Question, Rated, Ratings, View
from leitstern.core.inside.stack.roadmap import Around, Decided, Personalising, roadmap, sources_against
from leitstern.core.inside.stack.sources import integration_score as score
from leitstern.core.inside.stack.terms import Kind
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.stack.advice import Advice
    from leitstern.core.inside.stack.finding import Finding
    from leitstern.core.inside.stack.inventory import (
        Application,
        Capability,
        DataObject,
        Integration,
        Inventory,
    )
    from leitstern.core.inside.stack.roadmap import Step
    from leitstern.core.stats.estimate import Measured

RATINGS = "stack ratings"  # what `once` holds while a request is answered
NO_APPLICATION = Text(en="There is no such application.", de="Diese Anwendung gibt es nicht.")
NO_CAPABILITY = Text(en="There is no such capability.", de="Diese Fähigkeit gibt es nicht.")


def inventory() -> Inventory:
    """Everything that is there now, read once per request."""
    return once(shelf.INVENTORY, shelf.inventory)


def applications() -> tuple[Application, ...]:
    """Applications that are there, by name: planned, live, or being phased out."""
    return inventory().applications


def application(slug: str) -> Application:
    """One application, also one that is gone. Raises NotFound."""
    known = inventory()
    return or_not_found(
        known.by_slug.get(slug) or next((each for each in known.gone if each.slug == slug), None),
        NO_APPLICATION,
    )


def application_names() -> dict[str, str]:
    """What applications are called, by short name, also those that are gone."""
    return inventory().names


def capabilities() -> tuple[Capability, ...]:
    """What the company has to be able to do, by name."""
    return inventory().capabilities


def capability(slug: str) -> Capability:
    """One capability that is there. Raises NotFound."""
    return or_not_found(next((each for each in capabilities() if each.slug == slug), None), NO_CAPABILITY)


def integrations() -> tuple[Integration, ...]:
    """How data gets from one application to another: live, planned, or as a spreadsheet by hand."""
    return inventory().integrations


def data_objects() -> tuple[DataObject, ...]:
    """What is kept about customers, and which application leads."""
    return inventory().data


def integration_score() -> Measured:
    """The share of data objects with one leading source that reaches every holder by live interfaces; n = objects."""
    return score(inventory(), timezone.localdate())


def ratings() -> Ratings:
    """What people say of applications: of every group the newest answers that were not withdrawn."""
    return once(RATINGS, _ratings)


def _ratings() -> Ratings:
    rows = Rating.objects.filter(withdrawn=None).order_by("day", "id")
    newest = {
        (row.application, row.question, row.view, row.unit): Rated(
            row.application, Question(row.question), View(row.view), tuple(row.counts), row.unit, row.day
        )
        for row in rows
    }
    return Ratings(newest.values(), floor()[0])


def forget() -> None:
    """Whoever changed something lets the next one read it anew."""
    anew(RATINGS)
    anew(shelf.INVENTORY)


def ground() -> Ground:
    """Everything findings are made from."""
    return replace(
        _entered(),
        ratings=ratings(),
        needed=portfolio.needed_capabilities(),
        attached_from=assumptions()["attached_from"],
    )


def _entered() -> Ground:
    """The inventory and who is there to answer for it, without what people say and what chains need."""
    return Ground(
        inventory(),
        Ratings(()),
        timezone.localdate(),
        units=unit_names(),
        left={each.name: each.left for each in portfolio.holders() if each.left},
    )


def findings_now(known: Ground | None = None) -> tuple[Finding, ...]:
    """Everything the inventory tells today, alarms first."""
    found = known or ground()
    inputs = (
        found.inventory,
        found.ratings.groups,
        found.ratings.fewest,
        found.today,
        sorted(found.units.items()),
        sorted(found.left.items()),
        found.needed,
        found.attached_from,
    )
    return remember("technology", inputs, lambda: findings(found))


def limits() -> Limits:
    """From when on the rule says what."""
    assumed = assumptions()
    return Limits(assumed["upgrade_covers"], int(assumed["critical_bearable"]))


def advice_for(kind: Kind, slug: str) -> Advice:
    """What the rule says about an application or a capability. Raises NotFound."""
    if kind is Kind.APPLICATION:
        return advise(gaps_of(inventory(), application(slug).slug), limits())
    return advise_capability(capability(slug), limits())


def decisions() -> dict[tuple[Kind, str], Decision]:
    """What stands about each thing."""
    rows = Decision.objects.filter(withdrawn=None).order_by("id")
    return {(Kind(row.kind), row.slug): row for row in rows}


def standing(kind: Kind | str, slug: str) -> Decision | None:
    """The decision that stands about a thing."""
    return Decision.objects.filter(kind=kind, slug=slug, withdrawn=None).first()


def roadmap_now() -> tuple[Step, ...]:
    """The stages with their gates as they stand today."""
    found = _entered()
    names = {(Kind.APPLICATION, slug): name for slug, name in found.inventory.names.items()}
    names |= {(Kind.CAPABILITY, each.slug): each.name for each in found.inventory.capabilities}
    decided = [Decided(*key, names.get(key, key[1]), Option(row.option)) for key, row in decisions().items()]
    return roadmap(found, decided, _around(found))


def against_personalising() -> tuple[Text, ...]:
    """What stands against any initiative that personalises, as the stage of the roadmap has it."""
    return sources_against(inventory(), assumptions()["personalisation_sources"], timezone.localdate())


def _around(found: Ground) -> Around:
    """What the portfolio says: departments that run ahead, and initiatives that personalise."""
    whole = portfolio.portfolio()
    asked = around.thresholds()
    told = sequence_finding(
        whole, around.culture(), found.units, (asked.sequence_lead, asked.ready_culture), found.today
    )
    hasty = tuple(row.said for row in told.rows) if told and told.alarm else ()
    gate = replace(around.ground(), also=())  # the stage has its own condition on sources
    personalising = tuple(
        Personalising(one.title, tuple(each.text for each in personalisation(one, gate, found.today)))
        for one in whole.initiatives
        if one.personalises
    )
    return Around(assumptions()["personalisation_sources"], hasty, personalising)
