"""Findings are computed once per state of their inputs and kept in the database."""

from __future__ import annotations

import hashlib
import pickle
from typing import TYPE_CHECKING

from django.db import transaction

import leitstern
from leitstern.app.common.models import Finding

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT = 400  # newest findings; older ones are for snapshots nobody opens any more


def remember[T](name: str, inputs: tuple[object, ...], compute: Callable[[], T]) -> T:
    """The finding `name` for exactly these inputs (all with a stable `repr`), computed if it is not there yet.

    Findings are our own frozen dataclasses, written and read by this installation only: pickle is safe here, since
    whoever can write to app.db owns the installation. Another program version never reads them: it is in the key.
    """
    key = hashlib.sha256(repr((leitstern.VERSION, *inputs)).encode()).hexdigest()
    stored = Finding.objects.filter(name=name, key=key).only("content").first()
    if stored is not None:
        value: T = pickle.loads(bytes(stored.content))  # noqa: S301
        return value
    value = compute()
    with transaction.atomic():
        Finding.objects.get_or_create(name=name, key=key, defaults={"content": pickle.dumps(value)})
        oldest = Finding.objects.order_by("-id").values_list("id", flat=True)[KEPT : KEPT + 1]
        if oldest:
            Finding.objects.filter(id__lte=oldest[0]).delete()
    return value


def forget() -> None:
    """Drop all findings: they may quote what has been erased or taken out."""
    Finding.objects.all().delete()
