"""What stands on the page of one application or capability."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from leitstern.app.accounts.queries import people
from leitstern.app.common.actors import Capability as May
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.stack import keeping, queries, shelf
from leitstern.app.stack.climbed import climbed, together
from leitstern.app.stack.judging_forms import DecisionForm, RatingForm
from leitstern.app.stack.models import Decision, Edition, Rating
from leitstern.core.inside.adoption.rungs import RUNGS
from leitstern.core.inside.stack.advice import OPTIONS, Option, gaps_of
from leitstern.core.inside.stack.difference import changes
from leitstern.core.inside.stack.inventory import PARTS
from leitstern.core.inside.stack.islands import alone
from leitstern.core.inside.stack.ratings import QUESTIONS, SHORT, VIEWS, Question, View
from leitstern.core.inside.stack.resting import resting
from leitstern.core.inside.stack.terms import CATEGORIES, LEVELS, LIFECYCLES, REMEDIES, WAYS, Kind
from leitstern.core.inside.stack.time_class import CLASSES, MEANING, time_class
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person
    from leitstern.app.stack.models import Item
    from leitstern.core.inside.stack.inventory import Capability
    from leitstern.core.texts import Text

HISTORY = 30  # wordings shown


def application_context(me: Person, slug: str, **form: Any) -> dict[str, Any]:
    """Everything about one application."""
    ground = queries.ground()
    one, known, rated = queries.application(slug), ground.inventory, ground.ratings
    placed = time_class(rated, slug)
    questions = [
        (
            SHORT[each],
            QUESTIONS[each],
            rated.mean(slug, each, View.OWNER),
            rated.mean(slug, each),
            rated.mean(slug, each, View.INDEPENDENT),
            (pulled.bias, pulled.attached(ground.attached_from))
            if (pulled := rated.attachment(slug, each))
            else None,
        )
        for each in Question
    ]
    by_unit = {each: rated.units(slug, each) for each in Question}
    working = sorted({unit for found in by_unit.values() for unit in found})
    names = unit_names()
    return {
        **_shared(me, Kind.APPLICATION, slug, form),
        "one": one,
        "category": CATEGORIES[one.category],
        "lifecycle": LIFECYCLES[one.lifecycle],
        "units": [names.get(unit, unit) for unit in one.units],
        "island": alone(ground, one) if one.runs and slug in known.by_slug else (),
        "left": [
            owner for owner in dict.fromkeys((one.owner, one.it_owner)) if owner and not ground.answers(owner)
        ],
        "placed": placed,
        "field": CLASSES[placed.field] if placed.field else None,
        "meaning": MEANING[placed.field] if placed.field else None,
        "questions": questions,
        "harmony": rated.harmony(slug),
        "outside": any(isinstance(each[4], Estimate) for each in questions),
        "heads": list(SHORT.values()),
        "grid": [(names.get(unit, unit), [by_unit[each].get(unit) for each in Question]) for unit in working],
        "gaps": [(gap, REMEDIES[gap.remedy] if gap.remedy else None) for gap in gaps_of(known, slug)],
        "capabilities": known.capabilities_of.get(slug, ()),
        "joins": [(each, WAYS[each.way]) for each in known.joined.get(slug, ())],
        "held": [each for each in known.data if slug in each.holders],
        "names": known.names,
        "objects": known.object_by_slug,
        "ratings": [
            (each, VIEWS[View(each.view)], SHORT[Question(each.question)], sum(each.counts))
            for each in Rating.objects.filter(application=slug)[:50]
        ],
        "teams": climbed([slug]).get(slug),
        "rungs": RUNGS,
        "fewest": rated.fewest,
        "rating_form": form.get("rating_form") or RatingForm(),
    }


def capability_context(me: Person, slug: str, **form: Any) -> dict[str, Any]:
    """Everything about one capability, also one that is gone."""
    ground, row = queries.ground(), keeping.item(Kind.CAPABILITY, slug)
    one = cast("Capability", shelf.thing(Kind.CAPABILITY, row.content))
    points, rests, teams = touchpoint_names(), resting(one, ground), climbed(one.applications)
    return {
        **_shared(me, Kind.CAPABILITY, slug, form),
        "one": one,
        "level": LEVELS[one.level] if one.level else None,
        "part_names": PARTS,
        "parts": [(part, LEVELS[level] if level else None, level) for part, level in one.parts.items()],
        "owned": ground.answers(one.owner),
        "touchpoints": [points.get(each, each) for each in one.touchpoints],
        "applications": [(each, ground.inventory.names.get(each, each)) for each in one.applications],
        "gaps": [(gap, REMEDIES[gap.remedy] if gap.remedy else None) for gap in one.gaps],
        "names": ground.inventory.names,
        "rests": rests,
        "carried": [
            (
                each,
                ground.ratings.seen(each.slug, Question.FUNCTION),
                ground.ratings.seen(each.slug, Question.CUSTOMER),
                teams.get(each.slug),
            )
            for each in rests.applications
        ],
        "joins": [(each, WAYS[each.way]) for each in rests.integrations],
        "teams": together(one.applications, teams),
        "rungs": RUNGS,
    }


def history(row: Item) -> list[tuple[Edition, tuple[Text, ...]]]:
    """Every wording, the newest first, each with what differs from the one before."""
    editions = list(row.editions.all()[: HISTORY + 1])
    kind = Kind(row.kind)
    found: list[tuple[Edition, tuple[Text, ...]]] = [
        (each, changes(shelf.thing(kind, before.content), shelf.thing(kind, each.content)))
        for each, before in pairwise(editions)
    ]
    return [*found, (editions[-1], ())] if editions and len(editions) <= HISTORY else found


def _shared(me: Person, kind: Kind, slug: str, form: dict[str, Any]) -> dict[str, Any]:
    row = keeping.item(kind, slug)
    advice = None if row.gone else queries.advice_for(kind, slug)
    past = list(Decision.objects.filter(kind=kind, slug=slug))
    standing = next((each for each in past if each.withdrawn is None), None)
    return {
        "row": row,
        "kind": kind.value,
        "advice": advice,
        "option": OPTIONS[advice.option] if advice else None,
        "changes": [(each.condition, OPTIONS[each.option]) for each in advice.changes[:6]] if advice else [],
        "decision": standing,
        "decided": OPTIONS[Option(standing.option)] if standing else None,
        "past": [(each, OPTIONS[Option(each.option)], OPTIONS[Option(each.advised)]) for each in past],
        "history": history(row),
        "people": {each.actor_id: each.name for each in people()},
        "decision_form": form.get("decision_form") or DecisionForm(),
        "may_keep": May.KEEP_REGISTERS in me.capabilities,
        "may_decide": May.DECIDE in me.capabilities,
    }
