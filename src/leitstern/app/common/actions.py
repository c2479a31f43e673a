"""What all actions share: permission, transaction and audit in one place."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import TYPE_CHECKING, Concatenate, Protocol

from django.db import models, transaction
from django.utils import timezone

from leitstern.app.common import audit
from leitstern.app.common.actors import Actor, Capability
from leitstern.core.errors import NotAllowed
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

NOT_ALLOWED = Text(
    en="Your role does not permit this. Nothing was changed. An administrator can change roles.",
    de="Ihre Rolle erlaubt das nicht. Es wurde nichts geändert. Rollen vergibt die Administration.",
)


class Withdrawable(Protocol):
    """A row that stays readable when it no longer counts."""

    withdrawn: datetime | None

    def save(self, *, update_fields: Iterable[str]) -> None: ...


def require(actor: Actor, capability: Capability) -> None:
    """Raise NotAllowed unless the actor may."""
    if capability not in actor.capabilities:
        raise NotAllowed(NOT_ALLOWED)


def action[**P, R](
    verb: str, needs: Capability
) -> Callable[[Callable[Concatenate[Actor, P], R]], Callable[Concatenate[Actor, P], R]]:
    """Make a function a use case: checked, atomic, and written to the audit log under `verb`.

    The function's first argument is the actor; what it returns, if stored, is the entry's subject.
    """

    def decorate(function: Callable[Concatenate[Actor, P], R]) -> Callable[Concatenate[Actor, P], R]:
        def perform(actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
            require(actor, needs)
            with transaction.atomic():
                result = function(actor, *args, **kwargs)
                audit.record(actor, verb, subject_of(result))
            return result

        update_wrapper(perform, function)
        return perform

    return decorate


def subject_of(thing: object) -> str:
    """`area.model:id` of something stored, otherwise nothing."""
    return f"{thing._meta.label_lower}:{thing.pk}" if isinstance(thing, models.Model) else ""


def mark_withdrawn[R: Withdrawable](row: R) -> R:
    """It no longer counts, and stays readable."""
    return _mark(row, timezone.now())


def mark_standing[R: Withdrawable](row: R) -> R:
    """It counts again."""
    return _mark(row, None)


def _mark[R: Withdrawable](row: R, withdrawn: datetime | None) -> R:
    row.withdrawn = withdrawn
    row.save(update_fields=["withdrawn"])
    return row
