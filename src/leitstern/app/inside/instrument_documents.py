"""Instruments as documents: what programs and the command line are given."""

from __future__ import annotations

from ninja import Schema

from leitstern.app.common.schemas import TextOut, both
from leitstern.app.inside.instruments import content_of, current_version
from leitstern.app.inside.models import InstrumentVersion


class AnchorOut(Schema):
    level: int
    text: TextOut
    proof: list[str]


class ItemOut(Schema):
    slug: str
    text: TextOut
    layer: str | None
    reverse: bool
    source: str


class DimensionOut(Schema):
    slug: str
    axis: str | None
    name: TextOut
    question: TextOut
    card: bool
    source: str
    anchors: list[AnchorOut]
    items: list[ItemOut]


class InstrumentListed(Schema):
    id: int
    slug: str
    version: int
    name: TextOut
    licence: str
    shipped: bool
    asked: bool  # the one that is asked from now on
    dimensions: int
    items: int


class InstrumentOut(Schema):
    id: int
    slug: str
    version: int
    name: TextOut
    licence: str
    licence_text: TextOut
    attribution: TextOut | None
    scale: tuple[int, int]
    dimensions: list[DimensionOut]


def listed(version: InstrumentVersion) -> InstrumentListed:
    """One line of the list."""
    found = content_of(version)
    return InstrumentListed(
        id=version.pk,
        slug=version.slug,
        version=version.version,
        name=both(found.name),
        licence=found.licence.name,
        shipped=version.shipped,
        asked=current_version() == version,
        dimensions=len(found.dimensions),
        items=len(found.items),
    )


def instrument_document(version: InstrumentVersion) -> InstrumentOut:
    """Everything a version asks."""
    found = content_of(version)
    return InstrumentOut(
        id=version.pk,
        slug=version.slug,
        version=version.version,
        name=both(found.name),
        licence=found.licence.name,
        licence_text=both(found.licence.text),
        attribution=both(found.licence.attribution) if found.licence.attribution else None,
        scale=(found.scale.low, found.scale.high),
        dimensions=[
            DimensionOut(
                slug=dimension.slug,
                axis=dimension.axis,
                name=both(dimension.name),
                question=both(dimension.question),
                card=dimension.card,
                source=dimension.source,
                anchors=[
                    AnchorOut(level=level, text=both(anchor.text), proof=list(anchor.proof))
                    for level, anchor in enumerate(dimension.anchors)
                ],
                items=[
                    ItemOut(
                        slug=item.slug,
                        text=both(item.text),
                        layer=item.layer,
                        reverse=item.reverse,
                        source=item.source,
                    )
                    for item in found.items_of(dimension.slug)
                ],
            )
            for dimension in found.dimensions
        ],
    )
