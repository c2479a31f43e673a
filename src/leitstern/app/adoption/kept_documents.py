"""What people keep about adoption, as documents: what living it means, where it is live, its rollout, rules, spellings."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from ninja import Field as Given
from ninja import Schema
from pydantic import ValidationError

from leitstern.app.adoption import metadata_rules, watching
from leitstern.app.adoption.watching import Said, StepKind
from leitstern.app.common.schemas import TextOut, both
from leitstern.collect.kpi_file import short_name
from leitstern.core.errors import InvalidInput
from leitstern.core.inside.adoption.metadata import Field, Words
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.adoption.models import Rules, Spelling, Step, Watched


ODD_RULES = Text(
    en="This file holds no rules as `campaigns rules --format json` prints them. At {where}: {what}. Nothing was kept.",
    de="Diese Datei enthält keine Regeln, wie `campaigns rules --format json` sie ausgibt. Bei {where}: {what}. "
    "Es wurde nichts gespeichert.",
)


class MeaningIn(Schema):
    """What using and living an application means; what is left empty does not count."""

    active: str = Given(description="Who counts as active in a week.")
    workflow: str = ""
    features: list[str] = []
    principle: str = ""
    metadata: str = ""
    touchpoint: str = Given("", description="Where customers should notice.")
    facet: str = Given("", description="By which statement.")
    since: date | None = Given(None, description="Months before are not compared; none: from the beginning.")

    def said(self) -> Said:
        """As it is kept."""
        return Said(**dict(self) | {"features": tuple(self.features)})


class MeaningOut(MeaningIn):
    application: str


class NewWatchedIn(Schema):
    name: str
    application: str = Given("", description="Short name in the register of technology, if it is in there.")
    meaning: MeaningIn


class LiveIn(Schema):
    day: date
    teams: list[str] = Given(description="Short names. What was said before about them is withdrawn.")


class LiveOut(Schema):
    team: str
    day: date


class RolloutPointIn(Schema):
    kind: StepKind
    title: str
    done: date | None = None


class PointDoneIn(Schema):
    done: date | None = Given(description="Since when; null: not yet.")


class RolloutPointOut(Schema):
    id: int
    kind: StepKind
    title: str
    done: date | None


class MetadataFieldIn(Schema):
    """One thing a campaign has to say."""

    field: str = Given(
        "", description="Short name, the title in files; made of the English name if left empty."
    )
    name: TextOut
    words: Words
    required: bool = True
    allowed: list[str] = Given([], description="The list, where a field has one of its own.")

    def meant(self) -> Field:
        """As it is kept."""
        allowed = tuple(self.allowed) if self.words is Words.LIST else ()
        name = Text(en=self.name.en, de=self.name.de)
        return Field(short_name(self.field or name.en), name, self.words, self.required, allowed)


class MetadataRulesIn(Schema):
    since: date = Given(description="Campaigns that go out from this month on are judged by them.")
    settled_from: date = Given(description="The nine months from here on give the level to watch against.")
    fields: list[MetadataFieldIn]


class MetadataRulesOut(MetadataRulesIn):
    id: int
    withdrawn: bool


class SpellingIn(Schema):
    field: str
    given: str
    term: str = Given(description="The value it means.")


class SpellingOut(SpellingIn):
    id: int


def rules_in(content: bytes) -> MetadataRulesIn:
    """Rules as a file says them: one version, or several of which the first counts. Raises InvalidInput."""
    try:
        found = json.loads(content)
        return MetadataRulesIn.model_validate(found[0] if isinstance(found, list) and found else found)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = " → ".join(str(each) for each in first["loc"])
        raise InvalidInput(ODD_RULES.fill(where=where or "–", what=first["msg"])) from wrong
    except ValueError as wrong:
        raise InvalidInput(ODD_RULES.fill(where="–", what=str(wrong))) from wrong


def meaning_document(watched: Watched) -> MeaningOut:
    """What it means now."""
    now = watching.meant(watched)
    words = {name: getattr(now, name) for name in MeaningIn.model_fields}
    return MeaningOut(application=watched.slug, **words | {"features": list(now.features)})


def live_documents(watched: Watched) -> list[LiveOut]:
    """By team, since when it is live there."""
    rows = watched.lives.filter(withdrawn=None).order_by("team__slug").values_list("team__slug", "day")
    return [LiveOut(team=team, day=day) for team, day in rows]


def step_document(step: Step) -> RolloutPointOut:
    """One point of a rollout."""
    return RolloutPointOut(id=step.pk, kind=StepKind(step.kind), title=step.title, done=step.done)


def step_documents(watched: Watched) -> list[RolloutPointOut]:
    """The points of its rollout, in the order in which they were entered."""
    return [step_document(each) for each in watched.steps.filter(withdrawn=None)]


def rules_document(rules: Rules) -> MetadataRulesOut:
    """One version."""
    return MetadataRulesOut(
        id=rules.pk,
        since=rules.since,
        settled_from=rules.settled_from,
        withdrawn=rules.withdrawn is not None,
        fields=[
            MetadataFieldIn(
                field=each.slug,
                name=both(each.name),
                words=each.words,
                required=each.required,
                allowed=list(each.allowed),
            )
            for each in metadata_rules.fields_of(rules)
        ],
    )


def spelling_document(spelling: Spelling) -> SpellingOut:
    """One accepted spelling."""
    return SpellingOut(id=spelling.pk, field=spelling.field, given=spelling.given, term=spelling.term)
