"""The rules for metadata that hold in a month, and the words of the taxonomy that fields may take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from leitstern.app.adoption.models import Rules, Spelling
from leitstern.app.common.findings import once
from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.queries import current_taxonomy
from leitstern.core.inside.adoption.metadata import Field, Term, Vocabulary, Words
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.db.models import QuerySet

NO_RULES = Text(en="There are no such rules.", de="Diese Regeln gibt es nicht.")
NO_SPELLING = Text(en="There is no such spelling.", de="Diese Schreibweise gibt es nicht.")


def all_rules() -> list[Rules]:
    """Every version that holds or held, the newest first."""
    return list(Rules.objects.filter(withdrawn=None))


def in_force(month: date, known: Sequence[Rules]) -> Rules | None:
    """The rules of a month among those `known`, the newest first; before the first ones there are none."""
    return next((each for each in known if each.since <= month), None)


def fields_of(rules: Rules) -> list[Field]:
    """What campaigns have to say by these rules."""
    return [
        Field(
            each["slug"],
            Text(**each["name"]),
            Words(each["words"]),
            each["required"],
            tuple(each["allowed"]),
        )
        for each in rules.fields
    ]


def rules_by_id(rules_id: int) -> Rules:
    """One version, also one that was withdrawn. Raises NotFound."""
    return or_not_found(Rules.objects.filter(pk=rules_id).first(), NO_RULES)


def spelling_by_id(spelling_id: int) -> Spelling:
    """One accepted spelling. Raises NotFound."""
    return or_not_found(Spelling.objects.filter(pk=spelling_id).first(), NO_SPELLING)


def accepted_spellings() -> QuerySet[Spelling]:
    """Those that hold, in the order in which they were accepted."""
    return Spelling.objects.filter(withdrawn=None)


def as_json(field: Field) -> dict[str, Any]:
    """A field as it is kept."""
    return {
        "slug": field.slug,
        "name": {"en": field.name.en, "de": field.name.de},
        "words": field.words.value,
        "required": field.required,
        "allowed": list(field.allowed),
    }


def vocabulary(fields: Sequence[Field]) -> Vocabulary:
    """What may be said in these fields, by the taxonomy there is and the spellings people accepted."""
    accepted = accepted_spellings().values_list("field", "given", "term")
    return Vocabulary(
        fields, once("metadata terms", _terms), {(field, given): term for field, given, term in accepted}
    )


def _terms() -> dict[Words, list[Term]]:
    taxonomy = current_taxonomy()
    if taxonomy is None:
        return {}
    kinds: dict[Words, Sequence[Any]] = {
        Words.TOUCHPOINTS: taxonomy.touchpoints,
        Words.PERSONAS: taxonomy.personas,
        Words.CHANNELS: taxonomy.channels,
        Words.JOURNEYS: taxonomy.maps,
    }
    return {
        kind: [
            Term(each.slug, each.name, (each.name.de, each.name.en, *getattr(each, "synonyms", ())))
            for each in there
        ]
        for kind, there in kinds.items()
    }
