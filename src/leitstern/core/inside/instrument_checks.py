"""What an instrument may not say: every mistake at once, each with the place where it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.checks import BAD_SLUG, SLUG, TWICE, Mistake
from leitstern.core.inside.instrument import LEVELS
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.core.inside.instrument import Instrument

MOST_POINTS = 11  # 0–10 is the longest scale people tell apart


def check_instrument(instrument: Instrument) -> list[Mistake]:
    """All mistakes of an instrument; an empty list means it can be used."""
    return [
        *_itself(instrument),
        *_slugs(instrument),
        *_dimensions(instrument),
        *_items(instrument),
    ]


def _itself(instrument: Instrument) -> Iterator[Mistake]:
    if not SLUG.fullmatch(instrument.slug):
        yield Mistake(("slug",), BAD_SLUG)
    if instrument.version < 1:
        yield Mistake(("version",), FROM_ONE)
    if not instrument.licence.name.strip() or not instrument.licence.text.en.strip():
        yield Mistake(("licence",), NO_LICENCE)
    if not 2 <= len(instrument.scale.points) <= MOST_POINTS:
        yield Mistake(("scale",), SCALE)
    if not instrument.dimensions:
        yield Mistake(("dimensions",), NO_DIMENSIONS)


def _slugs(instrument: Instrument) -> Iterator[Mistake]:
    for name in ("dimensions", "items"):
        seen: set[str] = set()
        for position, entry in enumerate(getattr(instrument, name)):
            path = (name, position, "slug")
            if not SLUG.fullmatch(entry.slug):
                yield Mistake(path, BAD_SLUG)
            elif entry.slug in seen:
                yield Mistake(path, TWICE.fill(slug=entry.slug))
            seen.add(entry.slug)


def _dimensions(instrument: Instrument) -> Iterator[Mistake]:
    for position, dimension in enumerate(instrument.dimensions):
        path = ("dimensions", position)
        if dimension.anchors and len(dimension.anchors) != LEVELS:
            yield Mistake((*path, "anchors"), FIVE_ANCHORS.fill(n=len(dimension.anchors)))
        if dimension.card and not dimension.anchors:
            yield Mistake((*path, "card"), CARD)
        if not dimension.anchors and not instrument.items_of(dimension.slug):
            yield Mistake(path, NOTHING_ASKED)


def _items(instrument: Instrument) -> Iterator[Mistake]:
    known = tuple(dimension.slug for dimension in instrument.dimensions)
    for position, item in enumerate(instrument.items):
        if item.dimension not in known:
            text = NO_DIMENSION.fill(slug=item.dimension)
            yield Mistake(("items", position, "dimension"), text, item.dimension, known)


FROM_ONE = Text(en="A version is a number from 1.", de="Eine Fassung (`version`) ist eine Zahl ab 1.")
NO_LICENCE = Text(
    en="It does not say under which licence it may be used. An instrument needs `licence` with `name` and `text`; "
    "if it belongs to somebody else, ask them first.",
    de="Es steht nicht dabei, unter welcher Lizenz es verwendet werden darf. Ein Instrument braucht `licence` mit "
    "`name` und `text`; gehört es jemand anderem, holen Sie bitte zuerst die Erlaubnis ein.",
)
SCALE = Text(
    en=f"A scale has 2 to {MOST_POINTS} whole numbers, from `low` up to `high`.",
    de=f"Eine Skala hat 2 bis {MOST_POINTS} ganze Zahlen, von `low` bis `high`.",
)
NO_DIMENSIONS = Text(
    en="An instrument needs at least one dimension.", de="Ein Instrument braucht mindestens eine Dimension."
)
FIVE_ANCHORS = Text(
    en="A dimension has five anchors, for levels 0 to 4, or none; here are {n}.",
    de="Eine Dimension hat fünf Ankerbeschreibungen, für die Stufen 0 bis 4, oder keine; hier sind es {n}.",
)
CARD = Text(
    en="Only a dimension with anchors can be asked in a workshop.",
    de="Nur eine Dimension mit Ankerbeschreibungen kann im Workshop gefragt werden.",
)
NOTHING_ASKED = Text(
    en="This dimension has neither anchors nor items; nothing could be asked about it.",
    de="Diese Dimension hat weder Ankerbeschreibungen noch Fragen; zu ihr ließe sich nichts fragen.",
)
NO_DIMENSION = Text(en="There is no dimension “{slug}”.", de="Es gibt keine Dimension „{slug}“.")
