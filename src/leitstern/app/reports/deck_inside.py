"""The deck while nothing is known of customers: where those inside see the organisation, and what to bring next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from leitstern.app.common.drawing import locale, words
from leitstern.app.reports.content import written_day
from leitstern.app.reports.deck_slides import Figure, Opening, Slide, Words
from leitstern.app.reports.deck_standing import standing_method, standing_slides
from leitstern.app.reports.deck_words import calculated
from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.org_types import NAMES
from leitstern.core.inside.ratings import AXES
from leitstern.core.inside.wording import percent
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from datetime import datetime

    from leitstern.app.reports.standing import Standing
    from leitstern.core.inside.placement import Placement


def inside_slides(standing: Standing, placement: Placement, printed: datetime) -> list[Slide]:
    """Six slides: the finding, where, which type, which way, what to bring, and what it all rests on."""
    return [
        _opening(placement, printed),
        *standing_slides(standing),
        _to_bring(placement),
        _method(standing, placement),
    ]


def _opening(placement: Placement, printed: datetime) -> Slide:
    figures = _figures(placement)
    said = [f"{figure.label}: {figure.value} {figure.note}" for figure in figures]
    evidence = words(placement.evidence_sentence)
    return Slide(
        words(placement.sentence),
        Opening(evidence, figures),
        _("%(sources)s · printed on %(day)s") % {"sources": _sources(placement), "day": written_day(printed)},
        [evidence, *said, calculated("placement")],
    )


def _figures(placement: Placement) -> list[Figure]:
    number, found = locale().number, []
    if placement.fused:
        counted = words(placement.fused.counted)
        for axis, side in (
            (Axis.CULTURE, placement.fused.culture),
            (Axis.TECHNOLOGY, placement.fused.technology),
        ):
            if isinstance(side, Estimate):
                interval = locale().span(number(side.low, 1), number(side.high, 1))
                note = _("%(interval)s of 4 · %(n)s") % {"interval": f"[{interval}]", "n": counted}
                found.append(Figure(words(AXES[axis]), number(side.value, 1), note))
    if placement.candidates:
        kind = placement.candidates[0]
        share = words(percent(placement.probabilities[kind]))
        found.append(Figure(words(NAMES[kind]), share, _("likeliest type")))
    return found


def _to_bring(placement: Placement) -> Slide:
    proofs = [words(each) for each in placement.illusion.proofs]
    title = (
        _("Three things would show how right this is.")
        if proofs
        else _("What customers live through is not known yet.")
    )
    next_step = _(
        "Bring in contacts, promises or feedback of customers: then these slides say where promise and life part."
    )
    return Slide(
        title,
        Words([words(placement.illusion.sentence), *proofs, next_step]),
        _("Nothing of customers has been brought in yet."),
        [calculated("placement")],
    )


def _method(standing: Standing, placement: Placement) -> Slide:
    paragraphs = standing_method(standing)
    return Slide(
        _("Every number here carries its interval and says what it rests on."),
        Words(paragraphs),
        _sources(placement),
        [*paragraphs, _("Every formula with its source stands in the program under Method.")],
    )


def _sources(placement: Placement) -> str:
    return "; ".join(dict.fromkeys(words(cloud.source) for cloud in placement.views))
