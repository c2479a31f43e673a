"""Every wording is kept; and new things get a short name nobody has."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.text import slugify

from leitstern.app.practice.models import Edition
from leitstern.core.bridge.draft import Problem
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from django.db import models

    from leitstern.app.common.actors import Actor

LONGEST_SLUG = 70
UNKNOWN = Text(en="“{given}” is not known here.", de="„{given}“ ist hier nicht bekannt.")


def keep_edition(actor: Actor, draft: object, **of: models.Model) -> None:
    """Keep the wording of a draft (a dataclass), unless it is the one kept last."""
    content: dict[str, Any] = json.loads(json.dumps(asdict(draft), cls=DjangoJSONEncoder))  # type: ignore[call-overload]
    last = Edition.objects.filter(**of).first()
    if last is None or last.content != content:
        Edition.objects.create(content=content, actor=actor.actor_id, **of)


def free_slug(wanted: str, kind: type[models.Model]) -> str:
    """A short name nobody has: the wanted one, or that with a number."""
    base = slugify(wanted.replace("ß", "ss"))[:LONGEST_SLUG] or "x"
    taken = set(kind._default_manager.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(
        slug for n in range(1, len(taken) + 2) if (slug := base if n == 1 else f"{base}-{n}") not in taken
    )


def unknown(field: str, given: Iterable[str], known: Collection[str]) -> Iterator[Problem]:
    """Of what a draft names, what is not there."""
    for each in given:
        if each not in known:
            yield Problem(field, UNKNOWN.fill(given=each))
