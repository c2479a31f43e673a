"""Whose use is looked at, what living an application means, since when it is live, and the points of its rollout."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.adoption.models import Live, Meaning, Step, Team, Watched
from leitstern.app.common.actions import action, mark_withdrawn, require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.company.queries import require_taxonomy
from leitstern.collect.kpi_file import short_name
from leitstern.core.company.facets import complete
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

LONGEST = 200
LONGEST_TEXT = 2_000
MOST_FEATURES = 100
NO_NAME = Text(
    en="An application needs a name of at most 160 signs, with letters or digits. Nothing was kept.",
    de="Eine Anwendung braucht einen Namen von höchstens 160 Zeichen, mit Buchstaben oder Ziffern. Es wurde nichts gespeichert.",
)
WATCHED = Text(
    en="The use of this application is looked at already. Nothing was kept.",
    de="Die Nutzung dieser Anwendung wird schon betrachtet. Es wurde nichts gespeichert.",
)
NO_ACTIVE = Text(
    en="Say who counts as active in a week (at most {most} signs). Nothing was kept.",
    de="Sagen Sie, wer in einer Woche als aktiv zählt (höchstens {most} Zeichen). Es wurde nichts gespeichert.",
)
TOO_LONG = Text(
    en="Workflow, principle, metadata and each feature take at most {most} signs, and there are at most {features} features. "
    "Nothing was kept.",
    de="Ablauf, Prinzip, Metadaten und jede Funktion fassen höchstens {most} Zeichen, und es gibt höchstens {features} "
    "Funktionen. Es wurde nichts gespeichert.",
)
BOTH = Text(
    en="Where customers should notice needs a touchpoint and a statement of the taxonomy, or neither. Nothing was kept.",
    de="Wo die Kundschaft es merken soll, braucht einen Kontaktpunkt und eine Aussage der Taxonomie, oder keines von beiden. "
    "Es wurde nichts gespeichert.",
)
NO_TITLE = Text(
    en="A point needs a title of at most 160 signs. Nothing was kept.",
    de="Ein Punkt braucht einen Titel von höchstens 160 Zeichen. Es wurde nichts gespeichert.",
)


class StepKind(StrEnum):
    """What a point of a rollout is about."""

    WORKFLOW = "workflow"
    USE_CASE = "use_case"
    DASHBOARD = "dashboard"
    ACCESS = "access"
    TRAINING = "training"


STEP_KINDS = {
    StepKind.WORKFLOW: Text(en="Workflow", de="Ablauf"),
    StepKind.USE_CASE: Text(en="Use case", de="Anwendungsfall"),
    StepKind.DASHBOARD: Text(en="Dashboard", de="Auswertung"),
    StepKind.ACCESS: Text(en="Access", de="Zugang"),
    StepKind.TRAINING: Text(en="Training", de="Schulung"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What using and living an application means; what is left blank does not count."""

    active: str
    workflow: str = ""
    features: tuple[str, ...] = ()
    principle: str = ""
    metadata: str = ""
    touchpoint: str = ""
    facet: str = ""
    since: date | None = None


@action("look at use", Capability.KEEP_REGISTERS)
def watch(actor: Actor, name: str, said: Said, *, slug: str = "") -> Watched:
    """Look at the use of an application from now on; with a short name of the register of technology it is that one."""
    name, slug = name.strip(), (slug or short_name(name))[:80]
    if not slug or not name or len(name) > 160:
        raise InvalidInput(NO_NAME)
    if Watched.objects.filter(slug=slug).exists():
        raise Conflict(WATCHED)
    made = Watched.objects.create(slug=slug, name=name, actor=actor.actor_id)
    _mean(actor, made, said)
    return made


@action("define use", Capability.KEEP_REGISTERS)
def mean(actor: Actor, watched: Watched, said: Said) -> Watched:
    """What using and living it means from a month on. Months before are not compared with later ones."""
    _mean(actor, watched, said)
    return watched


def meant(watched: Watched) -> Said:
    """What using and living it means now."""
    now = watched.meanings.all()[0]
    words = {name: getattr(now, name) for name in Said.__dataclass_fields__}
    return Said(**words | {"features": tuple(now.features)})


def mean_so(actor: Actor, watched: Watched, said: Said) -> Watched:
    """The same as `mean`; what is said already is not said a second time, however often it is sent."""
    require(actor, Capability.KEEP_REGISTERS)
    since = said.since.replace(day=1) if said.since else None
    return watched if meant(watched) == replace(said, since=since) else mean(actor, watched, said)


@action("no longer look at use", Capability.KEEP_REGISTERS)
def retire_watched(actor: Actor, watched: Watched) -> Watched:
    """Its past stays."""
    watched.retired = timezone.now()
    watched.save(update_fields=["retired"])
    return watched


@action("look at use again", Capability.KEEP_REGISTERS)
def restore_watched(actor: Actor, watched: Watched) -> Watched:
    """Undo that."""
    watched.retired = None
    watched.save(update_fields=["retired"])
    return watched


@action("go live", Capability.KEEP_REGISTERS)
def go_live(actor: Actor, watched: Watched, teams: Iterable[Team], day: date) -> Watched:
    """It is live in these teams since a day; what was said before about them is withdrawn."""
    chosen = list(teams)
    Live.objects.filter(watched=watched, team__in=chosen, withdrawn=None).update(withdrawn=timezone.now())
    Live.objects.bulk_create(
        Live(watched=watched, team=team, day=day, actor=actor.actor_id) for team in chosen
    )
    return watched


@action("not live", Capability.KEEP_REGISTERS)
def not_live(actor: Actor, watched: Watched, team: Team) -> Watched:
    """It is not live in this team after all."""
    Live.objects.filter(watched=watched, team=team, withdrawn=None).update(withdrawn=timezone.now())
    return watched


@action("enter rollout point", Capability.KEEP_REGISTERS)
def enter_step(actor: Actor, watched: Watched, kind: StepKind, title: str, done: date | None = None) -> Step:
    """One more point of its rollout."""
    title = title.strip()
    if not title or len(title) > 160:
        raise InvalidInput(NO_TITLE)
    return Step.objects.create(watched=watched, kind=kind.value, title=title, done=done, actor=actor.actor_id)


@action("tick rollout point", Capability.KEEP_REGISTERS)
def tick(actor: Actor, step: Step, done: date | None) -> Step:
    """It is done since a day, or (without one) not yet."""
    step.done = done
    step.save(update_fields=["done"])
    return step


@action("withdraw rollout point", Capability.KEEP_REGISTERS)
def withdraw_step(actor: Actor, step: Step) -> Step:
    """It does not belong to the rollout."""
    return mark_withdrawn(step)


def _mean(actor: Actor, watched: Watched, said: Said) -> None:
    active = said.active.strip()
    if not active or len(active) > LONGEST_TEXT:
        raise InvalidInput(NO_ACTIVE.fill(most=LONGEST_TEXT))
    features = list(dict.fromkeys(word for each in said.features if (word := each.strip())))
    short = [said.workflow, said.principle, said.metadata, *features]
    if len(features) > MOST_FEATURES or any(len(each) > LONGEST for each in short):
        raise InvalidInput(TOO_LONG.fill(most=LONGEST, features=MOST_FEATURES))
    if said.touchpoint or said.facet:
        taxonomy = require_taxonomy()
        points = {each.slug for each in taxonomy.touchpoints}
        statements = {each.slug for each in complete(taxonomy.facets)}
        if said.touchpoint not in points or said.facet not in statements:
            raise InvalidInput(BOTH)
    since = said.since.replace(day=1) if said.since else None
    words = {name: text.strip() for name, text in asdict(said).items() if isinstance(text, str)}
    Meaning.objects.create(
        watched=watched, actor=actor.actor_id, **words | {"features": features, "since": since}
    )
