"""What the pages of evidence show, put together once for reading and for a form that came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from leitstern.app.accounts.queries import people
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import words
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.evidence import queries
from leitstern.app.evidence.assumed import assumptions
from leitstern.app.evidence.examining import awaits_second_review
from leitstern.app.evidence.forms import ClaimForm, ProofForm, ReviewForm
from leitstern.core.company.taxonomy import Department
from leitstern.core.inside.evidence import Rules, freshness
from leitstern.core.inside.instrument import Axis, EvidenceType
from leitstern.core.inside.proof_kinds import KINDS
from leitstern.core.inside.ratings import AXES
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.common.actors import Actor
    from leitstern.app.evidence.models import Claim, Proof, Review
    from leitstern.app.evidence.queries import Line
    from leitstern.core.inside.instrument import Anchor

FURTHER = Text(en="Further dimensions", de="Weitere Dimensionen")


@dataclass(frozen=True, slots=True)
class Unit:
    """A department, or the whole with an empty slug."""

    slug: str
    name: Text | None
    has_evidence: bool


@dataclass(frozen=True, slots=True)
class Part:
    """The dimensions of one axis, or (None) those that belong to neither."""

    axis: Axis | None
    name: Text
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A proof and how much of its weight is left."""

    proof: Proof
    kind: Text
    left: float
    weight: float


@dataclass(frozen=True, slots=True)
class Past:
    """A claim of the history with its reviews; a verdict may still be hidden from the second reviewer."""

    claim: Claim
    reviews: tuple[Review, ...]
    hidden: bool


def units() -> tuple[Unit, ...]:
    """The whole, then every department."""
    taxonomy, there = current_taxonomy(), queries.units_with_evidence()
    departments = taxonomy.departments if taxonomy else ()
    return (Unit("", None, True), *(Unit(d.slug, d.name, d.slug in there) for d in departments))


def unit_name(slug: str) -> Text | str:
    """What a unit is called; nothing for the whole, and its slug if it left the taxonomy."""
    taxonomy = current_taxonomy()
    found = taxonomy.lookup(Department).slug(slug) if taxonomy and slug else None
    return found.name if found else slug


def parts(lines: tuple[Line, ...]) -> tuple[Part, ...]:
    """Lines by axis."""
    by_axis: list[tuple[Axis | None, Text]] = [*AXES.items(), (None, FURTHER)]
    found = (
        Part(axis, name, tuple(one for one in lines if one.dimension.axis == axis)) for axis, name in by_axis
    )
    return tuple(part for part in found if part.lines)


def mean_levels(part: Part) -> tuple[float, float] | None:
    """Mean claimed and mean credited level of what is claimed."""
    worth = [one.credit for one in part.lines if one.credit]
    if not worth:
        return None
    return sum(c.claimed for c in worth) / len(worth), sum(c.credited for c in worth) / len(worth)


def dimension_context(
    me: Actor, line: Line, today: date, forms: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Everything the page of one dimension needs; `forms` are those that came back with something missing."""
    rules = Rules.assumed(assumptions())
    claim, dimension = line.claim, line.dimension
    may_review = Capability.REVIEW_EVIDENCE in me.capabilities
    past = [
        Past(
            one,
            tuple(sorted(one.reviews.all(), key=lambda review: -review.pk)),
            may_review and awaits_second_review(one) and one.actor != me.actor_id,
        )
        for one in queries.history(dimension.slug, line.unit)
    ]
    return {
        "line": line,
        "unit_name": unit_name(line.unit),
        "anchors": [(level, anchor, needed(anchor)) for level, anchor in enumerate(dimension.anchors)],
        "proofs": [shown(proof, today, rules) for proof in line.proofs],
        "withdrawn": [shown(proof, today, rules) for proof in line.withdrawn],
        "past": past,
        "may_give": Capability.GIVE_EVIDENCE in me.capabilities,
        "may_review": may_review and claim is not None and claim.actor != me.actor_id,
        "names": names(),
        "here": address(line),
        "claim_form": ClaimForm(dimension, initial={"level": claim.level if claim else None}),
        "proof_form": ProofForm(),
        "review_form": ReviewForm(dimension, claim.level) if claim else None,
        **(forms or {}),
    }


def names() -> dict[str, str]:
    """What actors are called; those who are no longer here keep their number."""
    return {person.actor_id: person.name for person in people()}


def address(line: Line) -> str:
    """Of the page of a dimension."""
    page = reverse("evidence:dimension", args=[line.dimension.slug])
    return f"{page}?unit={line.unit}" if line.unit else page


def needed(anchor: Anchor) -> list[str]:
    """The kinds of proof a level needs, in words."""
    return [words(KINDS[kind]) for kind in anchor.proof]


def shown(proof: Proof, today: date, rules: Rules) -> Shown:
    kind = EvidenceType(proof.kind)
    left = freshness((today - proof.day).days, rules.lifetime[kind])
    return Shown(proof, KINDS[kind], left, left * rules.weight[kind])
