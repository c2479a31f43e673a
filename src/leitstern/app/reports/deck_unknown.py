"""Slides about the inside where nothing is known yet, or may not be shown: what is missing, and how to get it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from leitstern.app.common.drawing import words
from leitstern.app.reports.deck_slides import Slide, Words
from leitstern.app.reports.deck_words import calculated
from leitstern.core.inside.steps import STEPS


def nobody_looked() -> Slide:
    """No view of the organisation at all."""
    return Slide(
        _("Nobody has looked yet where the organisation stands."),
        Words(
            [
                _(
                    "The quickest way: a workshop of 60 minutes with up to eight people; nothing has to be connected."
                ),
                _(
                    "The surest way: claim a level for each dimension under Evidence, and attach what proves it."
                ),
                _("The broadest way: a wave among the staff, in which nobody can be recognised."),
                _(
                    "What customers live counts by itself, as soon as they were asked whether they are satisfied."
                ),
            ]
        ),
        _("No view yet."),
        [calculated("placement")],
    )


def no_type() -> Slide:
    """Views, but not of both axes."""
    return Slide(
        _("What type of organisation this is cannot be said yet."),
        Words(
            [
                _("A type needs both axes, culture and technology, each seen by at least one view."),
                _(
                    "A workshop, a wave, or evidence for a few dimensions of each axis is enough to begin with."
                ),
            ]
        ),
        _("One axis, or both, have not been looked at."),
        [calculated("placement")],
    )


def no_route() -> Slide:
    """No placement to start from."""
    return Slide(
        _("Which way leads on can be said once it is known where the organisation stands."),
        Words(
            [
                _("Routes and their durations follow from the probabilities of the types."),
                _("These steps are right for every type:"),
                *(words(STEPS[step]) for step in STEPS if step in {0, 1, 2}),
            ]
        ),
        _("No placement yet."),
        [calculated("routes")],
    )


def withheld(title: str) -> Slide:
    """The role does not see it."""
    reason = _("Your role does not see where the organisation stands, so this slide was left empty.")
    return Slide(title, Words([reason, _("An administrator can change roles.")]), reason, [reason])
