"""The evidence of how far the change is anchored, from the areas that keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone

from leitstern.app.adoption.queries import overview
from leitstern.app.change.pulses import newest_pulse
from leitstern.app.change.queries import coverage_now
from leitstern.app.practice.measuring import kept
from leitstern.app.practice.queries import principles_on
from leitstern.app.structure.reading import register, works
from leitstern.core.bridge.anchoring import Anchor, Anchoring, Dimension, Proof, each_once
from leitstern.core.bridge.change.pulse import SAID, Asked
from leitstern.core.inside.adoption.rungs import Rung
from leitstern.core.inside.structure.duties import Phase, mistakes
from leitstern.core.stats.counted import counted
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.stats.estimate import Measured

PRINCIPLES = Text(
    en="principles kept, in the last three months counted (n principles)",
    de="eingehaltene Prinzipien, in den letzten drei gezählten Monaten (n Prinzipien)",
)
APPLICATIONS = Text(
    en="applications as their teams live them (n applications)",
    de="Anwendungen, wie ihre Teams sie leben (n Anwendungen)",
)
TOLD = Text(
    en="affected roles with an answer in a brief (n roles)",
    de="betroffene Rollen mit einer Antwort in einem Leitbrief (n Rollen)",
)
PEOPLE = Text(en="{said} (n people)", de="{said} (n Menschen)")
DUTIES = Text(
    en="pieces of work with whole duties: those for after a change where one is planned, else today's (n pieces of work)",
    de="Aufgaben mit vollständigen Zuständigkeiten: denen für danach, wo eine Veränderung geplant ist, sonst denen von heute (n Aufgaben)",
)
NO_PRINCIPLE = Missing(
    "no-principle", Text(en="no principle has been counted", de="noch ist kein Prinzip gezählt")
)
NO_USE = Missing(
    "no-use",
    Text(
        en="of no application is it known how it is lived",
        de="von keiner Anwendung ist bekannt, wie sie gelebt wird",
    ),
)
NO_PULSE = Missing("no-pulse", Text(en="no pulse has been published", de="noch ist kein Puls veröffentlicht"))
NO_WORK = Missing(
    "no-work",
    Text(en="no piece of work has been entered", de="noch ist keine Aufgabe eingetragen"),
)


def anchoring() -> Anchoring:
    """All four dimensions as they stand today."""
    pulse = newest_pulse()
    asked = pulse.company if pulse else None

    def said(about: Asked) -> Proof:
        share = asked.share(about) if asked else NO_PULSE
        return Proof(PEOPLE.fill(said=SAID[about]), share, reverse("change:pulse"))

    told = Proof(TOLD, coverage_now().share, reverse("change:overview"))
    return Anchoring(
        (
            Anchor(Dimension.PRACTICE, (_principles(), _applications())),
            Anchor(Dimension.ROLES, (told, said(Asked.WORK), said(Asked.WHY))),
            Anchor(Dimension.PROCESS, (_duties(),)),
            Anchor(Dimension.ATTITUDE, (said(Asked.RIGHT),)),
        )
    )


def _principles() -> Proof:
    found = kept(principles_on(timezone.localdate()))
    shares = [each.course.recent for each in found]
    return Proof(PRINCIPLES, _or(each_once(shares), NO_PRINCIPLE), reverse("practice:overview"))


def _applications() -> Proof:
    shares = [line.whole.shares[Rung.LIVED] for line in overview().lines]
    return Proof(APPLICATIONS, _or(each_once(shares), NO_USE), reverse("adoption:overview"))


def _duties() -> Proof:
    """A change that was put into force has become what holds today, so that is asked of all other work."""
    there, known, address = works(), register(), reverse("structure:overview")
    if not there:
        return Proof(DUTIES, NO_WORK, address)
    whole = 0
    for work in there:
        phase = Phase.AFTER if work.then else Phase.BEFORE
        whole += bool(work.duties.get(phase)) and not mistakes(work, known, phase)
    return Proof(DUTIES, counted(whole, len(there), len(there), timezone.localdate()), address)


def _or(share: Measured, otherwise: Missing) -> Measured:
    return share if isinstance(share, Estimate) else otherwise
