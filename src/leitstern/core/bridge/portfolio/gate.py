"""What keeps an initiative from being approved. Nothing here is a matter of taste: each rule has its sentence and reason.

Technology is the enabler, people are the lever: whatever is technology says first whom it serves and what people will
do about it. An exception is possible, by a named person with a reason; it is kept and shown for good.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leitstern.core.bridge.claims.register import CLAIMS
from leitstern.core.bridge.claims.uplift import Refused, uplift
from leitstern.core.bridge.portfolio.benefit import unshown
from leitstern.core.bridge.portfolio.chain import chain_problems
from leitstern.core.inside.wording import decimal
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from leitstern.core.bridge.portfolio.benefit import Build
    from leitstern.core.bridge.portfolio.picture import Initiative
    from leitstern.core.stats.estimate import Measured

NO_OWNER = Text(en="Nobody answers for it.", de="Niemand ist dafür verantwortlich.")
OWNER_LEFT = Text(
    en="{name} answers for it, and has left. Name somebody who is there.",
    de="{name} ist dafür verantwortlich und nicht mehr da. Benennen Sie jemanden, der da ist.",
)
NO_EXPECTATION = Text(
    en="Nobody has said who expects what by when. Without that, nobody can ever tell whether it kept what it promised.",
    de="Niemand hat gesagt, wer was bis wann erwartet. Ohne das lässt sich nie sagen, ob es gehalten hat, was es versprach.",
)
NO_PEOPLE = Text(
    en="It changes technology and says nothing of the people: name at least one measure for those who will work with it.",
    de="Sie verändert Technologie und sagt nichts zu den Menschen: Nennen Sie mindestens eine Maßnahme für die, die damit arbeiten.",
)
NO_ROLES = Text(
    en="It uses artificial intelligence: say whose work changes.",
    de="Sie nutzt künstliche Intelligenz: Sagen Sie, wessen Arbeit sich ändert.",
)
NO_WORK_CHANGE = Text(
    en="It uses artificial intelligence: say how everyday work changes.",
    de="Sie nutzt künstliche Intelligenz: Sagen Sie, wie sich der Arbeitsalltag ändert.",
)
NO_SPONSOR = Text(
    en="It personalises: nobody on the board answers for it.",
    de="Sie personalisiert: Im Vorstand ist niemand dafür verantwortlich.",
)
NOT_INTEGRATED = Text(
    en="It personalises, and integration is credited at level {level}; {needed} is needed. First join data and systems.",
    de="Sie personalisiert, und die Integration ist bis Stufe {level} belegt; nötig ist {needed}. Verbinden Sie zuerst Daten und Systeme.",
)
NOT_SHOWN = Text(
    en="It personalises, and nothing shows how far data and systems are joined. Bring proof for “Connected channels”.",
    de="Sie personalisiert, und nichts zeigt, wie weit Daten und Systeme verbunden sind. Bringen Sie Belege zu „Verbundene Kanäle“.",
)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason why an initiative cannot be approved as it stands."""

    code: str
    text: Text


@dataclass(frozen=True, slots=True)
class Ground:
    """What the gate knows besides the initiative: how far integration is credited, and how far it has to be.

    `also` is what other areas know against personalising now, `at` what they know by touchpoint; `builds` are approved
    initiatives of technology by key.
    """

    integration: Measured
    needed: float
    also: tuple[Text, ...] = ()
    at: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    builds: Mapping[int, Build] = field(default_factory=dict)


def obstacles(one: Initiative, ground: Ground, today: date) -> tuple[Obstacle, ...]:
    """Everything that stands against approval, all at once; nothing if it may be approved."""
    return (
        *_anything(one, today),
        *_technology(one),
        *_ai(one),
        *personalisation(one, ground, today),
        *(Obstacle("benefit", text) for text in unshown(one, ground.builds)),
    )


def _anything(one: Initiative, today: date) -> Iterator[Obstacle]:
    if one.owner is None:
        yield Obstacle("no-owner", NO_OWNER)
    elif not one.owner.there(today):
        yield Obstacle("owner-left", OWNER_LEFT.fill(name=one.owner.name))
    if one.expects is None:
        yield Obstacle("no-expectation", NO_EXPECTATION)
    elif one.expects.claim in CLAIMS:
        found = uplift(CLAIMS[one.expects.claim])
        if isinstance(found, Refused):
            yield Obstacle("claim", found.why)


def _technology(one: Initiative) -> Iterator[Obstacle]:
    if not one.is_technology:
        return
    for problem in chain_problems(one.paths, whole=True):
        yield Obstacle("chain", problem)
    if not one.people_measures:
        yield Obstacle("no-people", NO_PEOPLE)


def _ai(one: Initiative) -> Iterator[Obstacle]:
    if one.ai_mode is None:
        return
    if not one.roles:
        yield Obstacle("no-roles", NO_ROLES)
    if not one.work_change.strip():
        yield Obstacle("no-work-change", NO_WORK_CHANGE)


def personalisation(one: Initiative, ground: Ground, today: date) -> Iterator[Obstacle]:
    """What stands against it because it personalises; nothing if it does not."""
    if not one.personalises:
        return
    if one.sponsor is None or not one.sponsor.board or not one.sponsor.there(today):
        yield Obstacle("no-sponsor", NO_SPONSOR)
    if isinstance(ground.integration, Missing):
        yield Obstacle("integration-unknown", NOT_SHOWN)
    elif ground.integration.value < ground.needed:
        level, needed = decimal(ground.integration.value), decimal(ground.needed)
        yield Obstacle("integration", NOT_INTEGRATED.fill(level=level, needed=needed))
    for said in ground.also:
        yield Obstacle("elsewhere", said)
    for touchpoint in one.touchpoints:
        for said in ground.at.get(touchpoint, ()):
            yield Obstacle("not-personal", said)
