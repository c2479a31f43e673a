"""Findings are computed once per state of their inputs and kept in the database."""

from __future__ import annotations

import hashlib
import pickle
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import transaction

from leitstern.app.common.models import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_held: ContextVar[dict[tuple[str, str], Any] | None] = ContextVar("held", default=None)
KEPT = 400  # newest findings; older ones are for snapshots nobody opens any more


def remember[T](name: str, inputs: tuple[object, ...], compute: Callable[[], T]) -> T:
    """The finding `name` for exactly these inputs (all with a stable `repr`), computed if it is not there yet.

    Findings are our own frozen dataclasses, written and read by this installation only: pickle is safe here, since
    whoever can write to app.db owns the installation. A changed program never reads them: it is in the key.
    """
    key = hashlib.sha256(repr((program(), *inputs)).encode()).hexdigest()
    held = _held.get()
    if held is None:
        return _found(name, key, compute)
    if (name, key) not in held:
        held[name, key] = _found(name, key, compute)
    value: T = held[name, key]
    return value


def once[T](name: str, compute: Callable[[], T]) -> T:
    """What `compute` gives, asked once while one request is answered and never stored. Whoever changes it, calls `anew`."""
    held = _held.get()
    if held is None:
        return compute()
    if (name, "") not in held:
        held[name, ""] = compute()
    value: T = held[name, ""]
    return value


def anew(name: str) -> None:
    """The next one who asks `once` asks again."""
    (_held.get() or {}).pop((name, ""), None)


@cache
def program() -> str:
    """Stands for the program as it is: what it computes may change between two releases, too."""
    found = hashlib.sha256()
    root = Path(__file__).parents[2]
    for area in ("core", "store", "app"):
        for module in sorted(root.glob(f"{area}/**/*.py")):
            found.update(module.read_bytes())
    return found.hexdigest()


@contextmanager
def held() -> Iterator[None]:
    """While one request is answered, what it found once is not looked for again; afterwards nothing is held."""
    token = _held.set({})
    try:
        yield
    finally:
        _held.reset(token)


def _found[T](name: str, key: str, compute: Callable[[], T]) -> T:
    stored = Finding.objects.filter(name=name, key=key).only("content").first()
    if stored is not None:
        known: T = pickle.loads(bytes(stored.content))  # noqa: S301
        return known
    value = compute()
    with transaction.atomic():
        Finding.objects.get_or_create(name=name, key=key, defaults={"content": pickle.dumps(value)})
        oldest = Finding.objects.order_by("-id").values_list("id", flat=True)[KEPT : KEPT + 1]
        if oldest:
            Finding.objects.filter(id__lte=oldest[0]).delete()
    return value


def forget_found(name: str) -> None:
    """Drop all findings of one name: together they may tell more than the newest."""
    Finding.objects.filter(name=name).delete()
    holding = _held.get() or {}
    for key in [key for key in holding if key[0] == name]:
        del holding[key]


def forget() -> None:
    """Drop all findings: they may quote what has been erased or taken out."""
    Finding.objects.all().delete()
    if (holding := _held.get()) is not None:
        holding.clear()
