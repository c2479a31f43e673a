"""Five hundred applications and two thousand capabilities: what the pages of technology cost the server."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.bench.initiatives import VISITS, visit
from tests.bench.measuring import Row

if TYPE_CHECKING:
    from pathlib import Path

APPLICATIONS, CAPABILITIES, DATA = 500, 2_000, 100
PAGES = {
    "overview": "/technology",
    "applications": "/technology/applications",
    "capabilities": "/technology/capabilities",
    "roadmap": "/technology/roadmap",
}


def measure_inventory(folder: Path) -> list[Row]:
    """Server time warm (median of ten visits) in a copy of the example's database that is not kept."""
    os.environ["LEITSTERN_HOME"] = str(folder / "demo")
    os.environ["DJANGO_SETTINGS_MODULE"] = "leitstern.app.project.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.db import transaction
    from django.test import Client

    from leitstern.app.accounts.models import Person

    if "testserver" not in settings.ALLOWED_HOSTS:
        settings.ALLOWED_HOSTS.append("testserver")
    client = Client()
    person = Person.objects.order_by("pk").first()
    assert person
    with transaction.atomic():
        client.force_login(person)
        _enter()
        found = {name: visit(client, address) for name, address in PAGES.items()}
        transaction.set_rollback(True)
    what = f"of {APPLICATIONS} applications and {CAPABILITIES:,} capabilities"
    return [
        Row(f"{name} {what}, server time warm (median of {VISITS})", said, "–", "–", "≤ 200 ms")
        for name, said in found.items()
    ]


def _enter() -> None:
    """Applications of every kind, joined in a few places, each serving a few capabilities."""
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.company.queries import require_taxonomy
    from leitstern.app.stack import shelf
    from leitstern.core.inside.stack.inventory import (
        Application,
        Capability,
        DataObject,
        Gap,
        Integration,
        Thing,
    )
    from leitstern.core.inside.stack.terms import Category, Level, Remedy, Way

    units, kinds = [each.slug for each in require_taxonomy().departments], list(Category)

    def app(n: int) -> str:
        return f"bench_{n % APPLICATIONS}"

    applications = [
        Application(
            app(n),
            f"Application {n}",
            kinds[n % len(kinds)],
            units=(units[n % len(units)],),
            owner=f"Head {n % 40}" if n % 7 else "",
            it_owner="IT",
        )
        for n in range(APPLICATIONS)
    ]
    capabilities = [
        Capability(
            f"bench_{n}",
            f"Capability {n}",
            "I reach what I want.",
            f"Head {n % 40}" if n % 5 else "",
            applications=(app(n), app(n * 7)),
            people=Level.THERE,
            process=Level.WORKS,
            technology=Level.MISSING,
            gaps=(Gap("Too slow", app(n), critical=n % 2 == 0, remedy=Remedy.UPGRADE),),
        )
        for n in range(CAPABILITIES)
    ]
    data = [
        DataObject(f"bench_{n}", f"Data {n}", app(n), tuple(app(n + k) for k in range(5)))
        for n in range(DATA)
    ]
    joins = [
        Integration(app(n), app(n * 3 + 1), Way.LIVE, (f"bench_{n % DATA}",)) for n in range(APPLICATIONS)
    ]
    things: tuple[Thing, ...] = (*applications, *capabilities, *data, *joins)
    shelf.put(COMMAND_LINE, [(each, True) for each in things])
